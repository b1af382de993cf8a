package org.shouwen.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shouwen.ScreenClient;
import org.shouwen.ShouwenTest;
import org.shouwen.TestClock;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The knowledge base as those use it who keep it, the agent who answers from it and the citizen who asks. */
@ShouwenTest
class KnowledgeScreensTest {
    private static final Pattern VERSION = Pattern.compile("/knowledge/versions/([0-9a-f-]{36})/");

    @LocalServerPort
    int port;

    @Autowired
    TestClock clock;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    AnswersUsed used;

    @BeforeEach
    void time() {
        clock.set("2026-09-30T10:00");
    }

    /** @return the article's address */
    private String published(String title, String text, boolean open) throws Exception {
        ScreenClient officer = ScreenClient.as(port, "heating-officer");
        Map<String, String> typed = new java.util.HashMap<>(Map.of(
                "kind",
                "POLICY",
                "title",
                title,
                "text",
                text,
                "sourceTitle",
                "丹东市城市供热条例",
                "sourceNumber",
                "丹政发〔2026〕3号"));
        if (open) typed.put("open", "on");
        String at = officer.post("/knowledge", typed)
                .headers()
                .firstValue("Location")
                .orElseThrow();
        String page = officer.get(at).body();
        assertThat(page).contains("草稿").doesNotContain("/checks\"");
        String version = version(page);
        String article = at.substring(at.lastIndexOf('/') + 1);
        ScreenClient leader = ScreenClient.as(port, "heating-leader");
        assertThat(leader.get(at).body()).contains("/checks\"");
        leader.post("/knowledge/versions/" + version + "/checks", Map.of("article", article));
        ScreenClient.as(port, "supervisor")
                .post("/knowledge/versions/" + version + "/publications", Map.of("article", article));
        assertThat(officer.get(at).body()).contains("已发布");
        return at;
    }

    /** The index is made anew beside the one in use; asked until it is there. */
    private static String hints(ScreenClient agent, String content, String expected) throws Exception {
        long end = System.nanoTime() + 10_000_000_000L;
        String hints;
        do
            hints = agent.post("/desk/intake/answers", Map.of("content", content, "subject", ""))
                    .body();
        while (!hints.contains(expected) && System.nanoTime() < end);
        return hints;
    }

    private static String version(String page) {
        Matcher m = VERSION.matcher(page);
        assertThat(m.find()).isTrue();
        return m.group(1);
    }

    @Test
    void an_agent_answers_from_what_was_published_and_the_answer_names_its_article() throws Exception {
        String at = published("供热报停怎么办理", "居民报停供热的，应当在每年九月三十日前到供热单位营业厅办理，交纳基础热费的百分之三十。", true);
        ScreenClient agent = ScreenClient.as(port, "agent");
        String hints = hints(agent, "我想问一下供热报停怎么办理", ">供热报停怎么办理");
        assertThat(hints).contains("供热报停怎么办理").contains("用作答复").contains("《丹东市城市供热条例》（丹政发〔2026〕3号）");
        Matcher m = Pattern.compile("data-from=\"([0-9a-f-]{36})\"").matcher(hints);
        assertThat(m.find()).isTrue();
        String done = agent.post(
                        "/desk/intake",
                        Map.of(
                                "key", java.util.UUID.randomUUID().toString(),
                                "kind", "consultation",
                                "content", "供热报停怎么办理",
                                "channel", "phone",
                                "outcome", "answered",
                                "answer", "九月三十日前到营业厅办理。",
                                "answerFrom", m.group(1)))
                .headers()
                .firstValue("Location")
                .orElse("");
        assertThat(done).endsWith("/desk/intake/done");
        String number = jdbc.sql("""
                select u.appeal from knowledge.answer_used u join knowledge.article_version v using (article, version)
                where v.id = :id
                """)
                .param("id", UUID.fromString(m.group(1)))
                .query(String.class)
                .single();
        assertThat(used.of(number)).singleElement().satisfies(u -> {
            assertThat(u.version()).isEqualTo(1);
            assertThat(u.title()).isEqualTo("供热报停怎么办理");
        });
        assertThat(agent.get("/appeals/" + number).body()).contains("依据知识库").contains("供热报停怎么办理");
        assertThat(ScreenClient.as(port, "supervisor").get(at).body()).contains("1 次");
    }

    @Test
    void a_citizen_finds_what_is_open_and_nothing_else_and_says_what_is_wrong() throws Exception {
        String open = published("供热投诉多久答复", "供热投诉一般事项七个工作日内答复。", true);
        String closed = published("供热内部交接", "供热交接班由值班长签字，内部掌握。", false);
        ScreenClient anyone = ScreenClient.as(port, "agent");
        String found = anyone.get("/answers?q=" + encoded("供热投诉多久答复")).body();
        assertThat(found).contains("供热投诉多久答复").doesNotContain("供热内部交接");
        assertThat(anyone.get(closed.replace("/knowledge/", "/answers/")).statusCode())
                .isEqualTo(404);
        String page = open.replace("/knowledge/", "/answers/");
        assertThat(anyone.get(page).body()).contains("七个工作日内答复");
        assertThat(anyone.post(page + "/flaws", Map.of("words", "现在是五个工作日")).statusCode())
                .isEqualTo(302);
        assertThat(ScreenClient.as(port, "heating").get("/knowledge").body()).contains("现在是五个工作日");
        assertThat(ScreenClient.as(port, "housing").get("/knowledge").body()).doesNotContain("现在是五个工作日");
    }

    @Test
    void an_outage_stands_first_at_the_desk_and_on_the_portal_for_its_place() throws Exception {
        ScreenClient heating = ScreenClient.as(port, "heating");
        assertThat(heating.post("/outages", outage("2026-09-30T09:00", "2026-09-30T08:00"))
                        .statusCode())
                .isEqualTo(422);
        assertThat(heating.post("/outages", outage("2026-09-30T09:00", "2026-09-30T18:00"))
                        .statusCode())
                .isEqualTo(302);
        ScreenClient agent = ScreenClient.as(port, "agent");
        Map<String, String> there = Map.of("content", "家里没暖气", "subject", "", "placeName", "振兴区");
        Map<String, String> elsewhere = Map.of("content", "家里没暖气", "subject", "", "placeName", "元宝区");
        assertThat(agent.post("/desk/intake/answers", there).body()).contains("管网抢修停热");
        assertThat(agent.post("/desk/intake/answers", elsewhere).body()).doesNotContain("管网抢修停热");
        assertThat(agent.get("/answers").body()).contains("管网抢修停热");
        clock.set("2026-09-30T18:01");
        assertThat(agent.post("/desk/intake/answers", there).body()).doesNotContain("管网抢修停热");
        assertThat(agent.get("/answers").body()).doesNotContain("管网抢修停热");
    }

    private static Map<String, String> outage(String begins, String ends) {
        return Map.of("title", "管网抢修停热", "text", "预计今晚恢复", "placeName", "振兴区", "begins", begins, "ends", ends);
    }

    private static String encoded(String words) {
        return java.net.URLEncoder.encode(words, StandardCharsets.UTF_8);
    }
}
