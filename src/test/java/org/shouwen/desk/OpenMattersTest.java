package org.shouwen.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.shouwen.ScreenClient;
import org.shouwen.ShouwenTest;
import org.shouwen.TestClock;
import org.shouwen.access.Role;
import org.shouwen.accounts.CurrentUser;
import org.shouwen.appeal.AnAppeal;
import org.shouwen.appeal.Appeals;
import org.shouwen.appeal.Disposition;
import org.shouwen.appeal.Intake;
import org.shouwen.appeal.Origin;
import org.shouwen.appeal.Receipt;
import org.shouwen.identity.Identity;
import org.shouwen.retention.Retention;
import org.shouwen.suggestion.PersonalStore;
import org.shouwen.suggestion.ProposalLog;
import org.shouwen.suggestion.Suggestion;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The same matter is offered while typing, dispatchers' proposals are kept with what became of them, and all of it forgets. */
@ShouwenTest
class OpenMattersTest {
    private static final String WORDS = "锦山大街8号楼前的下水井盖没了，晚上走路差点掉进去";
    private static final CurrentUser AGENT =
            new CurrentUser(UUID.randomUUID(), "a", "坐席甲", null, null, Set.of(Role.AGENT, Role.DISPATCHER));

    @LocalServerPort
    int port;

    @Autowired
    Intake intake;

    @Autowired
    Appeals appeals;

    @Autowired
    OpenMatters matters;

    @Autowired
    List<PersonalStore> stores;

    @Autowired
    Retention retention;

    @Autowired
    ProposalLog log;

    @Autowired
    TestClock clock;

    @Autowired
    JdbcClient jdbc;

    private Receipt order(String words) {
        return intake.take(
                        AnAppeal.saying(words)
                                .matterClass("water-manhole")
                                .place("210603")
                                .by(Identity.of("沈如一", "13800006666", "", "")),
                        new Disposition.Ordered(null, null, null),
                        Origin.of(AGENT, null),
                        AGENT)
                .orThrow();
    }

    @Test
    void what_came_before_is_offered_and_forgotten_with_its_person() {
        Receipt first = order(WORDS);
        clock.pass(Duration.ofSeconds(11));
        assertThat(matters.offers("锦山大街8号楼井盖没了，差点掉下去", AGENT))
                .extracting(o -> o.appeal().number())
                .first()
                .isEqualTo(first.number());
        assertThat(matters.offers(WORDS, AGENT).getFirst().repeated()).isTrue();
        assertThat(matters.offers("井", AGENT)).isEmpty();
        assertThat(matters.offers("锦".repeat(10_000), AGENT)).isEmpty();
        assertThat(matters.holds(first.id())).isTrue();
        matters.forget(first.id());
        assertThat(matters.holds(first.id())).isFalse();
    }

    @Test
    void a_dispatch_is_kept_with_what_was_proposed() throws Exception {
        Receipt taken = order("示例路井盖丢了，请来补上，" + UUID.randomUUID());
        ScreenClient dispatcher = ScreenClient.as(port, "dispatcher");
        assertThat(dispatcher.get("/desk/dispatch").body()).contains(taken.number(), "职责清单");
        dispatcher.post("/desk/dispatch", java.util.Map.of("number", taken.number()));
        List<String> kept = jdbc.sql(
                        "select field || ' ' || became || ' ' || model from suggestion.proposal where appeal = :a")
                .param("a", taken.id())
                .query(String.class)
                .list();
        assertThat(kept).contains("unit ACCEPTED duty-list");
    }

    @Test
    void the_job_that_forgets_a_person_forgets_them_in_every_store_that_registered() {
        Receipt taken = intake.take(
                        AnAppeal.saying("示例新村的路灯不亮，我叫沈如一")
                                .matterClass("road-light")
                                .by(Identity.of("沈如一", "13800006666", "", "")),
                        new Disposition.Answered("已修好"),
                        Origin.of(AGENT, null),
                        AGENT)
                .orThrow();
        log.add(
                taken.id(),
                List.of(new ProposalLog.Decided(
                        "class", "road-light", 0.8, Suggestion.Band.TWO, "start/1", "road-light", true)),
                AGENT);
        clock.pass(Duration.ofSeconds(11));
        matters.offers("示例新村的路灯又不亮了", AGENT);
        assertThat(stores.stream().filter(s -> s.holds(taken.id())).map(PersonalStore::store))
                .contains("suggestion.proposal", "memory of open matters");
        clock.pass(Duration.ofDays(366 * 4));
        retention.run();
        assertThat(jdbc.sql("select forgotten_at is not null from intake.appeal where id = :a")
                        .param("a", taken.id())
                        .query(Boolean.class)
                        .single())
                .isTrue();
        assertThat(stores).hasSizeGreaterThanOrEqualTo(3).noneMatch(s -> s.holds(taken.id()));
        assertThat(jdbc.sql("select count(*) from suggestion.proposal where proposed = 'road-light' and appeal is null")
                        .query(Long.class)
                        .single())
                .as("the figure stays")
                .isEqualTo(1);
    }
}
