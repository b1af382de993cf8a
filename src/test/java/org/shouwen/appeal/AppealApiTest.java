package org.shouwen.appeal;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shouwen.ShouwenTest;
import org.shouwen.access.Role;
import org.shouwen.accounts.Accounts;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Another channel brings appeals in: once each, decided once, and its people stay masked. */
@ShouwenTest
class AppealApiTest {
    private static final String BODY = """
            {"channel":"wechat","channelRef":"wx-1","kind":"livelihood","content":"路口积水","location":"某路口",
             "happenedAt":"今早","appellant":{"name":"沈如一","phone":"13800006666"}}""";
    private static int next;

    @Autowired
    Accounts accounts;

    @Autowired
    JsonMapper json;

    @LocalServerPort
    int port;

    private final HttpClient http = HttpClient.newHttpClient();
    private String token = "";

    private record Answer(int status, JsonNode body, String etag, String text) {}

    @BeforeEach
    void integration() {
        token = accounts.token("wechat-" + next++, Set.of(Role.AGENT), null);
    }

    @Test
    void the_same_reference_and_the_same_key_are_taken_once_and_nobody_is_shown() throws Exception {
        Answer first = post("/api/v1/appeals", BODY, "Idempotency-Key", "k1");
        assertThat(first.status()).as(first.text()).isEqualTo(201);
        assertThat(first.etag()).isEqualTo("\"1\"");
        String number = first.body().get("number").asString();
        assertThat(post("/api/v1/appeals", BODY, "Idempotency-Key", "k1")
                        .body()
                        .get("number")
                        .asString())
                .isEqualTo(number);
        assertThat(post("/api/v1/appeals", BODY, "Idempotency-Key", "k2")
                        .body()
                        .get("number")
                        .asString())
                .isEqualTo(number);
        assertThat(post("/api/v1/appeals", BODY.replace("积水", "结冰"), "Idempotency-Key", "k1")
                        .status())
                .isEqualTo(422);
        Answer seen = get("/api/v1/appeals/" + number);
        assertThat(seen.body().at("/appellant/phone").asString()).isEqualTo("138****6666");
        assertThat(seen.text()).doesNotContain("13800006666").doesNotContain("沈如一");
    }

    @Test
    void an_outcome_is_given_once_on_what_was_seen_and_by_the_rules() throws Exception {
        Answer created = post("/api/v1/appeals", BODY.replace("wx-1", "wx-2"), "X-None", "x");
        String outcomes = "/api/v1/appeals/" + created.body().get("number").asString() + "/outcomes";
        assertThat(post(outcomes, "{\"type\":\"shrugged\"}", "If-Match", "\"1\"")
                        .status())
                .isEqualTo(422);
        assertThat(post(outcomes, "{\"type\":\"answered\",\"answer\":\"已排水\"}", "If-Match", "\"7\"")
                        .status())
                .isEqualTo(412);
        Answer refused = post(outcomes, "{\"type\":\"declined\",\"ground\":\"vague\"}", "If-Match", "\"1\"");
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.body().get("clause").asString()).isEqualTo("A12_3");
        assertThat(post(outcomes, "{\"type\":\"answered\",\"answer\":\"已排水\"}", "If-Match", "\"1\"")
                        .status())
                .isEqualTo(201);
        assertThat(post(outcomes, "{\"type\":\"order\"}", "If-Match", "\"2\"")
                        .body()
                        .get("clause")
                        .asString())
                .isEqualTo("A12_5");
    }

    @Test
    void what_is_wrong_is_named_by_field_and_pages_follow_a_key() throws Exception {
        assertThat(post("/api/v1/appeals", BODY.replace("13800006666", "abc"), "X-None", "x")
                        .text())
                .contains("appellant.phone");
        assertThat(post(
                                "/api/v1/appeals",
                                BODY.replace("\"location\"", "\"writtenAt\":\"9999-01-01T00:00:00Z\",\"location\""),
                                "X-None",
                                "x")
                        .status())
                .isEqualTo(422);
        Answer page = get("/api/v1/appeals?limit=2");
        Answer more =
                get("/api/v1/appeals?limit=2&after=" + page.body().get("next").asString());
        assertThat(more.body().at("/items/0/number").asString())
                .isNotEqualTo(page.body().at("/items/1/number").asString());
        assertThat(get("/api/v1/appeals?limit=201").status()).isEqualTo(422);
        assertThat(get("/api/v1/appeals/20990101-000001").status()).isEqualTo(404);
    }

    private Answer get(String path) throws Exception {
        return send(HttpRequest.newBuilder().GET(), path);
    }

    private Answer post(String path, String body, String header, String value) throws Exception {
        return send(
                HttpRequest.newBuilder()
                        .POST(HttpRequest.BodyPublishers.ofString(body))
                        .header("Content-Type", "application/json")
                        .header(header, value),
                path);
    }

    private Answer send(HttpRequest.Builder request, String path) throws Exception {
        request.uri(URI.create("http://localhost:" + port + path)).header("Authorization", "Bearer " + token);
        HttpResponse<String> r = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        return new Answer(
                r.statusCode(),
                json.readTree(r.body()),
                r.headers().firstValue("ETag").orElse(""),
                r.body());
    }
}
