package org.shouwen.rowsecurity;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.shouwen.Shouwen;
import org.shouwen.embedded.BaseBackup;
import org.shouwen.embedded.EmbeddedPostgres;
import org.shouwen.gauges.Gauge;
import org.shouwen.reporting.Period;
import org.shouwen.reporting.facts.Counted;
import org.shouwen.reporting.figures.LeaderFigures;
import org.shouwen.rowsecurity.StandbyReads.State;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.dao.CannotAcquireLockException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.transaction.support.TransactionTemplate;

/** A real standby that streams from the product's database: what is asked of it, and what when it lags, stops, or is another's. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class StandbyReadsTest {
    @TempDir
    static Path folder;

    private static EmbeddedPostgres primary;
    private static EmbeddedPostgres standby;
    private static ConfigurableApplicationContext product;

    @BeforeAll
    static void copyAndStream() throws Exception {
        primary = EmbeddedPostgres.start(folder.resolve("primary"), Map.of());
        Path data = folder.resolve("standby/postgres/data");
        BaseBackup.copy(primary, data, "standby", StandbyReadsTest::copied, () -> {});
        Files.writeString(data.resolve("standby.signal"), "");
        Files.copy(folder.resolve("primary/postgres/password"), folder.resolve("standby/postgres/password"));
        String to = "host=127.0.0.1 port=%s user=%s password=%s"
                .formatted(primary.jdbcUrl().replaceAll(".*:(\\d+)/.*", "$1"), primary.user(), primary.password());
        standby = EmbeddedPostgres.start(folder.resolve("standby"), Map.of("primary_conninfo", to));
        product = new SpringApplicationBuilder(Shouwen.class)
                .web(WebApplicationType.NONE)
                .properties(Map.of(
                        "spring.datasource.url", primary.jdbcUrl(),
                        "spring.datasource.username", primary.user(),
                        "spring.datasource.password", primary.password(),
                        "shouwen.home", folder.resolve("home").toString(),
                        "SHOUWEN_STARTER", "basics",
                        "SHOUWEN_DB_STANDBY_URL", standby.jdbcUrl()))
                .run();
        await(() -> reads().look() == State.USED);
    }

    @AfterAll
    static void end() {
        if (product != null) product.close();
        primary.close(); // the standby was ended
    }

    private static void copied(Path from, Path to) throws IOException {
        Files.createDirectories(to.getParent());
        Files.copy(from, to);
    }

    private static StandbyReads reads() {
        return product.getBean(StandbyReads.class);
    }

    private static boolean onStandby() {
        return reads().ask(db ->
                db.sql("select pg_is_in_recovery()").query(Boolean.class).single());
    }

    private static void await(Supplier<Boolean> reached) {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
        while (!reached.get()) {
            assertThat(System.nanoTime()).as("in time").isLessThan(end);
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(100));
        }
    }

    private static void at(EmbeddedPostgres database, String sql) throws SQLException {
        try (var c = DriverManager.getConnection(database.jdbcUrl(), database.user(), database.password());
                var s = c.createStatement()) {
            s.execute(sql);
        }
    }

    @Test
    @Order(1)
    void figures_are_read_there_behind_the_same_wall() {
        assertThat(onStandby()).isTrue();
        UnitScope.within(
                "heating",
                () -> assertThat(reads().<String>ask(db -> db.sql(
                                        "select current_user || ' ' || current_setting('shouwen.unit') || ' ' || pg_is_in_recovery()")
                                .query(String.class)
                                .single()))
                        .isEqualTo("shouwen_unit heating true"));
        LeaderFigures figures = product.getBean(LeaderFigures.class);
        LocalDate day = LocalDate.parse("2026-09-30");
        assertThat(figures.today(Counted.TAKEN, LocalDateTime.parse("2026-09-30T10:00"))
                        .seen())
                .isZero();
        assertThat(figures.rising(Counted.TAKEN, "heating", new Period(day, day), 5))
                .isEmpty();
        assertThat(reads().at(Instant.EPOCH)).extracting(Gauge::value).containsExactly(0.0);
    }

    @Test
    @Order(2)
    void what_is_decided_is_read_at_the_primary() {
        TransactionTemplate writing = product.getBean(TransactionTemplate.class);
        assertThat(writing.<Boolean>execute(_ -> onStandby())).isFalse();
    }

    @Test
    @Order(3)
    void a_question_that_the_standby_breaks_off_is_asked_of_the_primary() {
        AtomicInteger asked = new AtomicInteger();
        boolean standbyAnswered = reads().ask(db -> {
            if (asked.incrementAndGet() == 1) throw new CannotAcquireLockException("conflict with recovery");
            return db.sql("select pg_is_in_recovery()").query(Boolean.class).single();
        });
        assertThat(standbyAnswered).isFalse();
        assertThat(asked).hasValue(2);
        assertThat(onStandby()).as("the next is asked there again").isTrue();
    }

    @Test
    @Order(4)
    void one_that_lags_or_is_another_citys_is_not_asked() throws Exception {
        JdbcClient here = product.getBean(JdbcClient.class);
        at(standby, "select pg_wal_replay_pause()");
        try (Standby strict = new Standby(source(standby), Duration.ZERO);
                Standby patient = new Standby(source(standby), Duration.ofHours(1))) {
            at(primary, "create table public.behind ()");
            assertThat(strict.look(here)).isEqualTo(State.BEHIND);
            assertThat(patient.look(here)).isEqualTo(State.USED);
            at(standby, "select pg_wal_replay_resume()");
            await(() -> strict.look(here) == State.USED);
        }
        try (EmbeddedPostgres other = EmbeddedPostgres.start(folder.resolve("other"), Map.of());
                Standby foreign = new Standby(source(other), Duration.ofHours(1))) {
            assertThat(foreign.look(here)).isEqualTo(State.FOREIGN);
        }
    }

    private static DriverManagerDataSource source(EmbeddedPostgres database) {
        return new DriverManagerDataSource(database.jdbcUrl(), database.user(), database.password());
    }

    @Test
    @Order(5)
    void one_that_dies_costs_nobody_an_answer() {
        assertThat(onStandby()).isTrue();
        standby.stop();
        assertThat(onStandby()).isFalse();
        assertThat(reads().look()).isEqualTo(State.AWAY);
        assertThat(reads().at(Instant.EPOCH)).extracting(Gauge::value).containsExactly(1.0);
    }
}
