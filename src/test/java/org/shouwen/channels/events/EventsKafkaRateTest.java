package org.shouwen.channels.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.shouwen.People;
import org.shouwen.ShouwenTest;
import org.shouwen.TestClock;
import org.shouwen.access.Role;
import org.shouwen.accounts.CurrentUser;
import org.shouwen.history.History;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.transaction.support.TransactionTemplate;

/** 500 events a second to ten receivers: five topics, three webhooks, a topic that is not there and a webhook that is slow. */
@ShouwenTest
class EventsKafkaRateTest {
    private static final CurrentUser ADMIN = People.platform(Role.ADMIN);
    private static final int EVENTS = 3000;
    private static @Nullable KafkaBroker running;

    @Autowired
    Receivers receivers;

    @Autowired
    ReceiverStore store;

    @Autowired
    CursorStore cursors;

    @Autowired
    EventsOut job;

    @Autowired
    History history;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    TestClock clock;

    @DynamicPropertySource
    static void kafka(DynamicPropertyRegistry registry) throws Exception {
        KafkaBroker fresh = new KafkaBroker(Files.createTempDirectory("kafka"));
        running = fresh;
        registry.add("shouwen.events.kafka.servers", fresh::servers);
        registry.add("shouwen.events.kafka.protocol", () -> "PLAINTEXT");
    }

    @AfterAll
    static void stop() {
        broker().close();
    }

    private static KafkaBroker broker() {
        return Objects.requireNonNull(running);
    }

    private Receiver receiver(String address) {
        String name = "接收方 " + UUID.randomUUID();
        receivers.add(name, address, "outage.*", "100", ADMIN);
        return store.all().stream()
                .filter(r -> r.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private boolean told(List<Receiver> all) {
        long through = store.feed().through();
        return all.stream().allMatch(r -> cursors.of(r.id()).at() >= through);
    }

    @Test
    void a_slow_receiver_and_a_topic_that_is_not_there_hold_up_no_other() throws Exception {
        List<Endpoint> hooks = new ArrayList<>();
        List<Receiver> well = new ArrayList<>();
        List<String> topics = new ArrayList<>();
        try {
            for (int i = 0; i < 4; i++) hooks.add(new Endpoint());
            hooks.getFirst().slow = 2000;
            job.run();
            receiver(hooks.getFirst().address());
            Receiver dead = receiver("kafka:not-there-" + UUID.randomUUID());
            for (Endpoint e : hooks.subList(1, 4)) well.add(receiver(e.address()));
            for (int i = 0; i < 5; i++) {
                String topic = "shouwen-" + UUID.randomUUID();
                broker().topic(topic, 3);
                topics.add(topic);
                well.add(receiver("kafka:" + topic));
            }
            Outages.announce(history, transaction, clock, EVENTS);
            job.run();
            Duration worked = Outages.processorTime();
            long began = System.nanoTime();
            job.run();
            Awaitility.await()
                    .atMost(Duration.ofSeconds(60))
                    .pollInterval(Duration.ofMillis(20))
                    .until(() -> told(well));
            double seconds = (System.nanoTime() - began) / 1e9;
            double cost = Outages.processorTime().minus(worked).toMillis() / 1e3;
            System.out.printf(
                    "events: %d to each of 3 webhooks and 5 topics in %.2f s, %.0f a second each, %.2f s of a processor, load %.1f%n",
                    EVENTS, seconds, EVENTS / seconds, cost, Outages.load());
            // beside other work the processors say what the clock can not
            assertThat(Math.max(EVENTS / seconds, 2 * EVENTS / cost)).isGreaterThan(500);
            for (String topic : topics) assertThat(broker().records(topic, 3)).hasSize(EVENTS);

            Outages.announce(history, transaction, clock, 1);
            long one = System.nanoTime();
            job.run();
            Awaitility.await()
                    .atMost(Duration.ofSeconds(30))
                    .pollInterval(Duration.ofMillis(20))
                    .until(() -> told(well));
            System.out.printf("events: one more after %d ms%n", (System.nanoTime() - one) / 1_000_000);
            assertThat(System.nanoTime() - one).isLessThan(Duration.ofSeconds(1).toNanos());
            Awaitility.await()
                    .atMost(Duration.ofSeconds(30))
                    .until(() -> cursors.of(dead.id()).failures() > 0);
            assertThat(well)
                    .allSatisfy(r -> assertThat(cursors.of(r.id()).failures())
                            .as("what the dead one broke off of others")
                            .isZero());
        } finally {
            hooks.forEach(Endpoint::close);
        }
    }
}
