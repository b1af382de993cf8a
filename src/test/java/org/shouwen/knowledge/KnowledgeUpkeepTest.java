package org.shouwen.knowledge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shouwen.People;
import org.shouwen.ScreenClient;
import org.shouwen.ShouwenTest;
import org.shouwen.TestClock;
import org.shouwen.access.Role;
import org.shouwen.accounts.CurrentUser;
import org.shouwen.directory.UnitId;
import org.shouwen.history.VerificationProbe;
import org.shouwen.jobs.Job;
import org.shouwen.problems.Refusal;
import org.shouwen.regulation.Clause;
import org.shouwen.roster.Upkeep;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What each unit keeps up to date (Art. 4): reminders, the duty to look through it, and the directory. */
@ShouwenTest
class KnowledgeUpkeepTest {
    @LocalServerPort
    int port;

    @Autowired
    Articles articles;

    @Autowired
    AnswerSearch search;

    @Autowired
    Upkeep upkeep;

    @Autowired
    List<Job> jobs;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    VerificationProbe verification;

    @Autowired
    TestClock clock;

    @BeforeEach
    void time() {
        clock.set("2026-09-30T10:00");
    }

    private ArticleVersion published(String unit, ArticleKind kind, String title) {
        ArticleVersion draft = articles.write(
                new ArticleContent(
                        kind,
                        new UnitId(unit),
                        title,
                        title + "的说明。",
                        ArticleContent.Source.NONE,
                        kind == ArticleKind.SERVICE
                                ? new ArticleContent.Enterprise("振兴区某路1号", "8:30-17:00", "执照1号", "3125678")
                                : ArticleContent.Enterprise.NONE,
                        null,
                        null,
                        true),
                People.person("甲", unit, Role.UNIT_OFFICER));
        articles.check(draft.id(), leader(unit));
        return articles.publish(draft.id(), People.SUPERVISOR);
    }

    private static CurrentUser leader(String unit) {
        return People.person("乙", unit, Role.UNIT_LEADER);
    }

    private void run(String name) {
        jobs.stream()
                .filter(j -> j.name().equals(name))
                .findFirst()
                .orElseThrow()
                .run();
    }

    private List<String> told(String unit, String kind) {
        return jdbc.sql("select at::text from messages.staff_notice where unit = :unit and kind = :kind")
                .param("unit", unit)
                .param("kind", kind)
                .query(String.class)
                .list();
    }

    @Test
    void the_owner_is_reminded_once_of_each_day_and_may_not_say_that_all_is_right_before_it_is() throws Exception {
        ArticleVersion a = published("heating", ArticleKind.PROCEDURE, "供热过户怎么办");
        ArticleVersion b = published("heating", ArticleKind.PROCEDURE, "供热开栓怎么办");
        assertThat(a.reviewBy()).isEqualTo("2027-03-29");
        clock.set("2027-03-22T07:50");
        run("knowledge-reminders");
        assertThat(told("heating", "REVIEW_ENDS")).as("before eight").isEmpty();
        clock.set("2027-03-22T08:00");
        run("knowledge-reminders");
        run("knowledge-reminders");
        assertThat(told("heating", "REVIEW_ENDS"))
                .as("two articles, one reminder")
                .hasSize(1);
        assertThat(told("market", "REVIEW_ENDS")).isEmpty();
        assertThat(told("heating", "REVIEW_LATE")).isEmpty();
        clock.set("2027-03-30T08:00");
        run("knowledge-reminders");
        assertThat(told("heating", "REVIEW_LATE")).hasSize(1);
        assertThat(told("heating", "UPKEEP_LATE")).as("nobody ever said so").isNotEmpty();
        ScreenClient desk = ScreenClient.as(port, "heating");
        assertThat(desk.get("/notices").body()).contains("知识库：有条目逾期未复核").contains("href=\"/knowledge\"");
        assertThat(desk.get("/roster").body()).contains("先处理 2 条");

        CurrentUser unit = People.desk("heating");
        assertThatThrownBy(() -> upkeep.done(Upkeep.What.KNOWLEDGE, "都看过了", unit))
                .isInstanceOfSatisfying(Refusal.class, r -> {
                    assertThat(r.key()).isEqualTo("roster.refused.work-open");
                    assertThat(r.clause()).isEqualTo(Clause.A4.name());
                });
        upkeep.done(Upkeep.What.DIRECTORY, "名录无变化", unit);
        articles.review(a.id(), leader("heating"));
        articles.review(b.id(), leader("heating"));
        upkeep.done(Upkeep.What.KNOWLEDGE, "两条都已复核", unit);
        assertThat(upkeep.lines(new UnitId("heating"))).noneMatch(Upkeep.Line::late);
        assertThat(verification.findings()).isEmpty();
    }

