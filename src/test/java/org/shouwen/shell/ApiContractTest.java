package org.shouwen.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shouwen.ShouwenTest;
import org.shouwen.access.Role;
import org.shouwen.accounts.Accounts;
import org.shouwen.acts.Act;
import org.shouwen.acts.Acts;
import org.shouwen.acts.Field;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the API answers in the demonstration city holds what its description says, and nothing that it does not say. */
@ShouwenTest
class ApiContractTest {
    private final HttpClient http = HttpClient.newHttpClient();
    private final JsonMapper json = JsonMapper.builder().build();
    private final Map<Role, String> tokens = new HashMap<>();
    private final List<String> wrong = new ArrayList<>();
    private JsonNode api = json.createObjectNode();

    @LocalServerPort
    int port;

    @Autowired
    Accounts accounts;

    @Autowired
    List<Acts.Routes> acts;

    @BeforeEach
    void begin() throws Exception {
        api = json.readTree(send("GET", "/v3/api-docs", "", "").body());
        for (Role r : Role.values())
            if (!r.needsPerson())
                tokens.put(r, accounts.token("contract-" + r, Set.of(r), r.ofPlatform() ? null : "heating"));
    }

    private HttpResponse<String> send(String method, String path, String token, String body) throws Exception {
        HttpRequest.Builder r = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .method(method, HttpRequest.BodyPublishers.ofString(body));
        if (!token.isEmpty()) r.header("Authorization", "Bearer " + token);
        if (!body.isEmpty()) r.header("Content-Type", "application/json");
        return http.send(r.build(), HttpResponse.BodyHandlers.ofString());
    }

    @Test
    void everything_that_can_be_read_is_as_described() throws Exception {
        int held = 0;
        String token = Objects.requireNonNull(tokens.get(Role.DISPATCHER));
        List<String> numbers = new ArrayList<>();
        json.readTree(send("GET", "/api/v1/work-orders?limit=200", token, "").body())
                .path("items")
                .forEach(o -> numbers.add(o.path("number").asString()));
        assertThat(numbers).hasSizeGreaterThan(10);
        for (Map.Entry<String, JsonNode> path : api.path("paths").properties()) {
            JsonNode get = path.getValue().path("get");
            if (get.isMissingNode() || path.getKey().contains("portal")) continue;
            for (String address : addresses(path.getKey(), numbers))
                for (Map.Entry<Role, String> as : tokens.entrySet()) {
                    HttpResponse<String> r = send("GET", address, as.getValue(), "");
                    if (r.statusCode() != 200) continue;
                    held++;
                    JsonNode schema =
                            get.at("/responses/200/content").iterator().next().path("schema");
                    hold(schema, json.readTree(r.body()), address + " as " + as.getKey());
                }
        }
        assertThat(wrong.stream().distinct().limit(40)).isEmpty();
        assertThat(held).isGreaterThan(100);
    }

    private static List<String> addresses(String path, List<String> numbers) {
        if (path.contains("{number}"))
            return numbers.stream().map(n -> path.replace("{number}", n)).toList();
        return List.of(path.replace("{code}", "heating")
                        .replace("{year}", "2026")
                        .replace("{id}", "dandong-2026")
                        .replace("{login}", "agent")
                        .replace("{part}", "numerator")
                + (path.endsWith("/limit") ? "?from=2026-09-30T10:00&workingDays=7" : "")
                + (path.endsWith("shifts") ? "?month=2026-10" : ""));
    }

