package org.shouwen.upgrade;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.shouwen.embedded.EmbeddedPostgres;
import org.shouwen.embedded.RealProcesses;

/** The home of a city that ran 0.1.0: its upgrade is rehearsed, broken off by a kill, and goes on at the next start. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class UpgradedHomeTest extends RealProcesses {
    /** A table that migrations after 0.1.0 change: whoever holds it stops the upgrade on its way. */
    private static final String ON_THE_WAY = "workorder.work_order";

    private long released;
    private String said = "";

    @BeforeAll
    void asReleased() throws Exception {
        try (EmbeddedPostgres pg = EmbeddedPostgres.start(home, Map.of())) {
            KeptImport.lay(pg.jdbcUrl(), pg.user(), pg.password(), home);
        }
        released = migrations();
    }

    private static String one(Connection db, String sql) throws Exception {
        try (Statement statement = db.createStatement();
                ResultSet rs = statement.executeQuery(sql)) {
            return rs.next() ? String.valueOf(rs.getString(1)) : "";
        }
    }

    private String sql(String sql) throws Exception {
        try (EmbeddedPostgres pg = EmbeddedPostgres.start(home, Map.of());
                Connection db = DriverManager.getConnection(pg.jdbcUrl(), pg.user(), pg.password())) {
            return one(db, sql);
        }
    }

    private long migrations() throws Exception {
        return Long.parseLong(sql("select count(*) from flyway.flyway_schema_history where success"));
    }

    private int command(String... words) throws Exception {
        Process process = launch(home, port, asWhom(), words);
        assertThat(process.waitFor(4 * PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
        said = output(process);
        return process.exitValue();
    }

    @Test
    @Order(1)
    void a_rehearsal_migrates_a_copy_verifies_and_counts_it_and_leaves_the_real_one_as_it_was() throws Exception {
        String tables = sql("select count(*) || ' ' || max(oid::bigint) from pg_class where relkind = 'r'");
        assertThat(command("upgrade", "--check", "--at=" + folder.resolve("second")))
                .as(said)
                .isZero();
        System.err.println(said);
        assertThat(said)
                .contains("升级演练通过")
                .contains("全部完好")
                .contains("0 张表变少")
                .containsPattern("writers wait \\d+ ms: workorder\\.work_order")
                .containsPattern(" rules +\\d+ ms");
        assertThat(said.lines().filter(l -> l.endsWith(" ms") || l.contains(" writers wait ")))
                .as("a line a migration")
                .hasSizeGreaterThan(50);
        assertThat(migrations()).isEqualTo(released);
        assertThat(sql("select count(*) || ' ' || max(oid::bigint) from pg_class where relkind = 'r'"))
                .isEqualTo(tables);
        assertThat(folder.resolve("second")).doesNotExist();
    }

    @Test
    @Order(2)
    void a_copy_that_does_not_verify_is_no_upgrade() throws Exception {
        String was = sql("select min(content) from workorder.matter");
        sql("with c as (update workorder.matter set content = content || '！' where content = '" + was
                + "' returning 1) select count(*) from c");
        try {
            assertThat(command("upgrade", "--check")).as(said).isEqualTo(1);
            assertThat(said).contains("do NOT upgrade");
        } finally {
            sql("with c as (update workorder.matter set content = '" + was + "' where content = '" + was
                    + "！' returning 1) select count(*) from c");
        }
    }

    @Test
    @Order(3)
    void a_folder_that_is_not_empty_or_an_upgrade_without_a_wish_is_refused_in_words() throws Exception {
        assertThat(command("upgrade", "--check", "--at=" + home)).isEqualTo(2);
        assertThat(said).contains("is not empty");
        assertThat(command("upgrade")).isEqualTo(2);
        assertThat(said).contains("--check");
        assertThat(home.resolve("postgres/data/PG_VERSION")).exists();
    }

    @Test
    @Order(4)
    void killed_half_way_with_its_database_it_goes_on_at_the_next_start() throws Exception {
        killedOnTheWay();
        assertThat(migrations()).as("some are done, not all").isGreaterThan(released);
        assertThat(sql("select count(*) from flyway.flyway_schema_history where not success"))
                .isEqualTo("0");
    }

    @Test
    @Order(5)
    void killed_alone_while_it_waits_for_a_table_and_started_again_it_waits_and_then_finishes() throws Exception {
        long before = migrations();
        EmbeddedPostgres pg = EmbeddedPostgres.start(home, Map.of()); // the product adopts it
        try (Connection holder = DriverManager.getConnection(pg.jdbcUrl(), pg.user(), pg.password())) {
            hold(holder);
            Process first = start(home, port);
            awaitWaiting(pg);
            first.destroyForcibly().waitFor();
            Process second = start(home, port);
            Awaitility.await()
                    .atMost(Duration.ofSeconds(PATIENCE_SECONDS))
                    .until(() -> output(second).contains("waits for a table"));
            assertThat(second.isAlive()).isTrue();
            assertThat(one(holder, "select count(*) from " + ON_THE_WAY))
                    .as("whoever works with the table goes on")
                    .isNotEqualTo("0");
            holder.rollback();
            awaitUp(second);
        }
        assertThat(migrations()).isGreaterThan(before);
        assertThat(post(3)).hasSize(3);
        assertThat(command("verify")).as(said).isZero();
        assertThat(said).contains("全部完好");
    }

    /** Kills the application and its database while it is within a migration, with others behind it. */
    private void killedOnTheWay() throws Exception {
        EmbeddedPostgres pg = EmbeddedPostgres.start(home, Map.of());
        Connection holder = DriverManager.getConnection(pg.jdbcUrl(), pg.user(), pg.password());
        hold(holder);
        Process app = start(home, port);
        awaitWaiting(pg);
        for (var h : databases()) h.destroyForcibly();
        app.destroyForcibly().waitFor();
    }

    private static void hold(Connection holder) throws Exception {
        holder.setAutoCommit(false);
        try (Statement statement = holder.createStatement()) {
            statement.execute("lock table " + ON_THE_WAY + " in row exclusive mode");
        }
    }

    /** Asked on a connection of its own: an index built beside others waits for every transaction that read meanwhile. */
    private void awaitWaiting(EmbeddedPostgres pg) throws Exception {
        try (Connection asked = DriverManager.getConnection(pg.jdbcUrl(), pg.user(), pg.password())) {
            Awaitility.await()
                    .atMost(Duration.ofSeconds(PATIENCE_SECONDS))
                    .pollInterval(Duration.ofMillis(20))
                    .until(() -> one(
                                    asked,
                                    "select count(*) from pg_locks where not granted and relation = '" + ON_THE_WAY
                                            + "'::regclass")
                            .equals("1"));
        }
    }

    @Test
    @Order(6)
    void each_release_of_the_changelog_has_a_city_that_it_left_behind() throws Exception {
        assertThat(Files.readAllLines(java.nio.file.Path.of("CHANGELOG.md")).stream()
                        .filter(l -> l.matches("## \\d+\\.\\d+\\.\\d+ .*"))
                        .map(l -> l.split(" ")[1]))
                .isNotEmpty()
                .allSatisfy(v -> assertThat(java.nio.file.Path.of("src/test/resources/upgrade", v, KeptExport.ARCHIVE))
                        .exists());
    }
}
