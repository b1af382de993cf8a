package org.shouwen.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.shouwen.ScreenClient;
import org.shouwen.ShouwenTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Questions of no, one and ten thousand characters, as they reach the desk, the staff's page and the portal: all go on. */
@ShouwenTest
class BadQuestionsTest {
    @LocalServerPort
    int port;

    @Autowired
    ArticlesForTests articles;

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 10_000})
    void the_desk_goes_on_whatever_is_typed(int length) throws Exception {
        articles.published("供热温度" + length, "室温不低于十八摄氏度。");
        ScreenClient agent = ScreenClient.as(port, "agent");
        String typed = "热".repeat(length);
        assertThat(agent.post("/desk/intake/answers", Map.of("content", typed, "subject", ""))
                        .statusCode())
                .isEqualTo(200);
        assertThat(agent.post("/desk/intake/answers", Map.of("content", "供热温度是多少", "subject", ""))
                        .statusCode())
                .isEqualTo(200);
        assertThat(ScreenClient.nobody(port)
                        .post("/answers/questions", Map.of("q", typed))
                        .statusCode())
                .as("sending the question on")
                .isEqualTo(302);
    }

    @Test
    void the_portal_and_the_staffs_page_say_a_clear_word() throws Exception {
        ScreenClient citizen = ScreenClient.nobody(port);
        assertThat(citizen.get("/answers?q=").body()).contains("您想问什么").doesNotContain("没有找到");
        assertThat(citizen.get("/answers?q=" + ArticlesForTests.encoded("囧")).body())
                .contains("没有找到");
        ScreenClient agent = ScreenClient.as(port, "agent");
        assertThat(agent.get("/knowledge?q=" + ArticlesForTests.encoded("囧")).body())
                .contains("没有找到");
        String long400 = ArticlesForTests.encoded("问".repeat(400));
        assertThat(citizen.get("/answers?q=" + long400).statusCode()).isEqualTo(200);
        assertThat(agent.get("/knowledge?q=" + long400).statusCode()).isEqualTo(200);
    }

    @Test
    void a_question_that_is_too_long_is_told_how_long_it_may_be() throws Exception {
        ScreenClient citizen = ScreenClient.nobody(port);
        ScreenClient agent = ScreenClient.as(port, "agent");
        String typed = ArticlesForTests.encoded("问".repeat(401));
        HttpResponse<String> answers = citizen.get("/answers?q=" + typed);
        assertThat(answers.statusCode()).isEqualTo(422);
        assertThat(answers.body())
                .contains("最多 400 个字，现在有 401 个", "问".repeat(401))
                .doesNotContain("没有找到");
        assertThat(citizen.get("/answers?lang=en&q=" + typed).body()).contains("At most 400 characters, now 401");
        HttpResponse<String> staff = agent.get("/knowledge?q=" + typed);
        assertThat(staff.statusCode()).isEqualTo(422);
        assertThat(staff.body()).contains("最多 400 个字，现在有 401 个").doesNotContain("没有找到");
        HttpResponse<String> search = agent.get("/search?q=" + typed);
        assertThat(search.statusCode()).isEqualTo(422);
        assertThat(search.body()).contains("最多 200 个字，现在有 401 个");
    }

    /** 90 KB of address: the web server takes 8 KB, and no page of ours can answer. The boxes take no more than is answered. */
    @Test
    void what_the_web_server_does_not_let_through_no_box_lets_anybody_send() throws Exception {
        ScreenClient citizen = ScreenClient.nobody(port);
        ScreenClient agent = ScreenClient.as(port, "agent");
        String tooLong = ArticlesForTests.encoded("问".repeat(10_000));
        for (String path : new String[] {"/answers?q=", "/knowledge?q=", "/search?q="})
            assertThat(agent.get(path + tooLong).statusCode()).as(path).isEqualTo(400);
        assertThat(citizen.get("/answers").body()).contains("name=\"q\" maxlength=\"400\"");
        assertThat(agent.get("/knowledge").body())
                .as("its own box, and that of every page")
                .contains("name=\"q\" maxlength=\"400\"")
                .contains("name=\"q\" maxlength=\"200\"");
        assertThat(agent.get("/search").body()).contains("name=\"q\" maxlength=\"200\"");
    }
}
