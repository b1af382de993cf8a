package org.shouwen.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.shouwen.ShouwenTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Work that a killed node had picked is not lost to it, and work that goes on is nobody else's. */
@ShouwenTest
class KilledNodeTest {
    private static final String NAME = "of-a-killed-node";

    @Autowired
    DataSource dataSource;

    @Autowired
    JdbcClient jdbc;

    @TempDir
    Path home;

    @TempDir
    Path another;

    @AfterEach
    void forget() {
        for (String table : List.of("scheduled_tasks", "own_thread_tasks"))
            jdbc.sql("delete from jobs." + table + " where task_name = :name")
                    .param("name", NAME)
                    .update();
    }

    /** As a process leaves it that was killed so many seconds ago. */
    private void picked(String table, String by, int secondsAgo) {
        jdbc.sql("insert into jobs." + table + """
                         (task_name, task_instance, execution_time, picked, picked_by, last_heartbeat, version)
                        values (:name, 'recurring', now() - make_interval(secs => :ago), true, :by,
                            now() - make_interval(secs => :ago), 2)
                        """)
                .param("name", NAME)
                .param("by", by)
                .param("ago", secondsAgo)
                .update();
    }

    private interface Own extends OwnThreadJob, Work {}

    private interface Work extends Job {
        @Override
        default String name() {
            return NAME;
        }

        @Override
        default Duration every() {
            return Duration.ofMillis(100);
        }
    }

    private ClockWatch watch() {
        return watch(Duration.ZERO);
    }

    /** Of a node whose clock is ahead of the database's. */
    private ClockWatch watch(Duration ahead) {
        InstantSource wrong = () -> InstantSource.system().instant().plus(ahead);
        return new ClockWatch(wrong, wrong, jdbc, List.of());
    }

    private Jobs node(Path folder, Job job) {
        return new Jobs(dataSource, List.of(job), Optional.empty(), watch(), new NodeName(folder));
    }

    @Test
    void what_a_killed_node_had_picked_is_done_elsewhere_within_half_a_minute() throws Exception {
        picked("own_thread_tasks", "a node that was killed", 13);
        CountDownLatch done = new CountDownLatch(1);
        Jobs jobs = node(home, (Own) done::countDown);
        try {
            jobs.start();
            assertThat(done.await(30, TimeUnit.SECONDS)).isTrue();
        } finally {
            jobs.stop();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"scheduled_tasks", "own_thread_tasks"})
    void a_node_that_starts_again_goes_on_at_once_with_what_its_own_process_had_begun(String table) throws Exception {
        picked(table, new NodeName(home).get(), 0);
        CountDownLatch done = new CountDownLatch(1);
        Work work = done::countDown;
        Jobs jobs = node(home, table.equals("own_thread_tasks") ? (Own) done::countDown : work);
        try {
            jobs.start();
            assertThat(done.await(8, TimeUnit.SECONDS))
                    .as("before six heartbeats of two seconds are missing")
                    .isTrue();
        } finally {
            jobs.stop();
        }
    }

    @Test
    void what_another_node_has_picked_is_left_to_its_heartbeats() {
        picked("own_thread_tasks", new NodeName(another).get(), 0);
        assertThat(FormerWork.release(
                        dataSource, new NodeName(home).get(), List.of("jobs.scheduled_tasks", "jobs.own_thread_tasks")))
                .isZero();
        assertThat(jdbc.sql("select picked from jobs.own_thread_tasks where task_name = :name")
                        .param("name", NAME)
                        .query(Boolean.class)
                        .single())
                .isTrue();
    }

    @ParameterizedTest(name = "clocks that differ by {0} s")
    @ValueSource(ints = {0, 90, -90})
    void long_work_keeps_its_heartbeat_and_is_done_by_nobody_else_meanwhile(int seconds) throws Exception {
        Duration fast = Duration.ofMillis(200);
        AtomicInteger begun = new AtomicInteger();
        CountDownLatch over = new CountDownLatch(1);
        Own work = () -> {
            begun.incrementAndGet();
            try {
                over.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        };
        Jobs one = new Jobs(dataSource, List.of(work), Optional.empty(), watch(), new NodeName(home), fast);
        ClockWatch wrong = watch(Duration.ofSeconds(seconds));
        Jobs two = new Jobs(dataSource, List.of(work), Optional.empty(), wrong, new NodeName(another), fast);
        try {
            one.start();
            two.start();
            assertThat(wrong.at(Instant.EPOCH))
                    .filteredOn(g -> g.name().equals("shouwen_clock_stepped_seconds"))
                    .as("nobody set that clock")
                    .singleElement()
                    .satisfies(g -> assertThat(g.value()).isZero());
            Awaitility.await()
                    .atMost(Duration.ofSeconds(30))
                    .untilAsserted(() -> assertThat(beaten()).isGreaterThan(fast.multipliedBy(18)));
            assertThat(begun)
                    .as("three times as long as a dead node is waited for")
                    .hasValue(1);
        } finally {
            over.countDown();
            one.stop();
            two.stop();
        }
    }

    /** From when the work was due until it last said that it still runs. */
    private Duration beaten() {
        return Duration.ofMillis(
                jdbc.sql("""
                        select coalesce(max(extract(epoch from last_heartbeat - execution_time) * 1000), 0)::bigint
                        from jobs.own_thread_tasks where task_name = :name and picked
                        """).param("name", NAME).query(Long.class).single());
    }

    @Test
    void a_folder_that_was_copied_is_another_node_and_one_that_stays_is_the_same() throws Exception {
        String name = new NodeName(home).get();
        assertThat(name).hasSizeLessThanOrEqualTo(50).isEqualTo(new NodeName(home).get());
        java.nio.file.Files.copy(home.resolve("node.id"), another.resolve("node.id"));
        assertThat(new NodeName(another).get()).isNotEqualTo(name);
    }
}
