package org.shouwen.operations;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.DriverManager;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.shouwen.embedded.EmbeddedPostgres;
import org.shouwen.embedded.HomeLock;

/** A city's own PostgreSQL: drills on copies of it as its own tool would restore them, and what follows when it is restored itself. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class OwnDatabaseDrillTest extends BackedUpHome {
    private EmbeddedPostgres database;

    @BeforeAll
    void itsServer() {
        database = EmbeddedPostgres.start(folder.resolve("database"), Map.of());
    }

    @AfterAll
    void stopServer() {
        started.forEach(Process::destroyForcibly);
        database.stop();
    }

    @Override
    protected Map<String, String> surroundings() {
        Map<String, String> all = new HashMap<>();
        all.put("SHOUWEN_DB_URL", database.jdbcUrl());
        all.put("SHOUWEN_DB_USER", database.user());
        all.put("SHOUWEN_DB_PASSWORD", database.password());
        all.put("SHOUWEN_SUGGESTIONS", "false");
        return all;
    }

    private void in(String url, String sql) throws Exception {
        try (var db = DriverManager.getConnection(url, database.user(), database.password());
                var statement = db.createStatement()) {
            statement.execute(sql);
        }
    }

    private String real() {
        return database.jdbcUrl().replaceFirst("^.*/([^?]+).*$", "$1");
    }

    /** @param changed what is done to it by whoever may do everything */
    private String copy(String name, String... changed) throws Exception {
        in(database.jdbcUrl("postgres"), "create database %s template %s".formatted(name, real()));
        for (String sql : changed) in(database.jdbcUrl(name), "set session_replication_role = replica; " + sql);
        return "--database=" + database.jdbcUrl(name);
    }

    private String one(String sql) throws Exception {
        try (var db = DriverManager.getConnection(database.jdbcUrl(), database.user(), database.password());
                var rs = db.createStatement().executeQuery(sql)) {
            return rs.next() ? rs.getString(1) : "";
        }
    }

    private int drill(String... more) throws Exception {
        String[] words = new String[4 + more.length];
        System.arraycopy(new String[] {"backup", "drill", place().toString(), "--keys=" + keys()}, 0, words, 0, 4);
        System.arraycopy(more, 0, words, 4, more.length);
        return command(home, words);
    }

    @Test
    @Order(1)
    void without_a_copy_it_proves_nothing_and_notes_nothing() throws Exception {
        Process app = start(home, port);
        awaitUp(app);
        assertThat(post(5)).hasSize(5);
        app.destroy();
        app.waitFor();
        assertThat(command(home, "backup", place().toString(), "--keys=" + keys()))
                .as(said)
                .isZero();
        assertThat(drill()).as(said).isEqualTo(2);
        assertThat(said).contains("请先用它恢复出一份副本", "restore a copy with its own tool", "--database=");
        assertThat(drill("--database=" + database.jdbcUrl())).as(said).isEqualTo(2);
        assertThat(said).contains("the very database in use");
        assertThat(BackupState.of(home).drilled()).isEmpty();
    }

    @Test
    @Order(2)
    void a_copy_with_a_row_less_or_another_history_does_not_pass() throws Exception {
        assertThat(drill(copy(
                        "less", "delete from intake.appeal where number = (select min(number) from intake.appeal)")))
                .as(said)
                .isEqualTo(1);
        assertThat(said).contains("intake.appeal: 4, 5–5").contains("the drill is NOT passed");
        assertThat(drill(copy(
                        "changed",
                        "update history.entry set actor_name = '别人' where id = (select min(id) from history.entry)")))
                .as(said)
                .isEqualTo(1);
        assertThat(said).contains("0 处不符").contains("the drill is NOT passed");
        assertThat(BackupState.of(home).drilled()).isEmpty();
    }

    @Test
    @Order(3)
    void a_right_copy_is_counted_and_verified_and_noted() throws Exception {
        assertThat(drill(copy("whole"))).as(said).isZero();
        assertThat(said)
                .containsPattern("counted: [1-9]\\d* 张表 tables, [1-9]\\d* 行 rows, 0 处不符")
                .contains("全部完好")
                .contains("演练通过");
        assertThat(BackupState.of(home).drilled()).isNotEmpty();
    }

    @Test
    @Order(4)
    void a_database_that_alone_was_taken_back_accuses_until_it_is_noted_as_restored() throws Exception {
        copy("moment");
        Process app = start(home, port);
        awaitUp(app);
        post(2);
        app.destroy();
        app.waitFor();
        in(database.jdbcUrl("postgres"), "drop database %s with (force)".formatted(real()));
        in(database.jdbcUrl("postgres"), "create database %s template moment".formatted(real()));
        assertThat(command(home, "verify")).as(said).isEqualTo(1);
        try (HomeLock _ = HomeLock.take(home, port)) {
            assertThat(command(home, "restored")).as("while it runs").isEqualTo(2);
        }
        assertThat(home.resolve(AfterRestore.MARK)).doesNotExist();

        assertThat(command(home, "restored", "--until=2026-11-28 10:15"))
                .as(said)
                .isZero();
        assertThat(home.resolve(AfterRestore.MARK)).exists();
        assertThat(command(home, "verify")).as(said).isZero();
        assertThat(said).contains("全部完好");
        assertThat(home.resolve(AfterRestore.MARK)).doesNotExist();
        assertThat(one("select body from history.entry where type = 'Restored'"))
                .contains("2026-11-28T02:15:00Z")
                .contains("\"forgottenAgain\":0");
        assertThat(Backup.regular(home.resolve("seals")))
                .as("what proves that there was more")
                .anyMatch(f -> f.toString().contains("/aside-"));
    }

    @Test
    @Order(5)
    void a_database_of_a_later_version_is_opened_only_where_that_version_noted_that_it_may_be() throws Exception {
        in(database.jdbcUrl(), """
                insert into flyway.flyway_schema_history
                  (installed_rank, version, description, type, script, checksum, installed_by, execution_time, success)
                select max(installed_rank) + 1, '199', 'later', 'SQL', 'V199__later.sql', 1, 'later', 1, true
                from flyway.flyway_schema_history
                """);
        assertThat(command(home, "verify")).isEqualTo(1);
        assertThat(said).contains("199", "请启动新版本", "start the later version").doesNotContain("Exception");
        in(database.jdbcUrl(), "insert into flyway.older_nodes values ('199', true)");
        assertThat(command(home, "verify")).as(said).isZero();
    }
}
