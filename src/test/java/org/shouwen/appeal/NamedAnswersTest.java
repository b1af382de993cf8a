package org.shouwen.appeal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shouwen.ApiClient;
import org.shouwen.Case;
import org.shouwen.Cases;
import org.shouwen.ScreenClient;
import org.shouwen.ShouwenTest;
import org.shouwen.TestClock;
import org.shouwen.access.Role;
import org.shouwen.accounts.Accounts;
import org.shouwen.history.VerificationProbe;
import org.shouwen.identity.Identity;
import org.shouwen.knowledge.AnswersUsed;
import org.shouwen.knowledge.ArticleVersion;
import org.shouwen.knowledge.ArticlesForTests;
import org.shouwen.regulation.Clause;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Answers that say where they come from, and those that units want everybody to read (Art. 2, 12.1). */
@ShouwenTest
class NamedAnswersTest {
    private static final AtomicInteger PROGRAMS = new AtomicInteger();

    @LocalServerPort
    int port;

    @Autowired
    ArticlesForTests articles;

    @Autowired
    AnswersUsed used;

    @Autowired
    Accounts accounts;

    @Autowired
    Cases cases;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    VerificationProbe verification;

    @Autowired
    TestClock clock;

    @BeforeEach
    void time() {
        clock.set("2026-11-20T10:00");
    }

    private static String appeal(String outcome) {
        return """
            {"channel":"phone","kind":"consultation","title":"供热费怎么算","content":"请问供热费怎么算","outcome":%s}""".formatted(outcome);
    }

    private static String answered(Object article, Object version) {
        return """
            {"type":"answered","answer":"按建筑面积计算","article":"%s","articleVersion":%s}""".formatted(article, version);
    }

    @Test
    void a_program_at_the_desk_names_article_and_version_of_its_answer() throws Exception {
        ArticleVersion v = articles.published("供热费计算办法", "供热费按建筑面积计算。");
        ApiClient api = ApiClient.of(port, accounts, "坐席程序" + PROGRAMS.incrementAndGet(), Role.AGENT, null);
        String number = api.post("/api/v1/appeals", appeal(answered(v.article(), 1)))
                .ok()
                .get("number")
                .asString();
        assertThat(used.of(number)).singleElement().satisfies(u -> {
            assertThat(u.article()).isEqualTo(v.article());
            assertThat(u.version()).isEqualTo(1);
        });
        for (String wrong :
                new String[] {answered(v.article(), 2), answered(UUID.randomUUID(), 1), answered(v.article(), "null")
                }) {
            ApiClient.Answer refused = api.post("/api/v1/appeals", appeal(wrong));
            assertThat(refused.status()).as(wrong).isEqualTo(422);
            assertThat(refused.body().toString()).contains("outcome.article");
        }
        String waiting =
                api.post("/api/v1/appeals", appeal("null")).ok().get("number").asString();
        api.post("/api/v1/appeals/" + waiting + "/outcomes", answered(v.article(), 1))
                .ok();
        assertThat(used.of(waiting)).hasSize(1);
    }

    private String suggestion(String words) {
        return cases.aCase(AnAppeal.saying(words + "。我叫孙先行，电话13904151299")
                        .kind("suggestion")
                        .by(Identity.of("孙先行", "13904151299", "", null)))
                .dispatchedTo("heating")
                .received()
                .reported()
                .closed()
                .number();
    }

    @Test
    void what_many_brought_is_offered_to_the_unit_that_led_it_and_to_the_platform() throws Exception {
        Case lead = cases.aCase(AnAppeal.saying("五经街全街停暖").by(Identity.UNNAMED))
                .dispatchedTo("heating")
                .received();
        Case alone = cases.aCase(AnAppeal.saying("六纬路一户停暖").by(Identity.UNNAMED))
                .dispatchedTo("heating")
                .received();
        cases.aCase(AnAppeal.saying("五经街一号停暖").by(Identity.UNNAMED)).joinedUnder(lead);
        cases.aCase(AnAppeal.saying("五经街二号停暖").by(Identity.UNNAMED)).joinedUnder(lead);
        for (Case done : List.of(lead, alone)) done.reported().closed();
        assertThat(ScreenClient.as(port, "heating").get("/unit-publications").body())
                .contains(lead.number())
                .doesNotContain(alone.number());
        assertThat(ScreenClient.as(port, "housing").get("/unit-publications").body())
                .doesNotContain(lead.number());
        assertThat(ScreenClient.as(port, "dispatcher")
                        .get("/appeals/to-publish")
                        .body())
                .contains(lead.number())
                .doesNotContain(alone.number());
    }

    @Test
    void a_unit_proposes_what_it_answered_itself_and_the_platform_decides() throws Exception {
        String number = suggestion("建议供热缴费增加夜间窗口");
        ScreenClient heating = ScreenClient.as(port, "heating");
        ScreenClient housing = ScreenClient.as(port, "housing");
        String at = "/unit-publications/" + number;
        assertThat(heating.get("/unit-publications").body()).contains(at);
        assertThat(housing.get("/unit-publications").body()).doesNotContain(number);
        assertThat(housing.get(at).statusCode()).isEqualTo(404);
        assertThat(heating.get(at).body())
                .contains("夜间窗口")
                .doesNotContain("孙先行")
                .doesNotContain("13904151299");
        Map<String, String> typed = Map.of(
                "topic", "SUGGESTION", "title", "增加夜间缴费窗口", "question", "孙先行建议增加夜间窗口", "answer", "已增加，回13904151299");
        assertThat(housing.post(at, typed).statusCode()).isEqualTo(404);
        assertThat(heating.post(at, typed).statusCode()).isEqualTo(302);
        assertThat(heating.post(at, typed).statusCode()).as("once is enough").isEqualTo(422);
        assertThat(heating.get("/unit-publications").body()).doesNotContain(at);
        String id = jdbc.sql("select id::text from knowledge.public_answer where title = '增加夜间缴费窗口'")
                .query(String.class)
                .single();
        assertThat(heating.post("/public-answers/" + id + "/publications", Map.of())
                        .statusCode())
                .as("the platform decides, " + Clause.A2)
                .isEqualTo(403);
        ScreenClient supervisor = ScreenClient.as(port, "supervisor");
        assertThat(supervisor
                        .post("/public-answers/" + id + "/publications", Map.of())
                        .statusCode())
                .isEqualTo(302);
        assertThat(ScreenClient.nobody(port).get("/answers/published/" + id).body())
                .contains("夜间")
                .doesNotContain("孙先行")
                .doesNotContain("13904151299");
        assertThat(verification.findings()).isEmpty();
    }
}
