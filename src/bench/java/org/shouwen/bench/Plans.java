package org.shouwen.bench;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Which way the database goes for each page: the plans as they were executed (PostgreSQL's auto_explain), of a page that was
 * asked before, and how many rows of the big tables it read. A Markdown list: a page, its statements that read one of the
 * big tables, and in each the nodes that read them.
 */
final class Plans {
    private static final List<String> SETTINGS = List.of(
            "session_preload_libraries = 'auto_explain'",
            "auto_explain.log_min_duration = 0",
            "auto_explain.log_analyze = on",
            "auto_explain.log_timing = off",
            "auto_explain.log_format = json",
            "auto_explain.log_level = warning");

    /** A plan in the server's log: what follows its first line begins with a tab. */
    private static final Pattern LOGGED = Pattern.compile("duration: [0-9.]+ ms  plan:\\n((?:\\t.*\\n)+)");

    private static final JsonMapper JSON = new JsonMapper();
    private final List<String> big;
    private final Path log;

    private Plans(City city, List<String> big) {
        this.big = big;
        this.log = city.home.resolve("postgres").resolve("postgres.log");
    }

    /** Restarts the city twice: what is told is chosen when a connection begins. */
    static void run(City city, List<String> big, Map<String, Load.Clients> pages) throws Exception {
        set(city, "alter database shouwen set ");
        city.secondsToRestart();
        Plans plans = new Plans(city, big);
        for (var page : pages.entrySet()) plans.page(page.getKey(), page.getValue());
        set(city, "alter database shouwen reset ");
        city.secondsToRestart();
    }

    private static void set(City city, String how) throws Exception {
        try (var c = city.connect();
                var s = c.createStatement()) {
            for (String setting : SETTINGS)
                s.execute(how + (how.contains(" reset ") ? setting.substring(0, setting.indexOf(' ')) : setting));
        }
    }

    private void page(String name, Load.Clients clients) throws Exception {
        try (Load.Client client = clients.open(0)) {
            for (int i = 0; i < 8; i++) client.once(); // a statement's plan for all values is made with its sixth call
            long from = log.toFile().length();
            client.once();
            told(name, since(from), big).forEach(line -> Bench.say("%s", line));
        }
    }

    /** What the server's log says of a page, in lines of Markdown. */
    static List<String> told(String page, String log, List<String> big) {
        Map<String, Integer> said = new LinkedHashMap<>();
        int statements = 0;
        long rows = 0;
        Matcher plan = LOGGED.matcher(log);
        while (plan.find()) {
            JsonNode statement = JSON.readTree(plan.group(1));
            List<String> nodes = new ArrayList<>();
            statements++;
            rows += read(statement.path("Plan"), big, nodes);
            if (!nodes.isEmpty())
                said.merge(shortened(statement.path("Query Text").asString()) + indented(nodes), 1, Integer::sum);
        }
        List<String> lines = new ArrayList<>();
        lines.add("- **%s**: %d statements, %d rows of the big tables read".formatted(page, statements, rows));
        said.forEach((text, times) -> lines.add("  - " + (times > 1 ? times + " times " : "") + text));
        return lines;
    }

    private String since(long from) throws IOException {
        try (RandomAccessFile file = new RandomAccessFile(log.toFile(), "r")) {
            file.seek(from);
            byte[] bytes = new byte[(int) (file.length() - from)];
            file.readFully(bytes);
            return new String(bytes, StandardCharsets.UTF_8);
        }
    }

    /** Rows that a node and all below it read of the big tables; each such node in words. */
    private static long read(JsonNode node, List<String> big, List<String> nodes) {
        long rows = 0;
        String table = node.path("Relation Name").asString("");
        if (big.contains(table)) {
            double loops = node.path("Actual Loops").asDouble();
            long kept = Math.round(node.path("Actual Rows").asDouble() * loops);
            long cut = Math.round(node.path("Rows Removed by Filter").asDouble(0) * loops);
            rows = kept + cut;
            String index = node.path("Index Name").asString("");
            if (loops > 0)
                nodes.add(String.format(
                        Locale.ROOT,
                        "%s on %s%s: %d rows%s%s",
                        node.path("Node Type").asString(),
                        table,
                        index.isEmpty() ? "" : " by " + index,
                        kept,
                        cut > 0 ? ", " + cut + " more left out" : "",
                        loops > 1 ? ", in " + Math.round(loops) + " looks" : ""));
        }
        for (JsonNode below : node.path("Plans")) rows += read(below, big, nodes);
        return rows;
    }

    private static String shortened(String sql) {
        String line = sql.replaceAll("\\s+", " ").strip();
        return "`" + (line.length() > 110 ? line.substring(0, 110) + " …" : line) + "`";
    }

    private static String indented(List<String> nodes) {
        return "\n    - " + String.join("\n    - ", nodes);
    }
}