    @Test
    void the_directory_counts_who_was_referred_and_who_complained() throws Exception {
        ArticleVersion plumber = published("housing", ArticleKind.SERVICE, "江城管道疏通服务部");
        published("housing", ArticleKind.SERVICE, "鸭绿江家电维修中心");
        ScreenClient agent = ScreenClient.as(port, "agent");
        new ArticlesForTests(articles, search).untilFound("江城管道疏通", plumber);
        String hints = agent.post("/desk/intake/answers", Map.of("content", "下水道堵了，江城管道疏通电话", "subject", ""))
                .body();
        assertThat(hints)
                .contains("complaint." + plumber.article())
                .as("whoever is referred is told where and when")
                .contains("江城管道疏通服务部，振兴区某路1号，8:30-17:00，3125678");
        assertThat(agent.post(
                                "/desk/intake/answers",
                                Map.of("content", "", "subject", "", "complaint." + plumber.article(), "on"))
                        .body())
                .as("a tick stays when other words stand there")
                .contains("name=\"complaint." + plumber.article() + "\" value=\"on\" checked");
        taken(
                agent,
                Map.of(
                        "kind", "consultation",
                        "outcome", "answered",
                        "answer", "请联系江城管道疏通服务部3125678",
                        "answerFrom", plumber.id().toString()));
        for (int i = 0; i < 2; i++)
            taken(
                    agent,
                    Map.of(
                            "kind",
                            "complaint",
                            "outcome",
                            "answered",
                            "answer",
                            "已转主管部门",
                            "complaint." + plumber.article(),
                            "on"));
        for (String path :
                List.of("/knowledge/enterprises", "/answers/enterprises?q=" + ArticlesForTests.encoded("疏通"))) {
            String page = (path.startsWith("/answers") ? ScreenClient.nobody(port) : agent)
                    .get(path)
                    .body();
            assertThat(page).contains("江城管道疏通服务部").contains("3125678");
            assertThat(page.contains("鸭绿江家电维修中心")).isEqualTo(path.startsWith("/knowledge"));
        }
        assertThat(ScreenClient.nobody(port).get("/answers/enterprises").body()).contains("热线推荐 1 次，收到投诉 2 件");
        assertThat(ScreenClient.nobody(port)
                        .get("/answers/" + plumber.article())
                        .body())
                .contains("热线推荐 1 次，收到投诉 2 件");
        assertThat(agent.get("/knowledge/" + plumber.article()).body()).contains("热线推荐 1 次，收到投诉 2 件");
    }

    private static void taken(ScreenClient agent, Map<String, String> how) throws Exception {
        Map<String, String> typed = new java.util.HashMap<>(how);
        typed.putAll(Map.of("key", UUID.randomUUID().toString(), "content", "下水道堵了的事情", "channel", "phone"));
        assertThat(agent.post("/desk/intake", typed)
                        .headers()
                        .firstValue("Location")
                        .orElse(""))
                .endsWith("/desk/intake/done");
    }
}
