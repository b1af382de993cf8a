package org.shouwen.appeal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.shouwen.ScreenClient;
import org.shouwen.ShouwenTest;
import org.shouwen.TestClock;
import org.shouwen.access.Role;
import org.shouwen.accounts.CurrentUser;
import org.shouwen.channels.boards.ImportAppeals;
import org.shouwen.history.ByHand;
import org.shouwen.history.History;
import org.shouwen.history.Recorded;
import org.shouwen.history.VerificationProbe;
import org.shouwen.identity.Identity;
import org.shouwen.problems.After;
import org.shouwen.problems.Page;
import org.shouwen.retention.Retention;
import org.shouwen.suggestion.CityPhrases;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Article 8.3 and ruling 16: the machine proposes danger, and it stays on the alarm list until a named person decides. */
@ShouwenTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DangerAlarmsTest {
    private static final String DANGER = "灶上咕噜咕噜直蹿仙气儿";
    private static final CurrentUser AGENT =
            new CurrentUser(UUID.randomUUID(), "a", "坐席甲", null, null, Set.of(Role.AGENT));
    private static final CurrentUser BUREAU =
            new CurrentUser(UUID.randomUUID(), "b", "营商局甲", null, null, Set.of(Role.BUREAU));

    @LocalServerPort
    int port;

    @Autowired
    Intake intake;

    @Autowired
    Appeals appeals;

    @Autowired
    DangerAlarms alarms;

    @Autowired
    ImportAppeals imports;

    @Autowired
    Retention retention;

    @Autowired
    CityPhrases phrases;

    @Autowired
    History history;

    @Autowired
    ByHand byHand;

    @Autowired
    VerificationProbe verification;

    @Autowired
    TestClock clock;

    @BeforeAll
    void the_city_says_it_so() {
        phrases.add("danger", "fire-brigade", DANGER, true, BUREAU);
    }

    private Receipt submit(String content) {
        return intake.submit(
                AnAppeal.saying(content).channel("web").by(Identity.of("顾小满", "13900001111", null, null)),
                Origin.portal(UUID.randomUUID().toString()),
                org.shouwen.history.Actor.APPELLANT);
    }

    private DangerAlarm alarm(Receipt r) {
        return alarms.find(r.id()).orElseThrow();
    }

    @Test
    void it_stays_and_its_waiting_time_shows_until_somebody_dismisses_it_with_a_reason() throws Exception {
        Receipt r = submit(DANGER + "，在三楼");
        clock.pass(Duration.ofMinutes(20));
        ScreenClient agent = ScreenClient.as(port, "agent");
        assertThat(agent.get("/desk/alarms/strip").body()).contains("险情待确认", r.number(), "data-since");
        String list = agent.get("/desk/alarms").body();
        assertThat(list).contains(r.number(), "<mark>" + DANGER + "</mark>", "119", "139****1111");
        String path = "/desk/alarms/" + r.number();
        assertThat(agent.post(path + "/dismissals", Map.of("reason", " ")).statusCode())
                .as("silence is never an answer")
                .isEqualTo(422);
        assertThat(alarm(r).open()).isTrue();
        assertThat(agent.post(path + "/dismissals", Map.of("reason", "顾小满来电：是在做直播布景"))
                        .statusCode())
                .isEqualTo(302);
        assertThat(alarm(r)).matches(a -> a.dismissed() && a.officer() != null);
        assertThat(agent.get("/desk/alarms").body()).doesNotContain(r.number());
        assertThat(agent.post(path + "/confirmations", Map.of("reason", "又来一次")).statusCode())
                .as("somebody has decided")
                .isEqualTo(409);
        assertThat(agent.get("/appeals/" + r.number()).body())
                .as("the proposal and the decision stand in the appeal's history")
                .contains("系统提示险情", "排除险情", "直播布景");
        assertThat(agent.get("/desk/appeals").body()).contains("险情已排除");
        List<Recorded> entries = history.of(alarm(r).subject());
        assertThat(entries).extracting(Recorded::body).noneMatch(b -> b.contains("直播"));
        assertThat(verification.findings()).isEmpty();
        byHand.past("update intake.danger_alarm set reason = '别的' where appeal = ?", r.id());
        assertThat(verification.findings()).anyMatch(f -> f.contains("reason"));
        byHand.past("update intake.danger_alarm set reason = '顾小满来电：是在做直播布景' where appeal = ?", r.id());
    }

    @Test
    void confirming_leads_on_to_the_appeal_which_stands_on_top_of_the_queue() throws Exception {
        Receipt calm = submit("路口的座椅坏了");
        Receipt urgent = submit("家里返水了，快来");
        Receipt r = submit(DANGER + "，在五楼");
        assertThat(appeals.queue(AGENT, null, 100).items())
                .extracting(Appeal::number)
                .containsSubsequence(r.number(), urgent.number(), calm.number());
        Page<Appeal> first = appeals.queue(AGENT, null, 1);
        assertThat(appeals.queue(AGENT, After.parse(first.next()), 100).items())
                .extracting(Appeal::number)
                .doesNotContain(first.items().getFirst().number())
                .contains(urgent.number(), calm.number());
        ScreenClient agent = ScreenClient.as(port, "agent");
        assertThat(agent.post("/desk/alarms/" + r.number() + "/confirmations", Map.of("reason", "已联系 119 出警"))
                        .headers()
                        .firstValue("Location")
                        .orElse(""))
                .endsWith("/desk/appeals/" + r.number());
        assertThat(alarm(r).state()).isEqualTo(DangerAlarm.State.CONFIRMED);
    }

    @Test
    void who_makes_the_urgent_order_or_names_the_number_has_decided_and_who_does_less_has_not() {
        Receipt ordered = submit(DANGER + "，在六楼");
        intake.decide(ordered.number(), new Disposition.Ordered(null, null, "ruled"), null, AGENT, null);
        assertThat(alarm(ordered)).matches(a -> a.state() == DangerAlarm.State.CONFIRMED);
        assertThat(alarm(ordered).officer()).isEqualTo("坐席甲");
        Receipt plain = submit(DANGER + "，在七楼");
        intake.decide(plain.number(), new Disposition.Ordered(null, null, null), null, AGENT, null);
        assertThat(alarm(plain).open()).isTrue();
        Receipt guided = intake.take(
                        AnAppeal.saying(DANGER + "，在八楼").by(Identity.UNNAMED),
                        new Disposition.Guided("fire-brigade", ""),
                        Origin.of(AGENT, null),
                        AGENT)
                .orThrow();
        assertThat(alarm(guided).open()).isFalse();
        Receipt elsewhere = intake.take(
                        AnAppeal.saying(DANGER + "，在九楼").by(Identity.UNNAMED),
                        new Disposition.Guided("discipline", ""),
                        Origin.of(AGENT, null),
                        AGENT)
                .orThrow();
        assertThat(alarm(elsewhere).open()).isTrue();
        assertThat(verification.findings()).isEmpty();
    }

    @Test
    void a_post_of_a_message_board_lands_on_the_list_and_one_that_is_rejected_is_marked(@TempDir Path folder)
            throws Exception {
        Path file = folder.resolve("posts.jsonl");
        Files.writeString(
                file,
                "{\"id\":\"d1\",\"createdAt\":\"2026-09-01 10:00\",\"type\":\"求助\",\"title\":\"急\",\"content\":\""
                        + DANGER
                        + "\"}\n{\"id\":\"d2\",\"createdAt\":\"2026-09-01 10:00\",\"type\":\"什么\",\"content\":\""
                        + DANGER
                        + "\"}\n");
        assertThat(imports.load(file)).isEqualTo(new ImportAppeals.Result(1, 0, 1));
        assertThat(alarms.open())
                .anyMatch(a -> appeals.withIds(List.of(a.appeal()), AGENT)
                        .getFirst()
                        .channel()
                        .equals("people-net"));
        assertThat(Files.readString(folder.resolve("posts.rejects.jsonl"))).contains("\"urgency\":\"danger\"");
    }

    @Test
    void with_the_person_the_reason_forgets_them_too() {
        clock.set("2026-09-30T10:00");
        Receipt r = submit(DANGER + "，在十楼");
        alarms.dismiss(r.number(), "顾小满 13900001111 说没事", AGENT).orThrow();
        intake.decide(r.number(), new Disposition.Answered("已回电核实"), null, AGENT, null);
        clock.set("2029-10-01T10:00");
        retention.run();
        assertThat(alarm(r).reason())
                .doesNotContain("顾小满")
                .doesNotContain("13900001111")
                .contains("说没事");
        assertThat(verification.findings()).isEmpty();
        clock.set("2026-09-30T10:00");
    }
}
