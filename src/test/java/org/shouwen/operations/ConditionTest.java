package org.shouwen.operations;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.shouwen.gauges.Gauge;

/** What counts as well, and how figures are written. */
class ConditionTest {
    private static final Instant NOW = Instant.parse("2026-11-28T10:00:00Z");
    private static final BackupState KEPT = new BackupState(
            NOW.minus(Duration.ofHours(20)).toString(),
            "/b",
            "APART",
            NOW.minus(Duration.ofDays(3)).toString());

    private static Condition.Seen seen(boolean up, long free, BackupState backup) {
        return new Condition.Seen(NOW, up, false, free, false, 0.2, backup, true);
    }

    private static List<String> bad(Condition.Seen seen, Map<String, Double> figures) {
        return Condition.of(seen, figures).stream()
                .filter(c -> c.level() != Condition.Level.GOOD)
                .map(c -> c.what() + " " + c.level())
                .toList();
    }

    @Test
    void a_home_that_is_kept_as_it_should_be_is_well() {
        assertThat(bad(seen(true, 10L << 30, KEPT), Map.of("shouwen_sweep_delay_seconds", 3.0)))
                .isEmpty();
    }

    @Test
    void what_nobody_has_cared_for_is_said_and_serves_all_the_same() {
        assertThat(bad(seen(true, 1L << 30, BackupState.NONE), Map.of("shouwen_sweep_delay_seconds", 61.0)))
                .containsExactlyInAnyOrder("disk WATCH", "backup WATCH", "drill WATCH", "keys WATCH", "sweep WATCH");
    }

    @Test
    void a_database_that_is_away_and_a_full_disk_serve_nobody() {
        assertThat(bad(seen(false, 1L << 20, KEPT), Map.of())).containsExactly("database DOWN", "disk DOWN");
    }

    @Test
    void a_copy_that_only_reads_serves_nobody_and_is_told_apart_from_one_that_does_not_answer() {
        assertThat(bad(new Condition.Seen(NOW, true, true, 10L << 30, null, 0, KEPT, true), Map.of()))
                .containsExactly("replica DOWN");
    }

    @Test
    void a_clock_that_jumped_and_an_archive_that_fails_are_said() {
        Condition.Seen seen = new Condition.Seen(NOW, true, false, 10L << 30, true, -7, KEPT, true);
        assertThat(bad(seen, Map.of())).containsExactly("archive WATCH", "clock WATCH");
    }

    @Test
    void every_condition_has_words_and_what_to_do_in_both_languages() throws Exception {
        for (String file : List.of("/i18n/operations.properties", "/i18n/operations_en.properties")) {
            Properties words = new Properties();
            try (var in = ConditionTest.class.getResourceAsStream(file)) {
                words.load(in);
            }
            for (boolean replica : new boolean[] {false, true})
                for (Condition c : Condition.of(
                        new Condition.Seen(NOW, true, replica, 0, false, 0, KEPT, true),
                        Map.of("shouwen_store_unreachable", 1.0, "shouwen_standby_unused", 1.0))) {
                    assertThat(words).containsKey("operations.condition." + c.what());
                    assertThat(words).containsKey("operations.todo." + c.what());
                }
        }
    }

    @Test
    void figures_are_written_as_prometheus_reads_them() {
        RequestTimes times = new RequestTimes();
        times.add(200, 30_000_000);
        String text = Exposition.of(List.of(
                new Gauge("shouwen_b", "About b", Map.of("x", "a\"b\\c\nd"), 1.5),
                new Gauge("shouwen_a_total", "A", 3)));
        assertThat(text).isEqualTo("""
                        # HELP shouwen_a_total A
                        # TYPE shouwen_a_total counter
                        shouwen_a_total 3
                        # HELP shouwen_b About b
                        # TYPE shouwen_b gauge
                        shouwen_b{x="a\\"b\\\\c\\nd"} 1.5
                        """);
        assertThat(Exposition.of(times.gauges()))
                .containsOnlyOnce("# TYPE shouwen_request_seconds histogram")
                .contains("shouwen_request_seconds_bucket{answer=\"2xx\",le=\"0.025\"} 0\n")
                .contains("shouwen_request_seconds_bucket{answer=\"2xx\",le=\"0.05\"} 1\n")
                .contains("shouwen_request_seconds_bucket{answer=\"2xx\",le=\"+Inf\"} 1\n")
                .contains("shouwen_request_seconds_count{answer=\"2xx\"} 1\n");
    }
}
