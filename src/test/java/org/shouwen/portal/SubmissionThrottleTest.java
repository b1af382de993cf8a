package org.shouwen.portal;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.shouwen.BrowserTest;
import org.shouwen.TestClock;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A flood of submissions from one address waits or shows work; a person hardly notices. */
@TestPropertySource(properties = "shouwen.portal.free-submissions=3")
class SubmissionThrottleTest extends BrowserTest {
    @Autowired
    JdbcClient jdbc;

    @Autowired
    TestClock clock;

    private final HttpClient http = HttpClient.newHttpClient();
    private final JsonMapper json = JsonMapper.builder().build();

    private HttpResponse<String> send(String path, String body, String proof) throws Exception {
        HttpRequest.Builder r = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body));
        if (!proof.isEmpty()) r.header("Proof-Of-Work", proof);
        return http.send(r.build(), HttpResponse.BodyHandlers.ofString());
    }

    private int submit(String proof) throws Exception {
        return send("/api/v1/portal/appeals", "{\"kind\":\"complaint\",\"content\":\"又来一件\"}", proof)
                .statusCode();
    }

    private String proof() throws Exception {
        JsonNode c =
                json.readTree(send("/api/v1/portal/appeals/challenges", "", "").body());
        String challenge = c.get("challenge").asString();
        for (int i = 0; ; i++)
            if (SubmissionThrottle.zeros(challenge + ":" + i) >= c.get("bits").asInt()) return challenge + ":" + i;
    }

    @Test
    void many_at_once_leave_a_connection_for_everybody() throws Exception {
        clock.set("2026-11-22T10:00");
        List<CompletableFuture<HttpResponse<String>>> all = new ArrayList<>();
        for (int i = 0; i < 60; i++)
            all.add(http.sendAsync(
                    HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/api/v1/portal/appeals"))
                            .header("Content-Type", "application/json")
                            .POST(HttpRequest.BodyPublishers.ofString("{\"kind\":\"complaint\",\"content\":\"同时来的\"}"))
                            .build(),
                    HttpResponse.BodyHandlers.ofString()));
        for (CompletableFuture<HttpResponse<String>> f : all)
            assertThat(f.get(15, TimeUnit.SECONDS).statusCode()).isIn(201, 429);
        jdbc.sql("delete from throttle.failure").update();
    }

    @Test
    void the_first_ones_are_free_then_it_waits_or_works() throws Exception {
        clock.set("2026-11-23T10:00");
        for (int i = 0; i < 4; i++) assertThat(submit("")).isEqualTo(201);
        assertThat(submit("")).isEqualTo(429);
        assertThat(submit("made.up.challenge:1")).isEqualTo(429);
        String worked = proof();
        assertThat(submit(worked)).isEqualTo(201);
        assertThat(submit(worked)).as("a proof counts once").isEqualTo(429);
        String late = proof();
        clock.pass(Duration.ofSeconds(1));
        assertThat(submit(late)).isEqualTo(201);
        String ofAnotherNode = proof();
        clock.pass(Duration.ofSeconds(-2));
        assertThat(submit(ofAnotherNode)).as("its clock is two seconds ahead").isEqualTo(201);
        String ofTheFuture = proof();
        clock.pass(Duration.ofSeconds(-31));
        assertThat(submit(ofTheFuture)).isEqualTo(429);
        clock.pass(Duration.ofSeconds(33));

        Page person = page(390, 844);
        person.navigate("/ask/complaint");
        person.fill("[name=content]", "楼下的座椅坏了，请来修");
        person.waitForCondition(
                () -> !String.valueOf(person.inputValue("[name=proof]")).isEmpty());
        person.evaluate("document.getElementById('ask').submit()");
        person.waitForURL("**/ask/sent");
        assertThat(jdbc.sql("select count(*) from intake.appeal where content like '楼下的座椅坏了%'")
                        .query(Long.class)
                        .single())
                .isOne();

        Page without = page(390, 844);
        without.route("**/portal/proof.js", r -> r.abort());
        without.navigate("/ask/complaint");
        without.fill("[name=content]", "没有脚本也不会丢");
        without.evaluate("document.getElementById('ask').submit()");
        without.waitForLoadState();
        assertThat(without.locator(".sw-problem")).isVisible();
        assertThat(without.locator("[name=content]")).hasValue("没有脚本也不会丢");
    }
}
