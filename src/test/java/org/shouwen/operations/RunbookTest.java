package org.shouwen.operations;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The chapters of the runbook, as alerts, screens and pages send people to them. */
class RunbookTest {
    /** Conditions whose figure an alert asks for itself. */
    private static final Map<String, String> BY_FIGURE = Map.ofEntries(
            Map.entry("database", "shouwen_up "),
            Map.entry("replica", "shouwen_up "),
            Map.entry("disk", "shouwen_disk_free_bytes "),
            Map.entry("backup", "shouwen_backup_age_seconds)"),
            Map.entry("clock", "shouwen_clock_difference_seconds)"),
            Map.entry("stepped", "shouwen_clock_stepped_seconds "),
            Map.entry("sweep", "shouwen_sweep_delay_seconds)"),
            Map.entry("jobs", "shouwen_jobs_failing)"),
            Map.entry("late", "shouwen_jobs_late_seconds)"),
            Map.entry("outbox", "shouwen_outbox_longest_seconds)"),
            Map.entry("alarms", "shouwen_alarm_longest_seconds)"));

    /** What the database says is the same on each node. */
    private static final Pattern OF_THE_DATABASE =
            Pattern.compile("shouwen_(?:orders|appeals|alarms?|danger|sweep|outbox|limits|jobs|search|backup)_[a-z_]+");

    /** Text of each chapter by its heading. */
    private static Map<String, String> chapters() throws Exception {
        Map<String, String> chapters = new LinkedHashMap<>();
        for (String part :
                Files.readString(WatchFiles.PAGES.resolve("runbook.md")).split("(?m)^## ")) {
            String[] lines = part.split("\n", 2);
            chapters.put(lines[0], lines[1]);
        }
        return chapters;
    }

    /** As GitHub makes a heading's anchor. */
    private static String anchor(String heading) {
        return heading.toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N} _-]", "")
                .replace(' ', '-');
    }

    @Test
    void each_alert_leads_to_the_chapter_that_speaks_of_it() throws Exception {
        Map<String, String> byAnchor = new HashMap<>();
        chapters().forEach((heading, text) -> byAnchor.put("runbook.md#" + anchor(heading), text));
        List<String> alerts = WatchFiles.alerts("- alert:");
        List<String> links = WatchFiles.alerts("runbook:");
        assertThat(links).hasSameSizeAs(alerts).isNotEmpty();
        for (int i = 0; i < alerts.size(); i++)
            assertThat(byAnchor.getOrDefault(links.get(i), ""))
                    .as(links.get(i))
                    .contains("`" + alerts.get(i).strip() + "`");
        assertThat(String.join("", chapters().values())).contains("job_name: shouwen");
    }

    @Test
    void links_to_a_chapter_of_a_page_lead_to_one() throws Exception {
        try (var pages = Files.list(WatchFiles.PAGES)) {
            for (Path page : pages.filter(p -> p.toString().endsWith(".md")).toList()) {
                Matcher link =
                        Pattern.compile("\\]\\(([a-z-]+\\.md)?#([^)]+)\\)").matcher(Files.readString(page));
                while (link.find()) {
                    Path to = link.group(1) == null ? page : page.resolveSibling(link.group(1));
                    assertThat(Files.readAllLines(to).stream()
                                    .filter(l -> l.startsWith("#"))
                                    .map(l -> anchor(l.replaceFirst("^#+ ", ""))))
                            .as(page.getFileName() + " " + link.group())
                            .contains(link.group(2));
                }
            }
        }
    }

    @Test
    void chapters_that_screens_name_stand_in_it_under_that_name() throws Exception {
        List<String> named = new ArrayList<>();
        for (String words : List.of("operations.properties", "operations_en.properties"))
            for (String line : Files.readAllLines(Path.of("src/main/resources/i18n", words))) {
                Matcher chapter = Pattern.compile(words.contains("_en") ? "“([^”]+)”" : "“([^”]+)”(?=[^“]*章)")
                        .matcher(line);
                while (chapter.find()) named.add(chapter.group(1));
            }
        assertThat(named)
                .hasSizeGreaterThan(10)
                .allSatisfy(name -> assertThat(chapters().keySet())
                        .anyMatch(heading -> heading.startsWith(name + " ") || heading.endsWith(" " + name)));
    }

    @Test
    void every_condition_has_an_alert_and_what_all_nodes_tell_alike_is_told_once() throws Exception {
        String asked = String.join("\n", WatchFiles.alerts("expr:"));
        List<Condition> all = new ArrayList<>();
        for (boolean replica : new boolean[] {false, true})
            all.addAll(Condition.of(
                    new Condition.Seen(Instant.EPOCH, true, replica, 0, true, 0, BackupState.NONE, true),
                    Map.of("shouwen_store_unreachable", 1.0, "shouwen_standby_unused", 1.0)));
        assertThat(all)
                .extracting(Condition::what)
                .allSatisfy(what -> assertThat(asked)
                        .contains(BY_FIGURE.getOrDefault(what, "shouwen_condition{what=\"" + what + "\"}")));
        List<String> queries = new ArrayList<>(WatchFiles.dashboard());
        queries.addAll(WatchFiles.alerts("expr:"));
        for (String query : queries) {
            Matcher figure = OF_THE_DATABASE.matcher(query);
            while (figure.find())
                assertThat(query.substring(0, figure.start())).as(query).endsWith("max without (instance) (");
        }
    }
}
