package org.shouwen.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.shouwen.ShouwenTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@ShouwenTest
class PortalApiTest {
    private final HttpClient http = HttpClient.newHttpClient();

    @LocalServerPort
    int port;

    @Autowired
    JsonMapper json;

    @Test
    void anyone_brings_an_appeal_looks_it_up_and_adds_to_it() throws Exception {
        HttpResponse<String> created = post("/api/v1/portal/appeals", "", """
                {"kind":"livelihood","content":"路灯不亮","location":"某路口","appellant":{"phone":"13800001111"}}
                """);
        assertThat(created.statusCode()).as(created.body()).isEqualTo(201);
        JsonNode body = json.readTree(created.body());
        String path = created.headers().firstValue("Location").orElseThrow();
        String code = body.get("code").asString();
        assertThat(path).endsWith(body.get("number").asString());
        assertThat(get(path, code).statusCode()).isEqualTo(200);
        assertThat(get(path, "WRONGCOD").statusCode()).isEqualTo(404);
        assertThat(get(path, "").statusCode()).isEqualTo(404);
        assertThat(post(path + "/additions", code, "{\"text\":\"三天了\"}").statusCode())
                .isEqualTo(201);
        HttpResponse<String> early = post(path + "/ratings", code, "{\"satisfied\":true,\"resolved\":true}");
        assertThat(early.statusCode()).isEqualTo(409);
        assertThat(early.body()).contains("A13_7");
    }

    @Test
    void what_is_missing_is_named_by_field() throws Exception {
        HttpResponse<String> answer = post("/api/v1/portal/appeals", "", "{\"kind\":\"x\"}");
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("\"content\"", "\"kind\"").contains("urn:shouwen:problem:bad-input");
        assertThat(post(
                                "/api/v1/portal/appeals",
                                "",
                                "{\"kind\":\"livelihood\",\"content\":\"x\",\"appellant\":{\"phone\":\"abc\"}}")
                        .body())
                .contains("phone")
                .doesNotContain("abc");
        assertThat(post("/api/v1/portal/appeals", "", "not json").statusCode()).isEqualTo(400);
    }

    @Test
    void the_desks_api_needs_a_token() throws Exception {
        assertThat(post("/api/v1/appeals", "", "{}").statusCode()).isEqualTo(401);
    }

    private HttpResponse<String> post(String path, String code, String body) throws Exception {
        return http.send(
                request(path, code)
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(body))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private HttpResponse<String> get(String path, String code) throws Exception {
        return http.send(request(path, code).build(), HttpResponse.BodyHandlers.ofString());
    }

    private HttpRequest.Builder request(String path, String code) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .header("Lookup-Code", code.isEmpty() ? "x" : code);
    }
}
