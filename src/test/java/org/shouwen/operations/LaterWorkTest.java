package org.shouwen.operations;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.sql.Connection;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Migrations on a table of some size: who writes it goes on, and in the end all is there. */
class LaterWorkTest extends MigratedTable {
    @Test
    void an_index_and_a_check_wait_until_all_migrations_are_through_and_are_then_there() throws Exception {
        migrate(0);
        assertThat(due()).isEqualTo("a.thing young, " + INDEX);
        assertThat(index()).isEqualTo("none");
        assertThat(one("select convalidated from pg_constraint where conname = 'young'"))
                .isEqualTo("f");
        finish();
        assertThat(due()).isEqualTo("null");
        assertThat(index()).isEqualTo("t");
        assertThat(one("select convalidated from pg_constraint where conname = 'young'"))
                .isEqualTo("t");
        assertThat(one("select pg_get_indexdef('" + INDEX + "'::regclass)")).contains("WHERE (day > 3)");
    }

    @Test
    void on_a_small_table_all_is_done_at_once() throws Exception {
        migrate(1L << 30);
        assertThat(index()).isEqualTo("t");
        assertThat(one("select to_regclass('flyway.later')")).isEqualTo("null");
        finish();
    }

    /** What a migration would have waited for: without it the index waits for the writer, who is in nobody's way now. */
    @Test
    void whoever_is_writing_the_table_holds_up_no_index() throws Exception {
        Files.delete(folder.resolve("V2__check.sql"));
        try (Connection writer = database.getConnection()) {
            writer.setAutoCommit(false);
            try (Statement s = writer.createStatement()) {
                s.execute("insert into a.thing values (0, 7)");
            }
            migrate(0);
            writer.commit();
        }
        finish();
        assertThat(index()).isEqualTo("t");
        assertThat(one("select day from a.thing where id = 0")).isEqualTo("7");
    }

    @Test
    void an_index_that_a_killed_start_left_half_built_is_built_anew() throws Exception {
        migrate(0);
        run("create index thing_by_day on a.thing (day)");
        run("update pg_index set indisvalid = false where indexrelid = '" + INDEX + "'::regclass");
        finish();
        assertThat(index()).isEqualTo("t");
        assertThat(one("select pg_get_indexdef('" + INDEX + "'::regclass)")).contains("WHERE (day > 3)");
        assertThat(due()).isEqualTo("null");
    }

    @Test
    void what_a_later_migration_takes_away_again_is_not_built() throws Exception {
        migration("V3__away.sql", "drop index a.thing_by_day;\nalter table a.thing drop constraint young;");
        migrate(0);
        assertThat(due()).isEqualTo("null");
        finish();
        assertThat(index()).isEqualTo("none");
    }

    @Test
    void rows_that_do_not_bear_a_check_leave_it_to_the_next_start() throws Exception {
        run("insert into a.thing values (0, 99)");
        migrate(0);
        finish();
        assertThat(due()).isEqualTo("a.thing young");
        assertThat(index()).isEqualTo("t");
        run("delete from a.thing where id = 0");
        finish();
        assertThat(due()).isEqualTo("null");
    }

    @Test
    void only_what_reads_the_rows_of_one_table_is_put_off() {
        assertThat(List.of(
                        "create unique index one on a.thing (day)",
                        "create index on a.thing (day)",
                        "create index concurrently x on a.thing (day)",
                        "alter table a.thing add column x int",
                        "alter table a.thing add constraint x unique (day)",
                        "alter table a.thing add constraint x check (day > 0) not valid",
                        "alter table a.thing add constraint x check (day > 0), add column y int",
                        "select 'create index x on a.thing (day)'"))
                .allSatisfy(sql -> assertThat(LaterStatement.of(sql)).as(sql).isEmpty());
        assertThat(LaterStatement.of("-- why\n /* and */ CREATE INDEX x\n ON a.thing USING gin (day)"))
                .get()
                .extracting(LaterStatement::afterwards)
                .isEqualTo("create index concurrently x on a.thing USING gin (day)");
    }
}
