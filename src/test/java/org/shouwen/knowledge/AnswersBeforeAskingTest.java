package org.shouwen.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.shouwen.ScreenClient;
import org.shouwen.ShouwenTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What a citizen reads before a question is sent, and that nothing has to be typed twice (Art. 2, 12.1). */
@ShouwenTest
class AnswersBeforeAskingTest {
    private static final String TEXT = "第一条 本市公园夜间开放到二十二时。\n第二条 公园内<b>禁止</b>遛犬，导盲犬除外。\n第三条 违反的由公园管理单位劝离。";

    @LocalServerPort
    int port;

    @Autowired
    ArticlesForTests articles;

    private ArticleVersion open(String title) {
        ArticleVersion v = articles.published(title, TEXT);
        articles.untilFound(title, v);
        return v;
    }

    @Test
    void a_question_that_was_not_answered_stands_in_the_form_once_and_in_no_address() throws Exception {
        ScreenClient citizen = ScreenClient.nobody(port);
        String at = citizen.post("/answers/questions", Map.of("q", "公园晚上几点关门<i>"))
                .headers()
                .firstValue("Location")
                .orElseThrow();
        assertThat(at).endsWith("/ask/consultation");
        assertThat(citizen.get("/ask/consultation").body()).contains("公园晚上几点关门&lt;i&gt;</textarea>");
        assertThat(citizen.get("/ask/consultation").body()).doesNotContain("公园晚上几点关门");
    }

    @Test
    void every_form_offers_answers_beside_what_is_typed() throws Exception {
        ArticleVersion v = open("公园里能不能遛犬");
        ScreenClient citizen = ScreenClient.nobody(port);
        for (String kind : new String[] {"livelihood", "complaint", "suggestion", "consultation"})
            assertThat(citizen.get("/ask/" + kind).body())
                    .contains("id=\"beside\"")
                    .contains("href=\"/answers\"");
        assertThat(citizen.post("/answers/beside", Map.of("content", "公园里能不能遛犬，有人带大狗"))
                        .body())
                .contains("/answers/" + v.article())
                .doesNotContain("<html");
        assertThat(citizen.post("/answers/beside", Map.of("content", "")).body())
                .isBlank();
    }

    @Test
    void a_passage_is_marked_where_it_stands_and_what_is_none_is_ignored() throws Exception {
        ArticleVersion v = open("公园夜间开放吗");
        String passage = "第二条 公园内<b>禁止</b>遛犬";
        String marked = "<mark id=\"passage\">第二条 公园内&lt;b&gt;禁止&lt;/b&gt;遛犬</mark>";
        ScreenClient anyone = ScreenClient.as(port, "agent");
        for (String page : new String[] {"/answers/", "/knowledge/"}) {
            String at = page + v.article();
            assertThat(anyone.get(at + "?passage=" + ArticlesForTests.encoded(passage))
                            .body())
                    .contains(marked)
                    .contains("第一条 本市公园夜间开放到二十二时。")
                    .contains("第三条 违反的");
            assertThat(anyone.get(at + "?passage=" + ArticlesForTests.encoded("<script>alert(1)</script>"))
                            .body())
                    .doesNotContain("<mark")
                    .doesNotContain("alert(1)")
                    .contains("第二条 公园内");
        }
        assertThat(anyone.get("/answers?q=" + ArticlesForTests.encoded("公园夜间开放吗"))
                        .body())
                .containsPattern("/answers/" + v.article() + "\\?passage=[^\"]*#passage\"");
    }
}
