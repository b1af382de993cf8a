package org.shouwen.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.util.Map;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.shouwen.TestDatabase;

/** An index made beside its writers, outside a transaction: broken off once, it is made at the next start. */
class BrokenOffMigrationTest {
    private final DataSource database = TestDatabase.dataSource(TestDatabase.create());

    @TempDir
    Path folder;

    @Test
    void what_was_broken_off_outside_a_transaction_is_said_again() throws Exception {
        Files.writeString(
                folder.resolve("V1__a.sql"), "create table public.t (id int); insert into public.t values (1), (1);");
        Files.writeString(folder.resolve("V2__b.sql"), """
                drop index concurrently if exists public.t_id;
                create unique index concurrently t_id on public.t (id);
                """);
        Files.writeString(folder.resolve("V2__b.sql.conf"), "executeInTransaction=false");
        assertThatThrownBy(() -> new PatientMigration(new MigrationTimes("")).migrate(flyway()))
                .isInstanceOf(FlywayException.class)
                .hasMessageContaining("t_id");
        assertThatThrownBy(() -> flyway().migrate()).hasMessageContaining("failed migration");
        try (Connection db = database.getConnection();
                Statement s = db.createStatement()) {
            s.execute("delete from public.t");
            new PatientMigration(new MigrationTimes("")).migrate(flyway());
            try (var rs =
                    s.executeQuery("select indisvalid from pg_index where indexrelid = 'public.t_id'::regclass")) {
                assertThat(rs.next() && rs.getBoolean(1)).isTrue();
            }
        }
    }

    @Test
    void a_migration_that_is_wrong_is_told_as_before() throws Exception {
        Files.writeString(folder.resolve("V1__a.sql"), "create table t (id nothing);");
        assertThatThrownBy(() -> new PatientMigration(new MigrationTimes("")).migrate(flyway()))
                .hasMessageContaining("nothing");
    }

    private Flyway flyway() {
        return Flyway.configure()
                .dataSource(database)
                .locations("filesystem:" + folder)
                .configuration(Map.of("flyway.postgresql.transactional.lock", "false"))
                .defaultSchema("flyway")
                .createSchemas(true)
                .load();
    }
}
