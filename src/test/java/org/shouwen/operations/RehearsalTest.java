package org.shouwen.operations;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.flywaydb.core.api.FlywayException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a rehearsal of an upgrade reckons. */
class RehearsalTest {
    private static final Map<String, Boolean> NONE = Map.of();

    @Test
    void the_longest_time_that_a_table_was_closed_belongs_to_the_step_that_closed_it() {
        BlockedTables blocked = new BlockedTables();
        blocked.seen(0, "1", Set.of());
        blocked.seen(10, "1", Set.of("a.b"));
        blocked.seen(20, "1", Set.of("a.b", "c.d"));
        blocked.seen(40, "2", Set.of("c.d"));
        blocked.seen(60, "2", Set.of("a.b"));
        blocked.seen(65, "3", Set.of());
        assertThat(blocked.of("1")).isEqualTo(new BlockedTables.Longest("c.d", 40));
        assertThat(blocked.of("2")).isEqualTo(new BlockedTables.Longest("a.b", 5));
        assertThat(blocked.of("3")).isEqualTo(BlockedTables.Longest.NONE);
    }

    @Test
    void a_table_that_is_gone_or_has_fewer_rows_is_said_and_one_that_was_moved_is_not() {
        RowCounts before = new RowCounts(Map.of("a.gone", 0L, "a.fewer", 5L, "a.moved", 3L, "a.same", 7L), NONE);
        RowCounts after = new RowCounts(Map.of("a.fewer", 4L, "b.now", 3L, "a.same", 8L, "a.new", 1L), NONE);
        assertThat(before.lostUntil(after, Map.of("a.moved", "b.now")))
                .satisfiesExactlyInAnyOrder(
                        l -> assertThat(l).startsWith("a.gone"),
                        l -> assertThat(l).isEqualTo("a.fewer: 5 → 4"));
        assertThat(before.lostUntil(after, Map.of())).hasSize(3);
    }

    @Test
    void a_step_is_read_as_it_was_written(@TempDir Path folder) throws Exception {
        List<MigrationStep> steps =
                List.of(new MigrationStep("924 one matter", 12, 3, "a.b"), new MigrationStep("rules", 1, 0, ""));
        for (MigrationStep step : steps) step.appendTo(folder.resolve("steps"));
        assertThat(MigrationStep.read(folder.resolve("steps"))).isEqualTo(steps);
        assertThat(MigrationStep.read(folder.resolve("none"))).isEmpty();
    }

    @Test
    void only_a_table_that_somebody_else_holds_is_waited_for() {
        assertThat(PatientMigration.waited(new FlywayException("", new SQLException("", "55P03"))))
                .isTrue();
        assertThat(PatientMigration.waited(new FlywayException("", new SQLException("", "42P07"))))
                .isFalse();
        assertThat(PatientMigration.waited(null)).isFalse();
    }
}
