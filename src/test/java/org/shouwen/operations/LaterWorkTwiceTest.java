package org.shouwen.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** What was put off where two nodes start, a start died, or a later migration has other wishes. */
class LaterWorkTwiceTest extends MigratedTable {
    @Test
    @ExtendWith(OutputCaptureExtension.class)
    void whoever_starts_beside_one_that_builds_waits_for_it(CapturedOutput log) throws Exception {
        migrate(0);
        run("select pg_advisory_lock(hashtext('later work'))");
        try (ExecutorService beside = Executors.newSingleThreadExecutor()) {
            Future<?> second = beside.submit(() -> {
                finish();
                return null;
            });
            Awaitility.await().until(() -> log.getOut().contains("this one starts when it has done so"));
            assertThat(second.isDone()).isFalse();
            assertThat(index()).isEqualTo("none");
            run("select pg_advisory_unlock(hashtext('later work'))");
            assertThat(second).succeedsWithin(Duration.ofSeconds(60));
        }
        assertThat(index()).isEqualTo("t");
    }

    @Test
    void an_upgrade_that_leaves_something_undone_is_rehearsed_badly() throws Exception {
        run("insert into a.thing values (0, 99)");
        migrate(0);
        LaterWork work = new LaterWork(
                database, new MigrationTimes(folder.resolve("steps.tsv").toString()));
        assertThatThrownBy(work::run).isInstanceOf(SQLException.class).hasMessageContaining("young");
    }

    @Test
    void an_index_that_was_begun_and_is_taken_away_by_a_later_migration_does_not_stay() throws Exception {
        migrate(0);
        run("create index thing_by_day on a.thing (day)");
        migration("V3__away.sql", "drop index a.thing_by_day;");
        migrate(0);
        assertThat(index()).isEqualTo("none");
        assertThat(due()).isEqualTo("a.thing young");
    }

    @Test
    void a_check_behind_which_a_comment_stands_is_proven_later_all_the_same() {
        assertThat(LaterStatement.of("alter table a.thing add constraint x check (day > 0) -- why"))
                .get()
                .extracting(LaterStatement::now)
                .isEqualTo("alter table a.thing add constraint x check (day > 0) -- why\n not valid");
        assertThat(LaterStatement.dropped("drop index concurrently if exists a.x"))
                .isEqualTo("a.x");
    }
}
