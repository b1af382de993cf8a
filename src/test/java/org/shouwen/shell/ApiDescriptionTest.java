package org.shouwen.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shouwen.ShouwenTest;
import org.shouwen.access.Role;
import org.shouwen.accounts.Accounts;
import org.shouwen.guards.GeneratedPage;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** The API's own description: what integrators generate their clients from. {@code ./shouwen api} generates two. */
@ShouwenTest
class ApiDescriptionTest {
    private static final Set<String> WRITTEN = Set.of("post", "put", "delete", "get");

    private final HttpClient http = HttpClient.newHttpClient();
    private final JsonMapper json =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    @LocalServerPort
    int port;

    @Autowired
    Accounts accounts;

    private JsonNode api;

    @BeforeEach
    void read() throws Exception {
        api = json.readTree(send("GET", "/v3/api-docs", "", "", "", "").body());
    }

    private record Told(String method, String path, JsonNode operation) {}

    private List<Told> operations() {
        List<Told> all = new ArrayList<>();
        api.path("paths")
                .properties()
                .forEach(path -> path.getValue()
                        .properties()
                        .forEach(o -> all.add(new Told(o.getKey(), path.getKey(), o.getValue()))));
        return all;
    }

    private HttpResponse<String> send(
            String method, String path, String token, String language, String type, String body) throws Exception {
        HttpRequest.Builder r = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .method(method, HttpRequest.BodyPublishers.ofString(body));
        if (!token.isEmpty()) r.header("Authorization", "Bearer " + token);
        if (!language.isEmpty()) r.header("Accept-Language", language);
        if (!type.isEmpty()) r.header("Content-Type", type);
        return http.send(r.build(), HttpResponse.BodyHandlers.ofString());
    }

    @Test
    void the_committed_description_is_what_the_product_says() {
        GeneratedPage.compare(Path.of("docs/openapi.json"), json.writeValueAsString(api) + "\n");
    }

    @Test
    void every_operation_has_a_unique_id_a_summary_security_its_statuses_and_problems() {
        assertThat(api.at("/info/title").asString()).contains("首问");
        assertThat(api.at("/info/version").asString()).isNotBlank();
        Set<String> ids = new HashSet<>();
        Map<String, ApiOperations.Operation> told = ApiOperations.read();
        Set<String> seen = new TreeSet<>();
        for (Told t : operations()) {
            String name = t.method().toUpperCase(java.util.Locale.ROOT) + " " + t.path();
            seen.add(name);
            JsonNode o = t.operation();
            assertThat(WRITTEN).contains(t.method());
            assertThat(ids.add(o.path("operationId").asString())).as(name).isTrue();
            assertThat(o.path("operationId").asString()).matches("[a-z][A-Za-z0-9]+");
            assertThat(o.path("summary").asString(""))
                    .as("%s in shell/api-operations.txt", name)
                    .isNotBlank();
            assertThat(o.has("security")).as(name).isTrue();
            List<String> statuses = new ArrayList<>();
            o.path("responses").propertyNames().forEach(statuses::add);
            assertThat(statuses).as(name).anyMatch(s -> s.startsWith("2")).anyMatch(s -> s.startsWith("4"));
            if (o.has("requestBody")) assertThat(statuses).as(name).contains("422", "400");
        }
        assertThat(told.keySet()).as("operations that are described").isEqualTo(seen);
    }

    @Test
    void every_reference_leads_somewhere_and_every_schema_says_what_it_holds() {
        Set<String> refs = new TreeSet<>();
        collect(api, refs);
        for (String ref : refs)
            assertThat(api.at(ref.substring(1)).isMissingNode()).as(ref).isFalse();
        api.at("/components/schemas").properties().forEach(s -> {
            assertThat(s.getKey()).matches("[A-Z][A-Za-z0-9]+");
            assertThat(s.getValue().has("properties") || s.getValue().has("enum"))
                    .as(s.getKey())
                    .isTrue();
        });
        assertThat(refs).hasSizeGreaterThan(100);
    }

    private static void collect(JsonNode node, Set<String> refs) {
        if (node.has("$ref")) refs.add(node.path("$ref").asString());
        node.forEach(child -> collect(child, refs));
    }

    @Test
    void problems_speak_the_language_that_was_asked_for() throws Exception {
        String token = accounts.token("language", Set.of(Role.AGENT), null);
        List<List<String>> asked = List.of(
                List.of("GET", "/api/v1/appeals", "", "401"),
                List.of("GET", "/api/v1/accounts", token, "403"),
                List.of("GET", "/api/v1/appeals/no-such", token, "404"),
                List.of("GET", "/api/v1/appeals?limit=0", token, "422"),
                List.of("POST", "/api/v1/appeals", token, "415"),
                List.of("PATCH", "/api/v1/appeals", token, "405"));
        for (List<String> a : asked)
            for (String language : List.of("", "zh-CN", "zh", "en", "en-GB,en;q=0.9,zh;q=0.5", "fr")) {
                boolean posts = a.get(0).equals("POST");
                HttpResponse<String> r =
                        send(a.get(0), a.get(1), a.get(2), language, posts ? "image/png" : "", posts ? "x" : "");
                assertThat(r.statusCode()).as(a + r.body()).isEqualTo(Integer.parseInt(a.get(3)));
                JsonNode problem = json.readTree(r.body());
                String words = problem.path("title").asString()
                        + problem.path("detail").asString();
                boolean chinese =
                        words.codePoints().anyMatch(c -> Character.UnicodeScript.of(c) == Character.UnicodeScript.HAN);
                assertThat(chinese).as(language + " " + a + words).isEqualTo(!language.startsWith("en"));
            }
    }
}