    @Test
    void a_field_that_is_required_is_asked_for() throws Exception {
        String any = json.readTree(send(
                                "GET",
                                "/api/v1/work-orders?limit=1",
                                Objects.requireNonNull(tokens.get(Role.DISPATCHER)),
                                "")
                        .body())
                .at("/items/0/number")
                .asString();
        Map<String, List<String>> required = new HashMap<>(ApiOperations.required());
        for (Acts.Routes r : acts)
            for (Act<?> act : r.byOperation().values()) {
                List<String> fields = act.fields().stream()
                        .filter(Field::required)
                        .map(Field::name)
                        .toList();
                if (!fields.isEmpty()) required.put(ActSchemas.name(r, act), fields);
            }
        int asked = 0;
        for (Map.Entry<String, JsonNode> path : api.path("paths").properties())
            for (Map.Entry<String, JsonNode> o : path.getValue().properties()) {
                String schema = o.getValue()
                        .at("/requestBody/content/application~1json/schema/$ref")
                        .asString("")
                        .replaceAll(".*/", "");
                if (!required.containsKey(schema)) continue;
                String address = path.getKey()
                        .replace("{number}", any)
                        .replace("{code}/", "heating/")
                        .replace("{code}", "no-such")
                        .replace("{login}", "no-such")
                        .replace("{year}", "2027")
                        .replace("{id}", "00000000-0000-0000-0000-000000000000");
                boolean named = false;
                for (String token : tokens.values()) {
                    HttpResponse<String> r = send(o.getKey().toUpperCase(Locale.ROOT), address, token, "{}");
                    assertThat(r.statusCode()).as(schema).isGreaterThanOrEqualTo(400);
                    for (JsonNode field : json.readTree(r.body()).path("fields"))
                        named |= required.get(schema)
                                .contains(field.path("field").asString().replaceAll(".*\\.", ""));
                }
                assertThat(named)
                        .as("%s %s asks for one of %s", o.getKey(), address, required.get(schema))
                        .isTrue();
                asked++;
            }
        assertThat(asked).isGreaterThan(40);
    }

    /** Whether a value fits: types, enumerations, required properties, and no property that is not described. */
    private void hold(JsonNode given, JsonNode value, String where) {
        JsonNode schema = given;
        if (schema.has("allOf")) schema = schema.path("allOf").get(0);
        if (schema.has("$ref")) schema = api.at(schema.path("$ref").asString().substring(1));
        if (value.isNull()) {
            if (!given.path("nullable").asBoolean(false)) wrong.add("null: " + shown(where));
            return;
        }
        if (schema.has("enum") && !schema.path("enum").toString().contains(value.toString()))
            wrong.add("not of the enumeration: " + shown(where) + " " + value);
        switch (schema.path("type").asString("")) {
            case "array" -> {
                if (!value.isArray()) wrong.add("no list: " + shown(where) + " " + value);
                for (JsonNode item : value) hold(schema.path("items"), item, where + "[]");
            }
            case "object" -> object(schema, value, where);
            case "string" -> {
                if (!value.isString()) wrong.add("no text: " + shown(where) + " " + value);
            }
            case "boolean" -> {
                if (!value.isBoolean()) wrong.add("no truth: " + shown(where) + " " + value);
            }
            case "integer", "number" -> {
                if (!value.isNumber()) wrong.add("no number: " + shown(where) + " " + value);
            }
            default -> wrong.add("no type: " + shown(where));
        }
    }

    private void object(JsonNode schema, JsonNode value, String where) {
        if (!value.isObject()) {
            wrong.add("no object: " + shown(where) + " " + value);
            return;
        }
        for (JsonNode needed : schema.path("required"))
            if (!value.has(needed.asString())) wrong.add("missing: " + shown(where) + "." + needed.asString());
        for (Map.Entry<String, JsonNode> p : value.properties()) {
            JsonNode property = schema.path("properties").path(p.getKey());
            if (property.isMissingNode()) property = schema.path("additionalProperties");
            if (property.isMissingNode()) wrong.add("not described: " + shown(where) + "." + p.getKey());
            else hold(property, p.getValue(), where + "." + p.getKey());
        }
    }

    private static String shown(String where) {
        return where.replaceAll("\\d{8}-\\d{6}", "N").replaceAll(" as \\w+", "");
    }
}
