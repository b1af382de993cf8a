package org.shouwen.operations;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Debian's Prometheus on loopback, reading a product every second with the alerts that come along. */
record RealPrometheus(Process process, Path log, int port) {
    private static final JsonMapper JSON = new JsonMapper();

    static RealPrometheus reading(Path folder, int product, int port) throws IOException {
        Path config = folder.resolve("prometheus.yml");
        Files.writeString(config, """
                global: {scrape_interval: 1s, evaluation_interval: 1s}
                rule_files: ["%s"]
                scrape_configs: [{job_name: shouwen, static_configs: [{targets: ["127.0.0.1:%d"]}]}]
                """.formatted(WatchFiles.PAGES.resolve("alerts.yaml"), product));
        Path log = folder.resolve("prometheus.log");
        Process process = new ProcessBuilder(
                        "/usr/bin/prometheus",
                        "--config.file=" + config,
                        "--storage.tsdb.path=" + folder.resolve("tsdb"),
                        "--web.listen-address=127.0.0.1:" + port)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        return new RealPrometheus(process, log, port);
    }

    JsonNode query(String query) throws IOException, InterruptedException {
        return ask("/api/v1/query?query=" + URLEncoder.encode(query, StandardCharsets.UTF_8));
    }

    JsonNode ask(String path) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .build();
        try (HttpClient http = HttpClient.newHttpClient()) {
            return JSON.readTree(
                    http.send(request, HttpResponse.BodyHandlers.ofString()).body());
        }
    }
}
