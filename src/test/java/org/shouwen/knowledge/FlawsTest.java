package org.shouwen.knowledge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.shouwen.ScreenClient;
import org.shouwen.ShouwenTest;
import org.shouwen.TestClock;
import org.shouwen.access.Role;
import org.shouwen.accounts.CurrentUser;
import org.shouwen.directory.UnitId;
import org.shouwen.history.Actor;
import org.shouwen.history.History;
import org.shouwen.history.Subject;
import org.shouwen.history.VerificationProbe;
import org.shouwen.jobs.Job;
import org.shouwen.problems.BadInput;
import org.shouwen.problems.Refusal;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** "This is wrong" and "this is missing": tasks of the owner. */
@ShouwenTest
class FlawsTest {
    private static final UnitId HEATING = new UnitId("heating");
    private static final CurrentUser OFFICER = person("热力甲", "heating", Role.UNIT_OFFICER);
    private static final CurrentUser LEADER = person("热力乙", "heating", Role.UNIT_LEADER);
    private static final CurrentUser HOUSING = person("住建", "housing", Role.UNIT_LEADER);
    private static final CurrentUser SUPERVISOR = person("督办", null, Role.SUPERVISOR);

    @Autowired
    Articles articles;

    @Autowired
    Flaws flaws;

    @Autowired
    FlawHandover handover;

    @Autowired
    History history;

    @Autowired
    List<Job> jobs;

    @Autowired
    TestClock clock;

    @LocalServerPort
    int port;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    VerificationProbe verification;

    private static CurrentUser person(String name, @Nullable String unit, Role role) {
        return new CurrentUser(UUID.randomUUID(), name, name, unit, null, Set.of(role));
    }

    private ArticleVersion published(String title, String text) {
        ArticleVersion draft = articles.write(ArticlesTest.content(title, text), OFFICER);
        articles.check(draft.id(), LEADER);
        return articles.publish(draft.id(), SUPERVISOR);
    }

    private static void refused(String words, ThrowingCallable does) {
        assertThatThrownBy(does)
                .isInstanceOfSatisfying(
                        Refusal.class, r -> assertThat(r.key()).isEqualTo("knowledge.refused." + words));
    }

    @Test
    void what_is_missing_is_nobodys_until_the_platform_hands_it_to_a_unit_with_a_limit() throws Exception {
        clock.set("2026-09-30T10:00");
        Flaw earlier = flaws.wrong(published("阀门锈死找谁", "拨打服务电话。").article(), "早一天到期的", Actor.APPELLANT);
        clock.set("2026-10-01T10:00");
        Flaw missing = flaws.missing("没有报停后复供的流程", OFFICER.actor());
        assertThat(flaws.open(SUPERVISOR, null, 100).items())
                .as("first what nobody has")
                .containsSubsequence(missing, earlier);
        assertThat(flaws.open(HOUSING, null, 10).items()).doesNotContain(missing);
        refused("hands", () -> handover.hand(missing.id(), "housing", HOUSING));
        Flaw wrong = flaws.wrong(published("暖气不热找谁", "拨打服务电话。").article(), "号码停了", Actor.APPELLANT);
        refused("hands", () -> handover.hand(wrong.id(), "housing", SUPERVISOR));
        assertThatThrownBy(() -> handover.hand(missing.id(), "nowhere", SUPERVISOR))
                .isInstanceOf(BadInput.class);

        clock.set("2026-10-20T10:00");
        ScreenClient supervisor = ScreenClient.as(port, "supervisor");
        assertThat(supervisor.get("/knowledge").body())
                .contains("交给单位")
                .contains("/knowledge/flaws/" + missing.id() + "/handovers");
        assertThat(supervisor
                        .post("/knowledge/flaws/" + missing.id() + "/handovers", Map.of("unit", ""))
                        .statusCode())
                .isEqualTo(422);
        long told = told("FLAW_REPORTED");
        assertThat(supervisor
                        .post("/knowledge/flaws/" + missing.id() + "/handovers", Map.of("unit", "housing"))
                        .statusCode())
                .isEqualTo(302);
        assertThat(told("FLAW_REPORTED")).isEqualTo(told + 1);
        Flaw handed = flaws.open(HOUSING, null, 10).items().stream()
                .filter(f -> f.id().equals(missing.id()))
                .findFirst()
                .orElseThrow();
        assertThat(handed.due()).as("ten days from then on").isEqualTo("2026-10-30");
        assertThat(handover.hand(missing.id(), "housing", SUPERVISOR).due())
                .as("who takes it over has the same limit")
                .isEqualTo("2026-10-30");
        assertThat(history.of(new Subject("knowledge_flaw", missing.id())))
                .extracting(e -> e.type())
                .containsExactly("Reported", "HandedOver", "HandedOver");

        clock.set("2026-10-31T08:00");
        jobs.stream().filter(j -> j.name().equals("knowledge-reminders")).forEach(Job::run);
        assertThat(told("FLAW_LATE")).isEqualTo(1);
        flaws.settle(missing.id(), "已写成条目", HOUSING);
        refused("settled", () -> handover.hand(missing.id(), "heating", SUPERVISOR));
        assertThat(verification.findings()).noneMatch(f -> f.contains("flaw"));
    }

