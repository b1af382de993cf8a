package org.shouwen.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.shouwen.ShouwenTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A node whose clock was wrong before it started saw no leap; what it takes for due may not be. */
@ShouwenTest
class ClockWrongFromStartTest {
    private static final Duration AT_MOST = Duration.ofSeconds(40);

    @TempDir
    Path home;

    @Autowired
    DataSource dataSource;

    @Autowired
    JdbcClient jdbc;

    private volatile Duration ahead = Duration.ZERO;
    private final InstantSource clock = () -> InstantSource.system().instant().plus(ahead);

    @AfterEach
    void forget() {
        for (String table : List.of("jobs.scheduled_tasks", "jobs.own_thread_tasks"))
            jdbc.sql("delete from " + table + " where task_name in ('goes-on', 'destroys')")
                    .update();
    }

    private ClockWatch watch() {
        return new ClockWatch(clock, clock, jdbc, List.of());
    }

    private record GoesOn(String name, Duration every, Semaphore runs) implements OwnThreadJob {
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

    /** How often something was destroyed until other work ran four times. */
    private int destroyed() throws InterruptedException {
        Semaphore runs = new Semaphore(0);
        Semaphore destroyed = new Semaphore(0);
        Duration second = Duration.ofSeconds(1);
        Jobs jobs = new Jobs(
                dataSource,
                List.of(new GoesOn("goes-on", second, runs), new Destroys("destroys", second, destroyed)),
                Optional.empty(),
                watch(),
                new NodeName(home));
        try {
            jobs.start();
            assertThat(runs.tryAcquire(4, AT_MOST.toSeconds(), TimeUnit.SECONDS))
                    .as("other work goes on")
                    .isTrue();
        } finally {
            jobs.stop();
        }
        return destroyed.availablePermits();
    }

    @Test
    void years_from_the_databases_clock_nothing_is_destroyed() throws Exception {
        ahead = Duration.ofDays(3650);
        assertThat(destroyed()).isZero();
    }

    @Test
    void a_few_seconds_from_it_what_is_due_is_destroyed() throws Exception {
        ahead = Duration.ofSeconds(20);
        assertThat(destroyed()).isPositive();
    }

    @ParameterizedTest(name = "{0} s ahead")
    @ValueSource(ints = {70, -70})
    void more_than_a_minute_either_way_is_too_far(int seconds) {
        ahead = Duration.ofSeconds(seconds);
        ClockWatch watch = watch();
        assertThat(watch.doubtful()).as("not compared yet").isTrue();
        watch.begin(System.nanoTime());
        assertThat(watch.leapt()).isFalse();
        assertThat(watch.doubtful()).isTrue();
    }

    @Test
    void a_clock_that_is_put_right_is_trusted_again() {
        ahead = Duration.ofSeconds(70);
        ClockWatch watch = watch();
        watch.begin(System.nanoTime());
        ahead = Duration.ZERO;
        watch.wentBack(System.nanoTime());
        assertThat(watch.doubtful()).isFalse();
    }
}
