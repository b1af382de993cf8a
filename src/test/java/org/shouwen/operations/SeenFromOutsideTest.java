package org.shouwen.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.shouwen.embedded.RealProcesses;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A real product as load balancers, Prometheus and whoever reads its log see it. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class SeenFromOutsideTest extends RealProcesses {
    private static final JsonMapper JSON = new JsonMapper();
    private static final String MARKED = "赵暗号甲乙丙";

    @Override
    protected Map<String, String> surroundings() {
        return Map.of("SHOUWEN_LOG", "ecs", "SHOUWEN_METRICS_TOKEN", "a-token");
    }

    private HttpResponse<String> get(String path, String... headers) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(uri(path));
        if (headers.length > 0) request.headers(headers);
        return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private Set<String> exported() throws Exception {
        return get("/metrics")
                .body()
                .lines()
                .filter(l -> !l.startsWith("#"))
                .map(l -> l.replaceAll("[{ ].*", ""))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    @Order(1)
    void it_lives_and_is_ready_and_says_what_somebody_should_look_at() throws Exception {
        awaitUp(start(home, port));
        assertThat(get("/health/live").statusCode()).isEqualTo(200);
        HttpResponse<String> ready = get("/health/ready");
        assertThat(ready.statusCode()).isEqualTo(200);
        JsonNode said = JSON.readTree(ready.body());
        assertThat(said.path("status").asString()).isEqualTo("UP");
        assertThat(said.path("watch").toString()).contains("backup", "keys", "drill");
    }

    @Test
    @Order(2)
    void figures_are_for_this_machine_and_for_a_bearer_of_the_token() throws Exception {
        assertThat(get("/metrics").statusCode()).isEqualTo(200);
        assertThat(get("/metrics", "X-Forwarded-For", "192.0.2.7").statusCode())
                .as("passed on")
                .isEqualTo(403);
        assertThat(get("/metrics", "X-Forwarded-For", "192.0.2.7", "Authorization", "Bearer a-token")
                        .statusCode())
                .isEqualTo(200);
        assertThat(get("/metrics", "Authorization", "Bearer another").statusCode())
                .isEqualTo(403);
    }

    @Test
    @Order(3)
    void every_name_in_dashboard_and_alerts_is_exported() throws Exception {
        Set<String> exported = exported();
        Set<String> asked = new TreeSet<>();
        List<String> queries = new ArrayList<>(WatchFiles.dashboard());
        queries.addAll(WatchFiles.alerts("expr:"));
        assertThat(queries).hasSizeGreaterThan(30);
        for (String query : queries) {
            Matcher names = Pattern.compile("shouwen_[a-z_]+").matcher(query);
            while (names.find()) asked.add(names.group());
        }
        assertThat(exported).containsAll(asked);
    }

    @Test
    @Order(4)
    void a_real_prometheus_reads_it_and_answers_every_query_of_the_dashboard() throws Exception {
        assumeThat(Files.isExecutable(Path.of("/usr/bin/prometheus"))
                        && Files.isExecutable(Path.of("/usr/bin/promtool")))
                .as("prometheus is installed")
                .isTrue();
        assertThat(WatchFiles.promtool(
                        "check",
                        "rules",
                        WatchFiles.PAGES.resolve("alerts.yaml").toString()))
                .contains("SUCCESS");
        RealPrometheus prometheus = RealPrometheus.reading(folder, port, freePort());
        started.add(prometheus.process());
        logs.put(prometheus.process(), prometheus.log());
        for (String query : WatchFiles.dashboard())
            Awaitility.await(query)
                    .atMost(Duration.ofSeconds(90))
                    .ignoreExceptions()
                    .until(() -> {
                        get("/sign-in");
                        JsonNode answer = prometheus.query(query);
                        return answer.path("status").asString().equals("success")
                                && !answer.path("data").path("result").isEmpty();
                    });
        JsonNode rules = prometheus.ask("/api/v1/rules");
        for (JsonNode rule : rules.path("data").path("groups").path(0).path("rules"))
            assertThat(rule.path("health").asString())
                    .as(rule.path("name").asString())
                    .isNotEqualTo("err");
        prometheus.process().destroy();
        prometheus.process().waitFor();
    }

    @Test
    @Order(5)
    void while_the_database_is_away_it_lives_and_is_not_ready_and_says_why() throws Exception {
        for (ProcessHandle h : databases()) h.destroyForcibly();
        Awaitility.await()
                .pollInterval(Duration.ofMillis(20))
                .atMost(Duration.ofSeconds(30))
                .until(() -> {
                    HttpResponse<String> ready = get("/health/ready");
                    return ready.statusCode() == 503
                            && ready.headers().firstValue("Retry-After").isPresent()
                            && ready.body().contains("\"reasons\":[\"database\"]");
                });
        assertThat(get("/health/live").statusCode()).isEqualTo(200);
        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .until(() -> get("/health/ready").statusCode() == 200);
    }

    @Test
    @Order(6)
    void the_log_is_json_a_line_and_has_no_word_of_peoples() throws Exception {
        String sent = "{\"kind\":\"livelihood\",\"content\":\"" + MARKED + "家路灯不亮，电话13904151299\",\"name\":\"" + MARKED
                + "\",\"phone\":\"13904151299\",\"location\":\"" + MARKED + "路1号\"";
        for (String body : List.of(sent + "}", sent, sent + ",\"kind\":7}"))
            http.send(
                    HttpRequest.newBuilder(uri("/api/v1/portal/appeals"))
                            .header("Content-Type", "application/json")
                            .POST(HttpRequest.BodyPublishers.ofString(body))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
        get("/answers?q=" + URLEncoder.encode(MARKED, StandardCharsets.UTF_8));
        Process app = running();
        app.destroy();
        app.waitFor();
        List<String> lines = output(app)
                .lines()
                .filter(l -> l.contains("Shouwen") || l.startsWith("{"))
                .toList();
        assertThat(lines).isNotEmpty();
        for (String line : lines)
            assertThat(JSON.readTree(line).has("@timestamp")).as(line).isTrue();
        assertThat(output(app)).doesNotContain(MARKED).doesNotContain("13904151299");
    }
}
