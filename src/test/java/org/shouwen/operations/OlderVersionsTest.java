package org.shouwen.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.util.Map;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.shouwen.TestDatabase;
import org.shouwen.embedded.CannotStart;

/** An earlier version on a database that a later one has migrated. */
class OlderVersionsTest {
    private final DataSource database = TestDatabase.dataSource(TestDatabase.create());

    @TempDir
    Path folder;

    /** Versions are numbered by module, so that a later release brings migrations between those that are there. */
    private void start(String version) throws IOException {
        Flyway flyway = Flyway.configure()
                .dataSource(database)
                .locations("filesystem:" + folder.resolve(version))
                .callbacks(new OlderVersions())
                .ignoreMigrationPatterns(ignored())
                .configuration(Map.of("flyway.postgresql.transactional.lock", "false"))
                .outOfOrder(true)
                .defaultSchema("flyway")
                .createSchemas(true)
                .load();
        new PatientMigration(new MigrationTimes("")).migrate(flyway);
    }

    private static String[] ignored() throws IOException {
        return Files.readString(Path.of("src/main/resources/application.yaml"))
                .replaceAll("(?s).*ignore-migration-patterns: \"([^\"]*)\".*", "$1")
                .split(",");
    }

    private void has(String version, String... files) throws Exception {
        Path of = Files.createDirectories(folder.resolve(version));
        Files.writeString(of.resolve("V0101__a.sql"), "create table public.a (id int, word text);");
        Files.writeString(of.resolve("V0301__c.sql"), "create table public.c (id int);");
        for (int i = 0; i < files.length; i += 2) Files.writeString(of.resolve(files[i]), files[i + 1]);
    }

    @Test
    void it_starts_where_every_migration_that_it_does_not_know_only_adds() throws Exception {
        has("old");
        has(
                "new",
                "V0201__b.sql",
                "alter table public.a add column more text; create table public.b (id int);",
                "V0401__d.sql",
                "create index concurrently on public.a (word);",
                "V0401__d.sql.conf",
                "executeInTransaction=false");
        start("old");
        start("new");
        assertThatCode(() -> start("old")).doesNotThrowAnyException();
        assertThatCode(() -> start("new")).doesNotThrowAnyException();
    }

    @Test
    void what_a_later_version_says_of_held_tables_stays() throws Exception {
        String held = "update public.c set id = ";
        has("old", "V0302__first.sql", "insert into public.c values (0);", "afterMigrate__held.sql", held + "1;");
        has("new", "V0302__first.sql", "insert into public.c values (0);", "afterMigrate__held.sql", held + "2;");
        start("old");
        assertHeld(1);
        has("new", "V0401__d.sql", "create table public.d (id int);");
        start("new");
        assertHeld(2);
        start("old");
        assertHeld(2);
    }

    private void assertHeld(int by) throws Exception {
        try (Connection db = database.getConnection();
                Statement sql = db.createStatement()) {
            assertThat(LaterWork.has(sql, "select id = " + by + " from public.c"))
                    .isTrue();
        }
    }

    @Test
    void it_refuses_in_a_sentence_where_one_takes_away_and_leaves_everything_as_it_was() throws Exception {
        has("old", "V0501__own.sql", "create table public.own (id int);");
        has(
                "new",
                "V0201__b.sql",
                "create table public.b (id int);",
                "V0202__word.sql",
                "alter table public.a drop column word;");
        start("new");
        assertThatThrownBy(() -> start("old"))
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining("0202")
                .hasMessageNotContaining("0201")
                .hasMessageContaining("请恢复升级前的备份")
                .hasMessageContaining("restore the backup of before the upgrade");
        try (Connection db = database.getConnection();
                Statement sql = db.createStatement()) {
            assertThat(LaterWork.has(sql, "select to_regclass('public.own') is null"))
                    .isTrue();
        }
    }

    @Test
    void what_was_migrated_without_a_note_is_not_taken_as_borne() throws Exception {
        has("old");
        has("new", "V0201__b.sql", "create table public.b (id int);");
        start("new");
        try (Connection db = database.getConnection();
                Statement sql = db.createStatement()) {
            sql.execute("delete from flyway.older_nodes where version = '0201'");
        }
        assertThatThrownBy(() -> start("old")).isInstanceOf(CannotStart.class).hasMessageContaining("0201");
    }
}