    private long told(String kind) {
        return jdbc.sql("select count(*) from messages.staff_notice where unit = 'housing' and kind = :kind")
                .param("kind", kind)
                .query(Long.class)
                .single();
    }

    @Test
    void what_is_wrong_is_a_task_of_the_owner_and_names_nobody() {
        ArticleVersion out = published("暖气片漏水找谁", "拨打热力集团服务电话。");
        Flaw wrong = flaws.wrong(out.article(), "电话13898765432打不通", Actor.APPELLANT);
        assertThat(wrong.words()).doesNotContain("13898765432");
        assertThat(wrong.unit()).isEqualTo(HEATING);
        assertThat(flaws.open(OFFICER, null, 10).items()).contains(wrong);
        assertThat(flaws.open(HOUSING, null, 10).items()).doesNotContain(wrong);
        refused("not-yours", () -> flaws.settle(wrong.id(), "已改", HOUSING));
        flaws.settle(wrong.id(), "号码已更新", OFFICER);
        refused("settled", () -> flaws.settle(wrong.id(), "再改", OFFICER));
        Flaw missing = flaws.missing("没有物业费标准", OFFICER.actor());
        assertThat(flaws.open(SUPERVISOR, null, 10).items()).contains(missing);
        assertThat(verification.findings()).isEmpty();
        jdbc.sql("update knowledge.article_version set text = '别的' where id = :id")
                .param("id", out.id())
                .update();
        assertThat(verification.findings())
                .anySatisfy(f -> assertThat(f.toString()).contains("article"));
        jdbc.sql("update knowledge.article_version set text = '拨打热力集团服务电话。' where id = :id")
                .param("id", out.id())
                .update();
    }

    @Test
    void who_sends_reports_by_the_dozen_waits_and_loses_no_word() throws Exception {
        clock.set("2026-09-30T10:00");
        String at = "/answers/" + published("供热停暖日期", "三月三十一日停暖。").article();
        ScreenClient citizen = ScreenClient.nobody(port);
        jdbc.sql("delete from throttle.failure").update();
        try {
            long before = reports();
            int taken = 0;
            while (citizen.post(at + "/flaws", Map.of("words", "日期不对")).statusCode() == 302) taken++;
            assertThat(taken).isBetween(20, 21);
            assertThat(reports()).isEqualTo(before + taken);
            assertThat(citizen.post(at + "/flaws", Map.of("words", "日期还是不对")).body())
                    .contains("请过一会儿再提")
                    .contains("日期还是不对");
            assertThat(reports()).isEqualTo(before + taken);
            clock.set("2026-09-30T10:20");
            assertThat(citizen.post(at + "/flaws", Map.of("words", "日期不对")).statusCode())
                    .isEqualTo(302);
        } finally {
            jdbc.sql("delete from throttle.failure").update();
        }
    }

    private long reports() {
        return jdbc.sql("select count(*) from knowledge.flaw").query(Long.class).single();
    }
}
