package org.shouwen.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

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
        String tooLong = ArticlesForTests.encoded("问".repeat(10_000));
        for (String path : new String[] {"/answers?q=", "/search?q="})
            assertThat(agent.get(path + tooLong).statusCode())
                    .as("an address that no browser sends from the page: refused, not broken")
                    .isBetween(400, 431);
        assertThat(citizen.get("/answers").statusCode()).isEqualTo(200);
    }
}
