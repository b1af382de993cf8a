package org.shouwen.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.shouwen.Cases;
import org.shouwen.ShouwenTest;
import org.shouwen.TestClock;
import org.shouwen.identity.Identity;
import org.shouwen.workorder.Event;
import org.shouwen.workorder.OrdersMoved;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.context.annotation.Import;
import org.springframework.context.event.EventListener;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** Overdue orders are marked within five seconds, also when a message gateway never answers and long work is running. */
@ShouwenTest
@Import(SweepInTimeTest.Marked.class)
class SweepInTimeTest {
    private static final Duration AT_MOST = Duration.ofSeconds(5);

    /** Accepts every connection and never answers on it. */
    private static final SilentPeer GATEWAY = new SilentPeer();

    @Autowired
    org.springframework.jdbc.core.simple.JdbcClient jdbc;

    @Autowired
    TestClock clock;

    @Autowired
    Cases cases;

    @Autowired
    List<Job> all;

    @Autowired
    DataSource dataSource;

    @Autowired
    Marked marked;

    private @Nullable Jobs running;

    @DynamicPropertySource
    static void gateway(DynamicPropertyRegistry registry) {
        registry.add("shouwen.sms.url", () -> "http://127.0.0.1:" + GATEWAY.port() + "/sms");
    }

    @AfterEach
    void stop() throws IOException {
        GATEWAY.close();
        if (running != null) running.stop();
    }

    @TempDir
    Path home;

    @Test
    void the_sweep_is_in_time_while_the_gateway_never_answers_and_retention_runs() throws Exception {
        clock.set("2026-10-20T10:00");
        String number = cases.aCase(Identity.of("", "13811116699", "", null))
                .dispatchedTo("heating")
                .number();
        CountDownLatch busy = new CountDownLatch(2);
        List<Job> jobs = new ArrayList<>();
        for (Job job : all) {
            if (job instanceof OwnThreadJob) jobs.add(job);
            else if (Set.of("retention", "drafts-under-the-new-key").contains(job.name())) jobs.add(job);
        }
        assertThat(jobs.stream().map(Job::name))
                .contains("workorder-overdue", "message-delivery", "retention", "drafts-under-the-new-key");
        CountDownLatch released = new CountDownLatch(1);
        running = new Jobs(
                dataSource,
                jobs.stream().map(j -> held(j, busy, released)).toList(),
                Optional.empty(),
                new ClockWatch(InstantSource.system(), jdbc, List.of()),
                new NodeName(home));
        try {
            running.start();
            assertThat(GATEWAY.waitsFor(Duration.ofSeconds(30)))
                    .as("a message hangs at the gateway")
                    .isTrue();
            assertThat(busy.await(30, TimeUnit.SECONDS))
                    .as("both shared threads are taken")
                    .isTrue();

            CountDownLatch seen = marked.awaits(number);
            long passed = System.nanoTime();
            clock.set("2026-10-22T00:00");
            assertThat(seen.await(AT_MOST.toMillis(), TimeUnit.MILLISECONDS))
                    .as("marked within %s, waited %d ms", AT_MOST, (System.nanoTime() - passed) / 1_000_000)
                    .isTrue();
        } finally {
            released.countDown();
        }
    }

    /** Work of the shared threads takes as long as the test wants; what has its own thread is as it is. */
    private static Job held(Job job, CountDownLatch busy, CountDownLatch released) {
        if (job instanceof OwnThreadJob) return job;
        return new Job() {
            @Override
            public String name() {
                return job.name();
            }

            @Override
            public Duration every() {
                return job.every();
            }

            @Override
            public void run() {
                busy.countDown();
                try {
                    released.await();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            }
        };
    }

    /** Says when an order is marked. */
    @TestComponent
    static class Marked {
        private volatile String number = "";
        private volatile CountDownLatch seen = new CountDownLatch(1);

        CountDownLatch awaits(String order) {
            CountDownLatch fresh = new CountDownLatch(1);
            seen = fresh;
            number = order;
            return fresh;
        }

        @EventListener
        void on(OrdersMoved moved) {
            if (moved.moved().stream()
                    .anyMatch(m -> m.number().equals(number) && m.event() instanceof Event.ReceiptOverdue))
                seen.countDown();
        }
    }
}
