package org.shouwen.appeal;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shouwen.People;
import org.shouwen.ScreenClient;
import org.shouwen.ShouwenTest;
import org.shouwen.TestClock;
import org.shouwen.history.VerificationProbe;
import org.shouwen.identity.Identity;
import org.shouwen.jobs.Job;
import org.shouwen.regulation.Clause;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Article 2 (政民互动): answers to suggestions are published masked and by two, found on the portal, withdrawn again. */
@ShouwenTest
class PublicAnswersTest {
    @LocalServerPort
    int port;

    @Autowired
    Intake intake;

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
        clock.set("2026-11-20T10:00");
    }

    private String suggested(String words) {
        NewAppeal a = AnAppeal.saying(words + "。我叫孙先行，电话13904151299，住振兴区某街5号")
                .kind("suggestion")
                .by(Identity.of("孙先行", "13904151299", "振兴区某街5号", null));
        return intake.take(
                        a,
                        new Disposition.Answered("孙先行您好，已列入明年计划，进展会打13904151299告诉您"),
                        Origin.of(People.AGENT, null),
                        People.AGENT)
                .orThrow()
                .number();
    }

    private String proposed(String number, String title) throws Exception {
        ScreenClient dispatcher = ScreenClient.as(port, "dispatcher");
        String form = dispatcher.get("/appeals/" + number + "/publication").body();
        assertThat(form).contains("已列入明年计划").doesNotContain("13904151299").doesNotContain("孙先行您好");
        Map<String, String> typed = Map.of(
                "topic", "SUGGESTION", "title", title, "question", title + "，孙先行提", "answer", "已列入明年计划，回13904151299");
        assertThat(dispatcher.post("/appeals/" + number + "/publication", typed).statusCode())
                .isEqualTo(302);
        return jdbc.sql("select id::text from knowledge.public_answer where title like :title")
                .param("title", title + "%")
                .query(String.class)
                .single();
    }

    private String portal(String q) throws Exception {
        return ScreenClient.nobody(port)
                .get("/answers?q=" + URLEncoder.encode(q, StandardCharsets.UTF_8))
                .body();
    }

    private void run(String job) {
        jobs.stream()
                .filter(j -> j.name().equals(job))
                .findFirst()
                .orElseThrow()
                .run();
    }

    private static String box(ScreenClient staff) throws Exception {
        return staff.get("/search?kind=ARTICLE&q=" + URLEncoder.encode("江边步道", StandardCharsets.UTF_8))
                .body();
    }

    @Test
    void a_suggestion_is_proposed_by_one_published_by_another_found_by_citizens_and_withdrawn() throws Exception {
        String number = suggested("建议江边步道加装路灯");
        ScreenClient dispatcher = ScreenClient.as(port, "dispatcher");
        ScreenClient supervisor = ScreenClient.as(port, "supervisor");
        assertThat(dispatcher.get("/appeals/to-publish").body()).contains("/appeals/" + number + "/publication");
        String id = proposed(number, "江边步道加装路灯");
        assertThat(dispatcher.get("/appeals/to-publish").body()).doesNotContain("/appeals/" + number + "/publication");
        assertThat(dispatcher
                        .post(
                                "/appeals/" + number + "/publication",
                                Map.of("topic", "COMMON", "title", "再来", "question", "问", "answer", "答"))
                        .statusCode())
                .as("once is enough")
                .isEqualTo(422);
        assertThat(portal("江边步道路灯")).doesNotContain("江边步道加装路灯");
        assertThat(ScreenClient.nobody(port).get("/answers/published/" + id).statusCode())
                .isEqualTo(404);
        assertThat(dispatcher
                        .post("/public-answers/" + id + "/publications", Map.of())
                        .statusCode())
                .as("whoever proposed it does not publish it, " + Clause.A2)
                .isEqualTo(409);
        assertThat(supervisor
                        .post("/public-answers/" + id + "/publications", Map.of())
                        .statusCode())
                .isEqualTo(302);
        assertThat(portal("江边步道路灯")).contains("/answers/published/" + id);
        assertThat(ScreenClient.nobody(port).get("/answers/published").body()).contains("江边步道加装路灯");
        String other = proposed(suggested("建议图书馆周末延长开放"), "图书馆周末延长开放");
        supervisor.post("/public-answers/" + other + "/publications", Map.of());
        assertThat(portal("图书馆周末")).contains("/answers/published/" + other);
        assertThat(portal("江边步道路灯"))
                .as("what shares nothing with the question is no answer")
                .doesNotContain("/answers/published/" + other);
        run("search-index");
        ScreenClient agent = ScreenClient.as(port, "agent");
        assertThat(box(agent)).contains("/knowledge/" + id);
        assertThat(agent.get("/knowledge/" + id).headers().firstValue("Location"))
                .hasValueSatisfying(at -> assertThat(at).endsWith("/answers/published/" + id));
        assertThat(agent.post("/desk/intake/answers", Map.of("content", "江边步道想装路灯", "subject", ""))
                        .body())
                .as("beside the agent's form")
                .contains("/answers/published/" + id);
        assertThat(ScreenClient.nobody(port).get("/answers/published/" + id).body())
                .contains("已列入明年计划")
                .doesNotContain("孙先行")
                .doesNotContain("13904151299");
        assertThat(supervisor
                        .post("/public-answers/" + id + "/withdrawals", Map.of("reason", ""))
                        .statusCode())
                .isEqualTo(422);
        ScreenClient.nobody(port).post("/answers/published/" + id + "/flaws", Map.of("words", "路灯今年就装好了"));
        assertThat(supervisor.get("/knowledge").body()).contains("路灯今年就装好了", "href=\"/knowledge/" + id + "\"");
        supervisor.post("/public-answers/" + id + "/withdrawals", Map.of("reason", "情况变了"));
        assertThat(supervisor.get("/knowledge").body()).doesNotContain("路灯今年就装好了");
        assertThat(portal("江边步道路灯")).doesNotContain("/answers/published/" + id);
        run("search-index");
        assertThat(box(agent)).doesNotContain("/knowledge/" + id);
        assertThat(ScreenClient.nobody(port).get("/answers/published/" + id).statusCode())
                .isEqualTo(404);
        assertThat(supervisor.get("/public-answers?state=WITHDRAWN").body()).contains("情况变了");
        assertThat(verification.findings()).isEmpty();
    }

    @Test
    void what_is_refused_is_never_out_and_an_erased_person_is_in_none() throws Exception {
        String refused = proposed(suggested("建议撤销公交站"), "撤销公交站");
        String out = proposed(suggested("建议增设公交站"), "增设公交站");
        ScreenClient supervisor = ScreenClient.as(port, "supervisor");
        supervisor.post("/public-answers/" + refused + "/refusals", Map.of("reason", "只涉及一户"));
        supervisor.post("/public-answers/" + out + "/publications", Map.of());
        assertThat(portal("公交站")).contains("/answers/published/" + out).doesNotContain("/answers/published/" + refused);
        clock.set("2040-11-20T10:00");
        run("retention");
        String all = jdbc.sql("select row_to_json(p)::text from knowledge.public_answer p")
                .query(String.class)
                .list()
                .toString();
        assertThat(all)
                .contains("增设公交站")
                .doesNotContain("撤销公交站")
                .doesNotContain("孙先行")
                .doesNotContain("13904151299");
        assertThat(jdbc.sql("select count(*) from knowledge.public_answer where appeal is not null")
                        .query(Long.class)
                        .single())
                .isZero();
        assertThat(verification.findings()).isEmpty();
    }
}
