package org.shouwen.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shouwen.People;
import org.shouwen.ScreenClient;
import org.shouwen.ShouwenTest;
import org.shouwen.TestClock;
import org.shouwen.access.Role;
import org.shouwen.directory.UnitId;
import org.shouwen.jobs.Job;
import org.shouwen.search.SearchHit;
import org.shouwen.search.SearchQuery;
import org.shouwen.search.Searches;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** From which day to which an article holds, and of which day its document is. */
@ShouwenTest
class KnowledgeValidityTest {
    @LocalServerPort
    int port;

    @Autowired
    Articles articles;

    @Autowired
    Searches searches;

    @Autowired
    List<Job> jobs;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TestClock clock;

    @BeforeEach
    void time() {
        clock.set("2026-09-30T10:00");
    }

    @Test
    void what_has_expired_or_does_not_hold_yet_is_marked_and_its_owner_told_before() throws Exception {
        ArticleVersion over = holding("限时过户优惠", null, LocalDate.of(2026, 10, 20));
        ArticleVersion early = holding("明年过户新规", LocalDate.of(2027, 1, 1), null);
        clock.set("2026-10-12T09:00");
        run("knowledge-reminders");
        assertThat(told()).isZero();
        clock.set("2026-10-13T09:00");
        run("knowledge-reminders");
        run("knowledge-reminders");
        assertThat(told()).as("a week before, once").isEqualTo(1);
        assertThat(page("/knowledge")).contains(">尚未生效<").doesNotContain(">已失效<");
        assertThat(page("/knowledge/" + early.article())).contains(">尚未生效<");
        clock.set("2026-10-21T09:00");
        assertThat(page("/knowledge")).contains(">尚未生效<").contains(">已失效<");
        assertThat(page("/knowledge/" + over.article())).contains(">已失效<");
        run("search-index");
        Map<UUID, String> states = new HashMap<>();
        for (SearchHit hit :
                searches.find(People.SUPERVISOR, SearchQuery.of("过户")).hits()) states.put(hit.id(), hit.state());
        assertThat(states).containsEntry(over.article(), "EXPIRED").containsEntry(early.article(), "NOT_YET");
        clock.set("2027-01-01T09:00");
        assertThat(page("/search?q=" + ArticlesForTests.encoded("过户")))
                .contains(">已失效<")
                .doesNotContain(">尚未生效<");
    }

    private String page(String path) throws Exception {
        return ScreenClient.as(port, "supervisor").get(path).body();
    }

    @Test
    void an_article_says_of_which_day_its_document_is() throws Exception {
        ArticleVersion v = holding("过户要带什么", null, null);
        for (String page : List.of("/knowledge/", "/answers/"))
            assertThat(ScreenClient.as(port, "agent").get(page + v.article()).body())
                    .contains("发文日期")
                    .contains("2026-07-09");
    }

    private void run(String name) {
        jobs.stream().filter(j -> j.name().equals(name)).forEach(Job::run);
    }

    private long told() {
        return jdbc.sql(
                        "select count(*) from messages.staff_notice where unit = 'water-supply' and kind = 'VALIDITY_ENDS'")
                .query(Long.class)
                .single();
    }

    private ArticleVersion holding(String title, @Nullable LocalDate from, @Nullable LocalDate to) {
        ArticleVersion draft = articles.write(
                new ArticleContent(
                        ArticleKind.POLICY,
                        new UnitId("water-supply"),
                        title,
                        title + "的说明。",
                        new ArticleContent.Source("丹发〔2026〕8号", "过户办法", "", LocalDate.of(2026, 7, 9)),
                        ArticleContent.Enterprise.NONE,
                        from,
                        to,
                        true),
                People.person("甲", "water-supply", Role.UNIT_OFFICER));
        articles.check(draft.id(), People.person("乙", "water-supply", Role.UNIT_LEADER));
        return articles.publish(draft.id(), People.SUPERVISOR);
    }
}
