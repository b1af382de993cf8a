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
import org.shouwen.ShouwenTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** 500 events a second to ten receivers: five topics, three webhooks, a topic that is not there and a webhook that is slow. */
@ShouwenTest
class EventsKafkaRateTest extends RateCity {
    private static @Nullable KafkaBroker running;

    @Autowired
    CursorStore cursors;

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
            five_hundred_a_second("3 webhooks and 5 topics", () -> told(well));
            for (String topic : topics) assertThat(broker().records(topic, 3)).hasSize(EVENTS);

            one_more_within_a_second(() -> told(well));
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
