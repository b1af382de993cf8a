package org.shouwen.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.sql.DataSource;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.shouwen.ShouwenTest;
import org.shouwen.gauges.Gauge;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/** Work, waits and leases when the clock is set under them; the clock here goes, and is set by the test. */
@ShouwenTest
class ClockSetBackTest {
    private static final Duration AT_MOST = Duration.ofSeconds(40);

    @TempDir
    Path home;

    @Autowired
    DataSource dataSource;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    List<AfterClockWentBack> waiting;

    private volatile Duration ahead = Duration.ZERO;
    private final InstantSource clock = () -> InstantSource.system().instant().plus(ahead);
    private final Semaphore swept = new Semaphore(0);
    private final Semaphore destroyed = new Semaphore(0);
    private @Nullable Jobs jobs;

    @AfterEach
    void stop() {
        if (jobs != null) jobs.stop();
        for (String table : List.of("jobs.scheduled_tasks", "jobs.own_thread_tasks"))
            jdbc.sql("delete from " + table + " where task_name in ('a-sweep', 'destroys')")
                    .update();
    }

    private record Sweep(String name, Duration every, Semaphore runs) implements OwnThreadJob {
        @Override
        public void run() {
            runs.release();
        }
    }

    private record Destroys(String name, Duration every, Semaphore runs) implements IrreversibleJob {
        @Override
        public void run() {
            runs.release();
        }
    }

    private ClockWatch start() {
        ClockWatch watch = new ClockWatch(clock, jdbc, waiting);
        Jobs started = new Jobs(
                dataSource,
                List.of(
                        new Sweep("a-sweep", Duration.ofSeconds(1), swept),
                        new Destroys("destroys", Duration.ofSeconds(1), destroyed)),
                Optional.empty(),
                watch,
                new NodeName(home));
        jobs = started;
        started.start();
        return watch;
    }

    private boolean sweeps(int times) throws InterruptedException {
        swept.drainPermits();
        return swept.tryAcquire(times, AT_MOST.toMillis(), TimeUnit.MILLISECONDS);
    }

    private double stepped(ClockWatch watch) {
        return watch.at(clock.instant()).stream().mapToDouble(Gauge::value).sum();
    }

    private void awaitStepped(ClockWatch watch, Duration by) {
        Awaitility.await()
                .atMost(AT_MOST)
                .untilAsserted(() -> assertThat(stepped(watch)).isCloseTo((double) by.toSeconds(), offset(5.0)));
    }

    @Test
    void sweeps_go_on_within_seconds_after_two_hours_back() throws Exception {
        ClockWatch watch = start();
        assertThat(sweeps(2)).isTrue();
        ahead = Duration.ofHours(-2);
        awaitStepped(watch, Duration.ofHours(-2));
        assertThat(sweeps(3)).as("swept after the clock was set back").isTrue();
    }

    @Test
    void after_a_day_forward_sweeps_go_on_and_nothing_is_destroyed() throws Exception {
        ClockWatch watch = start();
        assertThat(sweeps(1)).isTrue();
        assertThat(destroyed.tryAcquire(AT_MOST.toSeconds(), TimeUnit.SECONDS)).isTrue();
        ahead = Duration.ofDays(1);
        awaitStepped(watch, Duration.ofDays(1));
        assertThat(sweeps(1)).isTrue();
        destroyed.drainPermits();
        assertThat(sweeps(4)).isTrue();
        assertThat(destroyed.availablePermits()).as("destroyed after the leap").isLessThanOrEqualTo(1);
    }

    @Test
    void a_start_after_the_clock_was_set_back_takes_up_what_a_node_from_later_had_picked() throws Exception {
        jdbc.sql("""
                        insert into jobs.own_thread_tasks (task_name, task_instance, execution_time, picked, picked_by,
                            last_heartbeat, version)
                        values ('a-sweep', 'recurring', :later, true, 'a node before the clock was set', :later, 2)
                        """)
                .param("later", Timestamp.from(clock.instant().plus(Duration.ofHours(2))))
                .update();
        ClockWatch watch = start();
        awaitStepped(watch, Duration.ofHours(-2));
        assertThat(sweeps(2)).isTrue();
    }

    /** As when a primary whose clock is behind takes over: what was planned by the former one's would wait for as long. */
    @Test
    void the_databases_clock_set_back_begins_work_anew_and_is_no_leap_of_this_machines() {
        ClockWatch watch = new ClockWatch(InstantSource.system(), clock, jdbc, List.of());
        watch.begin(System.nanoTime());
        ahead = Duration.ofHours(2);
        assertThat(watch.wentBack(System.nanoTime())).isTrue();
        ahead = Duration.ZERO;
        assertThat(watch.wentBack(System.nanoTime())).isFalse();
        assertThat(watch.leapt()).isFalse();
        assertThat(stepped(watch)).isZero();
    }

    @Test
    void a_database_that_lets_wait_is_no_clock_that_leapt() {
        AtomicBoolean away = new AtomicBoolean();
        DataSource slow = new DelegatingDataSource(dataSource) {
            @Override
            public Connection getConnection() throws SQLException {
                if (away.getAndSet(false)) ahead = ahead.plusSeconds(20);
                return super.getConnection();
            }
        };
        ClockWatch watch = new ClockWatch(clock, InstantSource.system(), JdbcClient.create(slow), List.of());
        long counted = System.nanoTime();
        watch.begin(counted);
        away.set(true);
        assertThat(watch.wentBack(counted)).isFalse();
        assertThat(watch.wentBack(counted + TimeUnit.SECONDS.toNanos(20))).isFalse();
        assertThat(watch.leapt()).isFalse();
        assertThat(stepped(watch)).isZero();
    }

    @Test
    void nothing_waits_longer_than_it_would_if_its_wait_began_now() {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        jdbc.sql("""
                        insert into throttle.failure (key, failures, last, until) values (decode('01', 'hex'), 9, :later, :later)
                        """)
                .param("later", Timestamp.from(now.plus(Duration.ofDays(1))))
                .update();
        jdbc.sql("""
                        insert into messages.staff_outbox (id, account, way, text, created, state, next_try)
                        values (gen_random_uuid(), gen_random_uuid(), 'SMS', '', :now, 'NEW', :later)
                        """)
                .params(Map.of("now", Timestamp.from(now), "later", Timestamp.from(now.plus(Duration.ofDays(1)))))
                .update();
        waiting.forEach(w -> w.shortenWaits(now));
        assertThat(latest("select max(until) from throttle.failure"))
                .isBeforeOrEqualTo(now.plus(Duration.ofMinutes(15)));
        assertThat(latest("select max(next_try) from messages.staff_outbox where state = 'NEW'"))
                .isBeforeOrEqualTo(now);
    }

    private Instant latest(String sql) {
        return jdbc.sql(sql).query(Timestamp.class).single().toInstant();
    }
}
