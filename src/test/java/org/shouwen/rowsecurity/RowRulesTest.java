package org.shouwen.rowsecurity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.shouwen.ShouwenTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.flyway.autoconfigure.FlywayDataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The rules of all modules are applied at once, and only where something has changed. */
@ShouwenTest
class RowRulesTest {
    private static final Path RULES = Path.of("src/main/resources/db/rules");

    @Autowired
    Flyway flyway;

    @Autowired
    @FlywayDataSource
    DataSource owner;

    private List<String> policies(String what) {
        return JdbcClient.create(owner)
                .sql("select " + what + " from pg_policy order by 1")
                .query(String.class)
                .list();
    }

    @Test
    void a_start_that_changes_nothing_leaves_the_rules_alone() {
        List<String> before = policies("oid::text");
        flyway.migrate();
        assertThat(policies("oid::text")).isEqualTo(before).hasSizeGreaterThan(50);
    }

    @Test
    void a_rule_that_is_not_written_down_goes_with_the_next_change() {
        List<String> before = policies("polrelid::regclass || ' ' || polname");
        JdbcClient jdbc = JdbcClient.create(owner);
        jdbc.sql("create policy stray on intake.appeal to shouwen_unit using (true)")
                .update();
        jdbc.sql("comment on table flyway.flyway_schema_history is 'rules of another version'")
                .update();
        flyway.migrate();
        assertThat(policies("polrelid::regclass || ' ' || polname")).isEqualTo(before);
    }

    /** A node of the version before that is started again while the others are upgraded. */
    @Test
    void rules_of_a_later_version_stay_where_it_has_migrated_the_database() {
        JdbcClient jdbc = JdbcClient.create(owner);
        String stamp = jdbc.sql("select obj_description('flyway.flyway_schema_history'::regclass)")
                .query(String.class)
                .single();
        jdbc.sql("""
                        insert into flyway.flyway_schema_history
                            (installed_rank, version, description, type, script, installed_by, execution_time, success)
                        values (99999, '99999', 'of a later version', 'SQL', 'V99999__of_a_later_version.sql', 'x', 1, true)
                        """).update();
        jdbc.sql("create policy later on intake.appeal to shouwen_unit using (true)")
                .update();
        jdbc.sql("comment on table flyway.flyway_schema_history is 'rules of a later version'")
                .update();
        try {
            List<String> before = policies("oid::text");
            flyway.migrate();
            assertThat(policies("oid::text")).isEqualTo(before);
        } finally {
            jdbc.sql("delete from flyway.flyway_schema_history where version = '99999'")
                    .update();
            jdbc.sql("drop policy if exists later on intake.appeal").update();
            jdbc.sql("comment on table flyway.flyway_schema_history is '" + stamp + "'")
                    .update();
        }
    }

    /** A writer of the version before that holds a late table and asks for an early one, while all rules change. */
    @Test
    void nobody_who_writes_meanwhile_is_refused() throws Exception {
        try (Connection writer = owner.getConnection();
                Statement sql = writer.createStatement()) {
            writer.setAutoCommit(false);
            sql.execute("lock table workorder.work_order in row exclusive mode");
            JdbcClient.create(owner)
                    .sql("comment on table flyway.flyway_schema_history is 'rules of another version'")
                    .update();
            AtomicReference<Throwable> failed = new AtomicReference<>();
            Thread start = Thread.ofVirtual().start(() -> {
                try {
                    flyway.migrate();
                } catch (RuntimeException e) {
                    failed.set(e);
                }
            });
            await().until(() -> waiting("workorder.work_order"));
            sql.execute("lock table accounts.account in row exclusive mode");
            writer.commit();
            start.join();
            assertThat(failed.get()).isNull();
        }
    }

    /** A console that somebody left open: all is given back, to be tried again later, and then done. */
    @Test
    void whoever_keeps_a_table_is_not_waited_for_with_all_others_held() throws Exception {
        JdbcClient.create(owner)
                .sql("comment on table flyway.flyway_schema_history is 'rules of another version'")
                .update();
        try (Connection reader = owner.getConnection();
                Statement sql = reader.createStatement()) {
            reader.setAutoCommit(false);
            sql.execute("lock table workorder.work_order in access share mode");
            assertThatThrownBy(flyway::migrate)
                    .hasRootCauseMessage("somebody keeps a table: workorder.work_order")
                    .rootCause()
                    .isInstanceOfSatisfying(
                            SQLException.class,
                            e -> assertThat(e.getSQLState())
                                    .as("the state that a migration is tried again for")
                                    .isEqualTo("55P03"));
            assertThat(waiting("workorder.work_order")).isFalse();
            reader.commit();
        }
        flyway.migrate();
    }

    private boolean waiting(String table) {
        return JdbcClient.create(owner)
                .sql("select exists (select from pg_locks where relation = ?::regclass and not granted)")
                .param(table)
                .query(Boolean.class)
                .single();
    }

    @Test
    void every_file_of_rules_is_a_modules_own() throws IOException {
        try (Stream<Path> files = Files.list(RULES)) {
            assertThat(files.toList()).isNotEmpty().allSatisfy(f -> {
                String module = f.getFileName().toString().split("\\.")[0];
                assertThat(Path.of("src/main/java/org/shouwen", module)).isDirectory();
            });
        }
    }

    /** A table that shows its rows to units by a rule of another file would be missed by whoever reads the module's own. */
    @Test
    void no_callback_of_the_migrations_gives_or_takes_anything() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src/main/resources/db/migration"))) {
            for (Path f : files.filter(f -> f.getFileName().toString().startsWith("afterMigrate"))
                    .toList())
                assertThat(Files.readString(f)).as(f.toString()).doesNotContain("policy", "grant ", "revoke ");
        }
    }
}
