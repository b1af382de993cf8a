package org.shouwen.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shouwen.ScreenClient;
import org.shouwen.ShouwenTest;
import org.shouwen.TestClock;
import org.shouwen.history.VerificationProbe;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A wrong article from the first who says so to the last who is told (Art. 4, 12.1). */
@ShouwenTest
class WrongArticleStoryTest {
    private static final Pattern VERSION = Pattern.compile("/knowledge/versions/([0-9a-f-]{36})/");

    @LocalServerPort
    int port;

    @Autowired
    TestClock clock;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    VerificationProbe verification;

    @BeforeEach
    void time() {
        clock.set("2026-09-30T10:00");
    }

    private ScreenClient as(String login) throws Exception {
        return ScreenClient.as(port, login);
    }

    private static Map<String, String> typed(String text) {
        return new HashMap<>(
                Map.of("kind", "PROCEDURE", "title", "供热报修打哪个电话", "text", text, "sourceTitle", "供热服务规范", "open", "on"));
    }

    private static String version(String page, String act) {
        Matcher m = Pattern.compile(VERSION.pattern() + act).matcher(page);
        assertThat(m.find()).as(act).isTrue();
        return m.group(1);
    }

    private void checkedAndPublished(String at) throws Exception {
        Map<String, String> article = Map.of("article", at.substring(at.lastIndexOf('/') + 1));
        ScreenClient leader = as("heating-leader");
        leader.post("/knowledge/versions/" + version(leader.get(at).body(), "checks") + "/checks", article);
        ScreenClient supervisor = as("supervisor");
        supervisor.post(
                "/knowledge/versions/" + version(supervisor.get(at).body(), "publications") + "/publications", article);
    }

    @Test
    void citizen_and_agent_say_wrong_the_owner_mends_a_second_checks_and_all_are_told() throws Exception {
        ScreenClient officer = as("heating-officer");
        String at = officer.post("/knowledge", typed("供热报修请拨打3120000，全天有人接听。"))
                .headers()
                .firstValue("Location")
                .orElseThrow();
        checkedAndPublished(at);
        String open = at.replace("/knowledge/", "/answers/");
        ScreenClient citizen = ScreenClient.nobody(port);
        assertThat(citizen.get(open).body()).contains("3120000").doesNotContain("反馈已核实处理");

        // both say so; what they write names nobody afterwards
        citizen.post(open + "/flaws", Map.of("words", "3120000没人接，我叫孙先行，电话13904151299"));
        ScreenClient agent = as("agent");
        agent.post(at + "/flaws", Map.of("words", "这个号码春天就停用了"));
        assertThat(agent.get("/knowledge").body())
                .contains("我提出的")
                .contains("应于")
                .contains("2026-10-10");

        // a task with a limit, of the owner; its desk and leader are told
        ScreenClient leader = as("heating-leader");
        assertThat(leader.get("/notices").body()).contains("知识库：有人提出条目有误或缺少");
        assertThat(as("housing").get("/notices").body()).doesNotContain("知识库：有人提出条目有误或缺少");
        String tasks = officer.get("/knowledge").body();
        assertThat(tasks)
                .contains("这个号码春天就停用了")
                .contains("没人接，")
                .contains("2026-10-10")
                .doesNotContain("13904151299");

        // the officer mends it with the reports in view; what is wrong stays out until a second has checked
        String before = version(officer.get(at).body(), "form");
        String article = at.substring(at.lastIndexOf('/') + 1);
        assertThat(officer.get("/knowledge/versions/" + before + "/form?article=" + article)
                        .body())
                .contains("这一版要改正的")
                .contains("这个号码春天就停用了");
        Map<String, String> mended = typed("供热报修请拨打3129999，全天有人接听。");
        mended.put("article", article);
        clock.set("2026-09-30T10:05");
        assertThat(officer.post("/knowledge/versions/" + before, mended).statusCode())
                .isEqualTo(302);
        // what is reported of the draft's work is in view when the draft is written anew, and mended with it
        clock.set("2026-09-30T10:06");
        citizen.post(open + "/flaws", Map.of("words", "中午也没人"));
        String draft = version(officer.get(at).body(), "form");
        assertThat(draft).isNotEqualTo(before);
        assertThat(officer.get("/knowledge/versions/" + draft + "/form?article=" + article)
                        .body())
                .contains("中午也没人");
        clock.set("2026-09-30T10:07");
        assertThat(officer.post("/knowledge/versions/" + draft, mended).statusCode())
                .isEqualTo(302);
        clock.set("2026-09-30T10:08");
        citizen.post(open + "/flaws", Map.of("words", "夜里三点也没人"));
        assertThat(citizen.get(open).body()).contains("3120000");
        checkedAndPublished(at);

        // published: the reports from before are settled, the later one is not, and those who said so see it
        assertThat(citizen.get(open).body())
                .contains("3129999")
                .doesNotContain("3120000，")
                .contains("反馈已核实处理");
        assertThat(agent.get("/knowledge").body()).contains("已更正，第 2 版已发布");
        assertThat(agent.get(at).body()).contains("对这条的反馈").contains("夜里三点也没人");
        assertThat(officer.get("/knowledge").body()).contains("夜里三点也没人").doesNotContain("这个号码春天就停用了", "中午也没人");
        assertThat(jdbc.sql("select count(*) from knowledge.flaw where settled is not null")
                        .query(Long.class)
                        .single())
                .isEqualTo(3);
        assertThat(jdbc.sql("select count(*) from history.entry where subject_kind = 'knowledge_flaw'"
                                + " and body like '%停用%'")
                        .query(Long.class)
                        .single())
                .as("the journal keeps a digest of the words")
                .isZero();
        assertThat(verification.findings()).isEmpty();
    }
}
