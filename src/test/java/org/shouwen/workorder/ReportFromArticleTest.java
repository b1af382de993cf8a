package org.shouwen.workorder;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shouwen.ApiClient;
import org.shouwen.Cases;
import org.shouwen.People;
import org.shouwen.ScreenClient;
import org.shouwen.ShouwenTest;
import org.shouwen.TestClock;
import org.shouwen.access.Role;
import org.shouwen.accounts.Accounts;
import org.shouwen.appeal.AnAppeal;
import org.shouwen.identity.Identity;
import org.shouwen.knowledge.AnswersUsed;
import org.shouwen.knowledge.ArticleVersion;
import org.shouwen.knowledge.ArticlesForTests;
import org.shouwen.regulation.Clause;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Article 13.4: a policy answer names document, title and clause; an article of the knowledge base brings them along. */
@ShouwenTest
class ReportFromArticleTest {
    private static final AtomicInteger PROGRAMS = new AtomicInteger();

    @LocalServerPort
    int port;

    @Autowired
    ArticlesForTests articles;

    @Autowired
    AnswersUsed used;

    @Autowired
    Cases cases;

    @Autowired
    WorkOrderBoard board;

    @Autowired
    Accounts accounts;

    @Autowired
    TestClock clock;

    @BeforeEach
    void time() {
        clock.set("2026-11-20T10:00");
    }

    private String order(String words) {
        return cases.aCase(AnAppeal.saying(words).kind("consultation").by(Identity.of("何其正", "13904150020", "", null)))
                .dispatchedTo("heating")
                .received()
                .number();
    }

    /** The order was dispatched at ten; the person was answered at half past. */
    private void anHourLater() {
        clock.set("2026-11-20T11:00");
    }

    private Report.Citation citation(String number) {
        Report report = Objects.requireNonNull(
                board.page(number, People.DISPATCHER).order().reportOrNull());
        return Objects.requireNonNull(report.citation());
    }

    @Test
    void the_unit_chooses_an_article_and_its_citation_stands_in_the_report_with_article_and_version() throws Exception {
        ArticleVersion v = articles.published("供热温度标准是多少", "供热期内居民室温不低于十八摄氏度。");
        String number = order("请问供热温度标准是多少");
        anHourLater();
        ScreenClient unit = ScreenClient.as(port, "heating");
        articles.untilFound("请问供热温度标准是多少", v);
        assertThat(unit.get("/orders/" + number).body()).contains("供热温度标准是多少").contains(v.id().toString());
        assertThat(unit.get("/orders/" + number + "/citations?q=" + ArticlesForTests.encoded("室温标准"))
                        .body())
                .contains(v.id().toString());
        Map<String, String> typed = new HashMap<>(
                Map.of("leaderActed", "分管领导到场", "investigation", "核实", "resolution", "已答复", "appellantSaid", "满意"));
        typed.putAll(Map.of("answeredAt", "2026-11-20T10:30", "answeredHow", "电话", "done", "true"));
        typed.putAll(
                Map.of("policyAnswer", "true", "citation.answerFrom", v.id().toString(), "citation.provision", "第九条"));
        assertThat(unit.post("/orders/" + number + "/reports", typed).statusCode())
                .isEqualTo(302);
        Report.Citation c = citation(number);
        assertThat(c.documentNumber()).isEqualTo("丹政发〔2026〕3号");
        assertThat(c.title()).isEqualTo("丹东市城市供热条例");
        assertThat(c.provision()).as("what was typed stays").isEqualTo("第九条");
        assertThat(c.date()).isEqualTo("2026-01-05");
        assertThat(c.article()).isEqualTo(v.article());
        assertThat(c.version()).isEqualTo(1);
        assertThat(used.of(number))
                .singleElement()
                .satisfies(u -> assertThat(u.version()).isEqualTo(1));
        assertThat(unit.get("/orders/" + number).body()).contains("知识库第 1 版").contains("2026-01-05");
    }

    @Test
    void a_program_names_the_version_and_one_that_is_not_there_is_refused_by_its_field() throws Exception {
        ArticleVersion v = articles.published("供热费退费规则", "室温不达标的按日退费。");
        String number = order("供热费怎么退");
        anHourLater();
        ApiClient api = ApiClient.of(port, accounts, "程序" + PROGRAMS.incrementAndGet(), Role.UNIT_DESK, "heating");
        String report = """
            {"leaderActed":"到场","investigation":"核实","resolution":"已答复","appellantSaid":"满意",
             "answeredAt":"2026-11-20T02:30:00Z","answeredHow":"电话","done":true,"policyAnswer":true,
             "citation":{"answerFrom":"%s"}}""";
        ApiClient.Answer wrong =
                api.post("/api/v1/work-orders/" + number + "/reports", report.formatted(UUID.randomUUID()));
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.body().toString()).contains("answerFrom");
        api.post("/api/v1/work-orders/" + number + "/reports", report.formatted(v.id()))
                .ok();
        assertThat(citation(number).article()).isEqualTo(v.article());
        assertThat(citation(number).provision()).isEqualTo("第八条");
        assertThat(api.get("/api/v1/work-orders/" + number).ok().toString())
                .contains("\"article\":\"" + v.article() + "\"")
                .contains("\"version\":1");
        assertThat(used.of(number)).hasSize(1);
        assertThat(Clause.A13_4).isNotNull();
    }
}
