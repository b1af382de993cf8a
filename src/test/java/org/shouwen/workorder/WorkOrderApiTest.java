package org.shouwen.workorder;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.shouwen.ShouwenTest;
import org.shouwen.access.Role;
import org.shouwen.accounts.Accounts;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** An order's whole life through the API, and what an integrator is told when something is wrong. */
@ShouwenTest
class WorkOrderApiTest {
    @Autowired
    Accounts accounts;

    @Autowired
    JsonMapper json;

    @LocalServerPort
    int port;

    private final HttpClient http = HttpClient.newHttpClient();

    private record Answer(int status, JsonNode body, String etag) {}

    @Test
    void create_dispatch_receive_report_close() throws Exception {
        String desk = token("life-desk", Role.DISPATCHER, null);
        String unit = token("life-unit", Role.UNIT_DESK, "heating");
        Answer created = post(desk, "/api/v1/appeals", """
                {"channel":"phone","kind":"livelihood","matterClass":"heat-cold","place":"210603","location":"示例小区 𠮷",
                 "title":"不热 🥶","content":"只有15度","appellant":{"name":"王示例","phone":"13800000001"},
                 "outcome":{"type":"order"}}""", null);
        assertThat(created.status()).as(created.body().toString()).isEqualTo(201);
        String order = "/api/v1/work-orders/" + created.body().get("number").asString();
        assertThat(get(desk, order).body().at("/matter/title").asString()).isEqualTo("不热 🥶");
        assertThat(get(unit, order).status()).as("not yet the unit's").isEqualTo(404);

        assertThat(post(
                                desk,
                                order + "/dispatches",
                                "{\"lead\":\"heating\",\"assisting\":[\"housing\"],\"limitClass\":\"ordinary\"}",
                                null)
                        .status())
                .isEqualTo(201);
        Answer stale = post(unit, order + "/receipts", "", "\"1\"");
        assertThat(stale.status()).isEqualTo(412);
        assertThat(post(unit, order + "/receipts", "", "\"2\"").status()).isEqualTo(201);
        Answer refused = post(unit, order + "/reports", "{\"leaderActed\":\"x\"}", null);
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.body().get("clause").asString()).isEqualTo("A13_4");
        Answer reported = post(unit, order + "/reports", """
                {"leaderActed":"a","investigation":"b","resolution":"c","appellantSaid":"d",
                 "answeredAt":"2026-09-30T02:00:00Z","answeredHow":"电话","done":true,
                 "withoutParts":"已电话核实"}""", null);
        assertThat(reported.status()).as(reported.body().toString()).isEqualTo(201);
        assertThat(post(desk, order + "/acceptances", "{}", null)
                        .body()
                        .get("state")
                        .asString())
                .isEqualTo("CLOSED");
        assertThat(get(desk, order).etag()).isEqualTo("\"5\"");
    }

    @Test
    void what_is_wrong_is_said_by_field() throws Exception {
        String desk = token("wrong-desk", Role.DISPATCHER, null);
        assertThat(post(desk, "/api/v1/work-orders/20990101-000001/receipts", "", null)
                        .status())
                .isEqualTo(404);
        assertThat(post(desk, "/api/v1/appeals", "{not json", null).status()).isEqualTo(400);
        Answer bad = post(
                desk, "/api/v1/appeals", "{\"channel\":\"pigeon\",\"kind\":\"livelihood\",\"content\":\"\"}", null);
        assertThat(bad.status()).isEqualTo(422);
        assertThat(bad.body().get("fields").toString()).contains("channel", "content");
        assertThat(get(desk, "/api/v1/work-orders?limit=0").status()).isEqualTo(422);
    }

    @Test
    void lists_page_by_key() throws Exception {
        String desk = token("page-desk", Role.SUPERVISOR, null);
        Answer first = get(desk, "/api/v1/work-orders?limit=3");
        assertThat(first.body().get("items").size()).isEqualTo(3);
        Answer second = get(
                desk,
                "/api/v1/work-orders?limit=3&after=" + first.body().get("next").asString());
        assertThat(second.body().at("/items/0/number").asString())
                .isNotEqualTo(first.body().at("/items/2/number").asString());
    }

    @Test
    void the_limit_and_the_description_are_open_to_anyone() throws Exception {
        Answer limit = get("", "/api/v1/calendar/limit?from=2026-09-30T10:00&workingDays=7");
        assertThat(limit.body().get("dueDate").asString()).isEqualTo("2026-10-15");
        assertThat(get("", "/api/v1/calendar/limit?from=soon&workingDays=7").status())
                .isEqualTo(422);
        assertThat(get("", "/v3/api-docs").body().at("/paths").toString())
                .contains("/api/v1/work-orders/{number}/reports");
    }

    private String token(String name, Role role, @org.jspecify.annotations.Nullable String unit) {
        return accounts.token(name, Set.of(role), unit);
    }

    private Answer get(String token, String path) throws Exception {
        return send(HttpRequest.newBuilder().GET(), token, path);
    }

    private Answer post(String token, String path, String body, @org.jspecify.annotations.Nullable String ifMatch)
            throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder()
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .header("Content-Type", "application/json");
        if (ifMatch != null) request.header("If-Match", ifMatch);
        return send(request, token, path);
    }

    private Answer send(HttpRequest.Builder request, String token, String path) throws Exception {
        request.uri(URI.create("http://localhost:" + port + path));
        if (!token.isEmpty()) request.header("Authorization", "Bearer " + token);
        HttpResponse<String> r = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        JsonNode body = r.body().isEmpty() ? json.createObjectNode() : json.readTree(r.body());
        return new Answer(r.statusCode(), body, r.headers().firstValue("ETag").orElse(""));
    }
}
