package org.shouwen.appeal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
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

    private static Map<String, String> typed(Map<String, String> other) {
        Map<String, String> typed = new HashMap<>(Map.of("kind", "PROCEDURE", "title", "养犬登记", "text", "到派出所登记。"));
        typed.putAll(other);
        return typed;
    }

    /** @return the article's id */
    private static String drafted(ScreenClient officer, String gap) throws Exception {
        String at = officer.post("/knowledge/gaps/" + gap + "/drafts", typed(Map.of()))
                .headers()
                .firstValue("Location")
                .orElseThrow();
        return at.substring(at.lastIndexOf('/') + 1);
    }

    private static String version(ScreenClient officer, String article) throws Exception {
        Matcher m = Pattern.compile("/knowledge/versions/([0-9a-f-]{36})/")
                .matcher(officer.get("/knowledge/" + article).body());
        assertThat(m.find()).isTrue();
        return m.group(1);
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
                .contains("问过 3 次，知识库里没有答案")
                .contains("看问题");
        String id = gap("养犬登记证");
        ScreenClient heating = ScreenClient.as(port, "heating-officer");
        assertThat(heating.get("/knowledge/gaps/" + id).body()).contains("带免疫证明到派出所");
        assertThat(ScreenClient.as(port, "housing").get("/knowledge/gaps/" + id).statusCode())
                .isEqualTo(404);
        String form = heating.get("/knowledge/gaps/" + id + "/form").body();
        assertThat(form)
                .as("what was asked and answered stands beside the form, and nothing of it in a field")
                .contains("养犬登记证", "带免疫证明到派出所", "不会写进条目")
                .containsPattern("name=\"title\"[^>]*value=\"\"")
                .containsPattern("name=\"text\"[^>]*></textarea>");
        assertThat(heating.post("/knowledge/gaps/" + id + "/drafts", typed(Map.of("text", "")))
                        .statusCode())
                .as("somebody has to write it")
                .isEqualTo(422);
        String first = drafted(heating, id);
        String version = version(heating, first);
        assertThat(heating.get("/knowledge/versions/" + version + "/form?article=" + first)
                        .body())
                .as("also beside the form of the draft")
                .contains("带免疫证明到派出所");
        assertThat(heating.post("/knowledge/gaps/" + id + "/drafts", typed(Map.of()))
                        .statusCode())
                .isEqualTo(409);
        heating.post("/knowledge/versions/" + version + "/withdrawals", Map.of("article", first));
        assertThat(heating.get("/knowledge/gaps").body()).contains("养犬登记证").doesNotContain("已起草");
        String article = drafted(heating, id);
        version = version(heating, article);
        ScreenClient.as(port, "heating-leader")
                .post("/knowledge/versions/" + version + "/checks", Map.of("article", article));
        supervisor.post("/knowledge/versions/" + version + "/publications", Map.of("article", article));
        assertThat(supervisor.get("/knowledge/gaps").body()).doesNotContain("养犬登记证");
        assertThat(supervisor.get("/knowledge").body()).doesNotContain("/knowledge/gaps/" + id);
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
