package org.shouwen.operations;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The dashboard and the alerts that come along, as a test asks them. */
final class WatchFiles {
    static final Path PAGES = Path.of("docs/operations").toAbsolutePath();
    private static final JsonMapper JSON = new JsonMapper();

    private WatchFiles() {}

    static List<String> dashboard() throws Exception {
        List<String> queries = new ArrayList<>();
        for (JsonNode panel :
                JSON.readTree(Files.readString(PAGES.resolve("grafana.json"))).path("panels"))
            for (JsonNode target : panel.path("targets"))
                queries.add(target.path("expr").asString());
        return queries;
    }

    static List<String> alerts(String field) throws Exception {
        return Files.readAllLines(PAGES.resolve("alerts.yaml")).stream()
                .filter(l -> l.contains(field))
                .map(l -> l.replaceAll(".*" + field + " ?", "")
                        .replaceAll("[\"}]*$", "")
                        .replaceAll("^\"", ""))
                .toList();
    }

    /** The pages in a package: with alerts and dashboard as they come along, and nothing linked that is not there. */
    static void assertWhole(Path folder) throws Exception {
        for (String name : List.of("alerts.yaml", "grafana.json"))
            assertThat(folder.resolve(name)).hasSameTextualContentAs(PAGES.resolve(name));
        List<String> linked = new ArrayList<>();
        try (var all = Files.list(folder)) {
            for (Path page : all.filter(f -> f.toString().endsWith(".md")).toList())
                Pattern.compile("\\]\\(([^)#:]+)[^):]*\\)")
                        .matcher(Files.readString(page))
                        .results()
                        .forEach(m -> linked.add(m.group(1)));
        }
        assertThat(linked)
                .contains("alerts.yaml", "grafana.json", "shouwen.service", "how-to.md")
                .allMatch(target -> Files.exists(folder.resolve(target)));
    }

    static String promtool(String... words) throws Exception {
        List<String> command = new ArrayList<>(List.of("/usr/bin/promtool"));
        command.addAll(List.of(words));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
}
