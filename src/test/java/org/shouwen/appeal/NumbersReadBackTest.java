package org.shouwen.appeal;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shouwen.ApiClient;
import org.shouwen.ScreenClient;
import org.shouwen.ShouwenTest;
import org.shouwen.TestClock;
import org.shouwen.access.Role;
import org.shouwen.accounts.Accounts;
import org.shouwen.accounts.CurrentUser;
import org.shouwen.identity.Identity;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A number that was given out leads to its order from the search field, the look-up and the API, however it is copied. */
@ShouwenTest
class NumbersReadBackTest {
    private static final CurrentUser AGENT =
            new CurrentUser(UUID.randomUUID(), "a", "坐席甲", null, null, Set.of(Role.AGENT));

    @Autowired
    Intake intake;

    @Autowired
    Accounts accounts;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TestClock clock;

    @LocalServerPort
    int port;

    private Receipt ordered;
    private Receipt answered;

    @BeforeEach
    void two() {
        clock.set("2026-11-28T10:00");
        jdbc.sql("delete from throttle.failure").update();
        ordered = taken(new Disposition.Ordered(null, null, null));
        answered = taken(new Disposition.Answered("周一到周五"));
    }

    private Receipt taken(Disposition disposition) {
        NewAppeal appeal = AnAppeal.saying("路灯坏了，请维修").by(Identity.of("沈可见", "13811117799", "", null));
        return intake.take(appeal, disposition, Origin.of(AGENT, null), AGENT).orThrow();
    }

    private static List<String> copies(String number) {
        return List.of(
                number,
                "工单" + number,
                "#" + number,
                number.replace("-", ""),
                number.replace('-', '—'),
                number.replace('-', '－'),
                number.replace("-", " "),
                number + "。",
                "编号：" + number.replace("-", " - ") + "。");
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    @Test
    void in_the_search_field() throws Exception {
        ScreenClient agent = ScreenClient.as(port, "agent");
        for (String copy : copies(ordered.number()))
            assertThat(agent.post("/search", Map.of("q", copy))
                            .headers()
                            .firstValue("Location")
                            .orElse(""))
                    .as(copy)
                    .endsWith("/orders/" + ordered.number());
        assertThat(agent.post("/search", Map.of("q", answered.number()))
                        .headers()
                        .firstValue("Location")
                        .orElse(""))
                .as("an appeal that is no order")
                .endsWith("/appeals/" + answered.number());
        assertThat(agent.post("/search", Map.of("q", "20261128-999999"))
                        .headers()
                        .firstValue("Location")
                        .orElse(""))
                .as("none such: the page of search says so")
                .endsWith("/search?q=20261128-999999");
        ScreenClient unit = ScreenClient.as(port, "heating");
        assertThat(unit.post("/search", Map.of("q", answered.number()))
                        .headers()
                        .firstValue("Location")
                        .orElse(""))
                .as("not theirs")
                .endsWith("/search?q=" + answered.number());
    }

    @Test
    void the_last_digits_offer_a_choice_to_staff() throws Exception {
        ScreenClient agent = ScreenClient.as(port, "agent");
        String tail = ordered.number().substring(ordered.number().length() - 3);
        HttpResponse<String> found = agent.get("/search?q=" + tail);
        assertThat(found.statusCode()).isEqualTo(200);
        assertThat(found.body()).contains("/orders/" + ordered.number());
        assertThat(agent.get("/search?q=" + encoded("尾号" + tail)).body()).contains(ordered.number());
        assertThat(ScreenClient.as(port, "heating").get("/search?q=" + tail).body())
                .as("not theirs")
                .doesNotContain(ordered.number());
        assertThat(agent.get("/search?q=999999").body()).contains("没有查到");
        for (String who : List.of("admin", "auditor"))
            assertThat(ScreenClient.as(port, who).get("/search?q=" + tail).body())
                    .as("no title for who may open no order: " + who)
                    .doesNotContain("路灯坏了", ordered.number());
    }

    @Test
    void in_paths_of_the_API_and_of_screens() throws Exception {
        ApiClient desk = ApiClient.of(port, accounts, "reads-back", Role.DISPATCHER, null);
        ScreenClient agent = ScreenClient.as(port, "agent");
        for (String copy : copies(ordered.number())) {
            assertThat(desk.get("/api/v1/work-orders/" + encoded(copy)).text("/number"))
                    .as(copy)
                    .isEqualTo(ordered.number());
            assertThat(desk.get("/api/v1/appeals/" + encoded(copy)).status())
                    .as(copy)
                    .isEqualTo(200);
            assertThat(agent.get("/orders/" + encoded(copy)).statusCode())
                    .as(copy)
                    .isEqualTo(200);
        }
        ApiClient unit = ApiClient.of(port, accounts, "reads-back-unit", Role.UNIT_DESK, "heating");
        assertThat(unit.get("/api/v1/appeals/" + encoded("#" + ordered.number()))
                        .status())
                .as("no way around what a role may")
                .isEqualTo(unit.get("/api/v1/appeals/" + ordered.number()).status());
    }

    @Test
    void for_the_appellant_with_the_code_as_it_was_copied() throws Exception {
        for (String copy : copies(answered.number()))
            assertThat(look(copy, "查询码：" + answered.code().toLowerCase(java.util.Locale.ROOT))
                            .statusCode())
                    .as(copy)
                    .isEqualTo(302);
        HttpResponse<String> wrongCode = look(answered.number(), "AAAAAAAA");
        HttpResponse<String> wrongNumber = look("20261128-999999", answered.code());
        assertThat(wrongCode.statusCode()).isEqualTo(wrongNumber.statusCode()).isEqualTo(422);
        assertThat(told(wrongNumber))
                .as("one answer for both")
                .isEqualTo(told(wrongCode))
                .contains("请核对编号和查询码");
        assertThat(wrongCode.body()).doesNotContain("inputmode=\"numeric\"");
    }

    @Test
    void another_spelling_gives_no_other_guess() throws Exception {
        List<String> copies = copies(answered.number());
        for (int i = 0; i < 11; i++) look(copies.get(i % copies.size()), "AAAAAAA" + i % 10);
        assertThat(look(answered.number(), answered.code()).statusCode()).isEqualTo(429);
        jdbc.sql("delete from throttle.failure").update();
    }

    private static String told(HttpResponse<String> page) {
        return page.body().replaceAll("(?s).*role=\"alert\">(.*?)</div>.*", "$1");
    }

    private HttpResponse<String> look(String number, String code) throws Exception {
        HttpClient fresh = HttpClient.newBuilder()
                .cookieHandler(new java.net.CookieManager())
                .build();
        URI page = URI.create("http://localhost:" + port + "/lookup");
        String token = fresh.send(HttpRequest.newBuilder(page).build(), HttpResponse.BodyHandlers.ofString())
                .body()
                .replaceAll("(?s).*name=\"_csrf\"[^>]*value=\"([^\"]+)\".*", "$1");
        return fresh.send(
                HttpRequest.newBuilder(page)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(
                                "number=" + encoded(number) + "&code=" + encoded(code) + "&_csrf=" + encoded(token)))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }
}
