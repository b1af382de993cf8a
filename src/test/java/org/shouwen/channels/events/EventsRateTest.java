package org.shouwen.channels.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.shouwen.People;
import org.shouwen.ShouwenTest;
import org.shouwen.TestClock;
import org.shouwen.access.Role;
import org.shouwen.accounts.CurrentUser;
import org.shouwen.history.History;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/** 500 events a second to ten receivers, one of them slow and one that takes the connection and never answers. */
@ShouwenTest
class EventsRateTest {
    private static final CurrentUser ADMIN = People.platform(Role.ADMIN);
    private static final int EVENTS = 3000;

    @Autowired
    Receivers receivers;

    @Autowired
    EventsOut job;

    @Autowired
    History history;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    TestClock clock;

    @Test
    void a_slow_and_a_dead_receiver_hold_up_no_other() throws Exception {
        List<Endpoint> all = new ArrayList<>();
        try {
            for (int i = 0; i < 10; i++) all.add(new Endpoint());
            all.get(0).silent = true;
            all.get(1).slow = 2000;
            job.run();
            for (Endpoint e : all) receivers.add("接收方 " + UUID.randomUUID(), e.address(), "outage.*", "100", ADMIN);
            happen(EVENTS);
            job.run();
            Endpoint dead = all.get(0);
            List<Endpoint> well = all.subList(2, 10);
            Duration worked = Outages.processorTime();
            long began = System.nanoTime();
            job.run();
            Awaitility.await()
                    .atMost(Duration.ofSeconds(60))
                    .pollInterval(Duration.ofMillis(20))
                    .until(() -> well.stream().allMatch(e -> e.events().size() >= EVENTS));
            double seconds = (System.nanoTime() - began) / 1e9;
            double cost = Outages.processorTime().minus(worked).toMillis() / 1e3;
            System.out.printf(
                    "events: %d to each of 8 receivers in %.2f s, %.0f a second each, %.2f s of a processor, load %.1f%n",
                    EVENTS, seconds, EVENTS / seconds, cost, Outages.load());
            // beside other work the processors say what the clock can not
            assertThat(Math.max(EVENTS / seconds, 2 * EVENTS / cost)).isGreaterThan(500);
            assertThat(dead.got).isEmpty();
            // the dead one still waits for its answer: what happens now is told to the others within a second
            happen(1);
            long one = System.nanoTime();
            job.run();
            Awaitility.await()
                    .atMost(Duration.ofSeconds(30))
                    .pollInterval(Duration.ofMillis(20))
                    .until(() -> well.stream().allMatch(e -> e.events().size() >= EVENTS + 1));
            System.out.printf("events: one more after %d ms%n", (System.nanoTime() - one) / 1_000_000);
            assertThat(System.nanoTime() - one).isLessThan(Duration.ofSeconds(1).toNanos());
        } finally {
            all.forEach(Endpoint::close);
        }
    }

    private void happen(int events) {
        Outages.announce(history, transaction, clock, events);
    }
}
