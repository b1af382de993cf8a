package org.shouwen.appeal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shouwen.Cases;
import org.shouwen.People;
import org.shouwen.ScreenClient;
import org.shouwen.ShouwenTest;
import org.shouwen.TestClock;
import org.shouwen.identity.Identity;
import org.shouwen.jobs.Job;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What was asked and not answered from an article: grouped, masked, counted, a task with a limit, and a draft in one step. */
@ShouwenTest
class GapsFromAnswersTest {
    @LocalServerPort
    int port;

    @Autowired
    Intake intake;

    @Autowired
    UncitedAnswers uncited;

    @Autowired
    List<Job> jobs;

    @Autowired
    Cases cases;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TestClock clock;

    @BeforeEach
    void time() {
        clock.set("2026-11-20T10:00");
    }

    private Receipt answered(String words, String name, String phone, String answer) {
        NewAppeal a = AnAppeal.saying(words).kind("consultation").by(Identity.of(name, phone, "振兴区某街5号", null));
        return intake.take(a, new Disposition.Answered(answer), Origin.of(People.AGENT, null), People.AGENT)
                .orThrow();
    }

    /** Once outside the hours of the night, when nothing happens, and once within. */
    private void night() {
        Job mining = job("knowledge-gaps");
        uncited.run();
        mining.run();
        clock.set("2026-11-21T03:00");
        mining.run();
        mining.run();
    }

    private Job job(String name) {
        return jobs.stream().filter(j -> j.name().equals(name)).findFirst().orElseThrow();
    }

    private String all() {
        return jdbc.sql("select row_to_json(u)::text from knowledge.unanswered u")
                        .query(String.class)
                        .list()
                + jdbc.sql("select row_to_json(g)::text from knowledge.gap g")
                        .query(String.class)
                        .list()
                        .toString();
    }

    private String gap(String like) {
        return jdbc.sql("select id::text from knowledge.gap where words like :like")
                .param("like", "%" + like + "%")
                .query(String.class)
                .single();
    }

    @Test
    void three_who_asked_the_same_become_a_task_of_the_unit_and_a_draft_that_closes_it_when_published()
            throws Exception {
        answered("我叫孙先行，电话13904151299，请问养犬登记证怎么办理", "孙先行", "13904151299", "请到派出所办理，孙先行您好");
        answered("养犬登记证在哪里办理", "于得水", "13904151298", "带免疫证明到派出所");
        String order = cases.aCase(AnAppeal.saying("你好，我想问一下养犬登记证办理要什么材料")
                        .kind("consultation")
                        .by(Identity.of("何其正", "13904151297", "", null)))
                .dispatchedTo("heating")
                .received()
                .reported()
                .closed()
                .number();
        assertThat(order).isNotEmpty();
        night();
        assertThat(all())
                .contains("养犬登记证")
                .doesNotContain("孙先行")
                .doesNotContain("13904151299")
                .doesNotContain("某街5号");
        ScreenClient supervisor = ScreenClient.as(port, "supervisor");
        assertThat(supervisor.get("/knowledge/gaps").body()).contains("养犬登记证").contains(">3<");
        assertThat(supervisor.get("/knowledge").body())
                .contains("3 人问过，知识库里没有答案")
                .contains("看问题");
        String id = gap("养犬登记证");
        ScreenClient heating = ScreenClient.as(port, "heating-officer");
        assertThat(heating.get("/knowledge/gaps/" + id).body()).contains("带免疫证明到派出所");
        assertThat(ScreenClient.as(port, "housing").get("/knowledge/gaps/" + id).statusCode())
                .isEqualTo(404);
        String form = heating.post("/knowledge/gaps/" + id + "/drafts", Map.of())
                .headers()
                .firstValue("Location")
                .orElseThrow();
        assertThat(heating.get(form.substring(form.indexOf("/knowledge"))).body())
                .contains("养犬登记证")
                .contains("带免疫证明到派出所");
        assertThat(heating.post("/knowledge/gaps/" + id + "/drafts", Map.of()).statusCode())
                .isEqualTo(409);
        String version = form.replaceAll(".*/versions/([0-9a-f-]{36})/.*", "$1");
        String article = form.replaceAll(".*article=([0-9a-f-]{36}).*", "$1");
        ScreenClient.as(port, "heating-leader")
                .post("/knowledge/versions/" + version + "/checks", Map.of("article", article));
        supervisor.post("/knowledge/versions/" + version + "/publications", Map.of("article", article));
        assertThat(supervisor.get("/knowledge/gaps").body()).doesNotContain("养犬登记证");
        assertThat(supervisor.get("/knowledge").body()).doesNotContain("3 人问过");
    }

    @Test
    void what_citizens_and_staff_look_for_in_vain_is_kept_masked_and_a_gap_may_be_closed_with_a_reason()
            throws Exception {
        ScreenClient citizen = ScreenClient.as(port, "agent");
        assertThat(citizen.get("/answers?q="
                                + java.net.URLEncoder.encode("冬季取暖补贴标准", java.nio.charset.StandardCharsets.UTF_8))
                        .body())
                .contains("/answers/questions");
        assertThat(citizen.post("/answers/questions", Map.of("q", "我电话13904151296，冬季取暖补贴标准"))
                        .headers()
                        .firstValue("Location")
                        .orElse(""))
                .endsWith("/ask/consultation");
        citizen.post("/knowledge/questions", Map.of("q", "冬季取暖补贴标准是多少"));
        citizen.post("/knowledge/questions", Map.of("q", "问"));
        night();
        assertThat(all()).contains("冬季取暖补贴标准").doesNotContain("13904151296").doesNotContain("\"问\"");
        String id = gap("冬季取暖补贴标准");
        ScreenClient supervisor = ScreenClient.as(port, "supervisor");
        assertThat(supervisor.get("/knowledge/gaps/" + id).body())
                .contains("网上查找")
                .contains("工作人员查找");
        assertThat(supervisor
                        .post("/knowledge/gaps/" + id + "/drafts", Map.of())
                        .statusCode())
                .as("whose article it will be has to be said")
                .isEqualTo(422);
        assertThat(supervisor
                        .post("/knowledge/gaps/" + id + "/dismissals", Map.of("reason", ""))
                        .statusCode())
                .isEqualTo(422);
        supervisor.post("/knowledge/gaps/" + id + "/dismissals", Map.of("reason", "标准每年公布，另有专页"));
        assertThat(supervisor.get("/knowledge/gaps").body()).doesNotContain("冬季取暖补贴标准");
    }

    @Test
    void with_the_appellant_the_question_is_forgotten_and_stands_for_no_group() {
        Receipt r = answered("三胞胎乘公交车怎么收费，我们一家都在问", "吴三多", "13904151295", "按儿童票");
        night();
        assertThat(all()).contains("三胞胎").contains(r.id().toString());
        clock.set("2040-11-21T03:00");
        job("retention").run();
        assertThat(all()).doesNotContain("三胞胎").doesNotContain(r.id().toString());
    }
}
