package org.shouwen.channels.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.awaitility.Awaitility;
import org.shouwen.People;
import org.shouwen.TestClock;
import org.shouwen.access.Role;
import org.shouwen.accounts.CurrentUser;
import org.shouwen.history.History;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/** Ten receivers are told many events at once, and then one more; measured by the clock and by the processors. */
abstract class RateCity {
    static final int EVENTS = 3000;
    private static final CurrentUser ADMIN = People.platform(Role.ADMIN);

    @Autowired
    Receivers receivers;

    @Autowired
    ReceiverStore store;

    @Autowired
    EventsOut job;

    @Autowired
    private History history;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private TestClock clock;

    Receiver receiver(String address) {
        String name = "接收方 " + UUID.randomUUID();
        receivers.add(name, address, "outage.*", "100", ADMIN);
        return store.all().stream()
                .filter(r -> r.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    /** @param told those who are well have all that happened so far */
    void five_hundred_a_second(String who, BooleanSupplier told) {
        Outages.announce(history, transaction, clock, EVENTS);
        job.run();
        Duration worked = Outages.processorTime();
        double seconds = until(told);
        double cost = Outages.processorTime().minus(worked).toMillis() / 1e3;
        System.out.printf(
                "events: %d to each of %s in %.2f s, %.0f a second each, %.2f s of a processor, load %.1f%n",
                EVENTS, who, seconds, EVENTS / seconds, cost, Outages.load());
        // beside other work the processors say what the clock can not
        assertThat(Math.max(EVENTS / seconds, 2 * EVENTS / cost)).isGreaterThan(500);
    }

    /** While the dead and the slow one are still waited for. */
    void one_more_within_a_second(BooleanSupplier told) {
        Outages.announce(history, transaction, clock, 1);
        double seconds = until(told);
        System.out.printf("events: one more after %.0f ms%n", seconds * 1000);
        assertThat(seconds).isLessThan(1);
    }

    private double until(BooleanSupplier told) {
        long began = System.nanoTime();
        job.run();
        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofMillis(20))
                .until(told::getAsBoolean);
        return (System.nanoTime() - began) / 1e9;
    }
}
