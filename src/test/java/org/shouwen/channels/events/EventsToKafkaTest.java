package org.shouwen.channels.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shouwen.ScreenClient;
import org.shouwen.ShouwenTest;
import org.shouwen.keys.WebhookSignature;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.JsonNode;

/** Article 21: what webhooks are told goes to a real Kafka as well, in order for each matter, at least once, and holds up nobody. */
@ShouwenTest
class EventsToKafkaTest extends ToldCity {
    private static final int PARTITIONS = 3;
    private static @Nullable KafkaBroker running;

    private final String topic = "shouwen-" + UUID.randomUUID();
    private Receiver stream;

    @DynamicPropertySource
    static void kafka(DynamicPropertyRegistry registry) throws Exception {
        Path folder = Files.createTempDirectory("kafka");
        KafkaBroker fresh = new KafkaBroker(folder);
        running = fresh;
        registry.add("shouwen.events.kafka.servers", fresh::servers);
        registry.add("shouwen.events.kafka.protocol", () -> "PLAINTEXT");
    }

    private static KafkaBroker broker() {
        return Objects.requireNonNull(running);
    }

    @AfterAll
    static void stop() {
        broker().close();
    }

    @BeforeEach
    void a_topic() throws Exception {
        broker().topic(topic, PARTITIONS);
        receivers.add(topic, "kafka:" + topic, "*", "100", ADMIN);
        stream = store.all().stream()
                .filter(r -> r.name().equals(topic))
                .findFirst()
                .orElseThrow();
    }

    @AfterEach
    void removed() {
        receivers.remove(stream.id(), ADMIN);
    }

    private List<ConsumerRecord<String, byte[]>> records() {
        return broker().records(topic, PARTITIONS);
    }

    private static JsonNode event(ConsumerRecord<String, byte[]> r) {
        return KafkaBroker.JSON.readTree(r.value());
    }

    @Test
    void a_topic_gets_what_a_webhook_gets_with_each_matter_in_one_partition_in_order() {
        cases.aCase().dispatchedTo("heating").received().reported().closed();
        cases.aCase().dispatchedTo("heating");
        told();

        List<ConsumerRecord<String, byte[]>> got = records();
        List<JsonNode> hooked = endpoint.events();
        assertThat(hooked).isNotEmpty();
        Map<String, JsonNode> told =
                hooked.stream().collect(Collectors.toMap(e -> e.path("id").asString(), Function.identity()));
        assertThat(got).hasSize(hooked.size());
        for (String field : List.of("type", "time", "dataschema", "source"))
            assertThat(got)
                    .allSatisfy(r -> assertThat(event(r).path(field))
                            .isEqualTo(Objects.requireNonNull(
                                            told.get(event(r).path("id").asString()))
                                    .path(field)));
        assertThat(got).allSatisfy(r -> {
            assertThat(r.key()).isEqualTo(event(r).path("subject").asString());
            assertThat(new String(r.headers().lastHeader("content-type").value(), StandardCharsets.UTF_8))
                    .startsWith("application/cloudevents+json");
        });
        Map<String, List<ConsumerRecord<String, byte[]>>> matters =
                got.stream().collect(Collectors.groupingBy(ConsumerRecord::key));
        assertThat(matters.values()).anyMatch(m -> m.size() >= 5).allSatisfy(m -> {
            assertThat(m)
                    .extracting(ConsumerRecord::partition)
                    .containsOnly(m.getFirst().partition());
            assertThat(m).extracting(r -> event(r).path("id").asLong()).isSorted();
        });
        List<String> hookedSubjects =
                hooked.stream().map(e -> e.path("subject").asString()).toList();
        assertThat(matters.keySet()).as("known under other names").doesNotContainAnyElementsOf(hookedSubjects);
    }

    @Test
    void a_dead_broker_delays_no_other_and_gets_everything_when_it_is_back() {
        cases.aCase();
        told();
        int before = records().size();
        broker().stop();
        try {
            cases.aCase().dispatchedTo("heating");
            endpoint.got.clear();
            long began = System.nanoTime();
            job.run();
            Awaitility.await().atMost(Duration.ofSeconds(5)).until(() -> !endpoint.got.isEmpty());
            assertThat(Duration.ofNanos(System.nanoTime() - began))
                    .as("the webhook, while the broker is waited for")
                    .isLessThan(Duration.ofSeconds(1));
            assertThat(job.quiet()).isFalse();
            Awaitility.await().atMost(Duration.ofSeconds(30)).until(job::quiet);
            assertThat(shown(stream).state()).isEqualTo("failing");
            assertThat(shown(stream).cursor().lastError()).contains("Timeout");
        } finally {
            broker().again();
        }
        clock.pass(Duration.ofSeconds(2));
        Awaitility.await().atMost(Duration.ofSeconds(60)).until(() -> {
            clock.pass(Duration.ofHours(1));
            told();
            return shown(stream).state().equals("told");
        });
        List<JsonNode> all = records().stream().map(EventsToKafkaTest::event).toList();
        assertThat(all.size()).isGreaterThan(before);
        assertThat(new LinkedHashSet<>(
                        all.stream().map(e -> e.path("id").asString()).toList()))
                .containsAll(endpoint.events().stream()
                        .map(e -> e.path("id").asString())
                        .toList());
    }

    @Test
    void whoever_reads_the_topic_is_told_who_was_erased_and_may_ask_for_it() throws Exception {
        String number = cases.aCase().number();
        UUID appeal = jdbc.sql("select id from intake.appeal where number = :number")
                .param("number", number)
                .query(UUID.class)
                .single();
        told();
        String known = keys.opaque(stream, appeal);
        assertThat(records()).extracting(ConsumerRecord::key).contains(known);
        jdbc.sql("""
                        insert into history.entry (subject_kind, subject_id, seq, at, actor_name, type, body, seal)
                        values ('appeal', :id, 1000, :at, 'system', 'Forgotten', '{}', sha256(''))
                        """)
                .param("id", appeal)
                .param("at", Timestamp.from(clock.instant()))
                .update();
        told();
        assertThat(records())
                .anyMatch(r -> r.key().equals(known)
                        && event(r).path("type").asString().equals("appeal.Forgotten"));

        Instant since = clock.instant().minusSeconds(60);
        long at = clock.instant().getEpochSecond();
        byte[] asked = ("erasures since " + since).getBytes(StandardCharsets.UTF_8);
        String signature = WebhookSignature.of(keys.secret(stream), "q1", at, asked);
        assertThat(ask(stream, since.toString(), at, signature).body()).contains(known);
        String page =
                ScreenClient.as(port, "admin").get("/admin/event-receivers").body();
        assertThat(page).as("it has to know its own id").contains(stream.id().toString());
    }

    @Test
    void a_broker_that_asks_lets_in_who_has_the_password_and_nobody_else() throws Exception {
        OutgoingBatch batch =
                new OutgoingBatch(1, 1, 1, 1, "[{\"id\":\"1\",\"subject\":\"s\"}]".getBytes(StandardCharsets.UTF_8));
        for (String password : List.of("se\"cret", "guessed")) {
            KafkaTopics topics = new KafkaTopics(
                    new KafkaSettings(broker().asking(), "SASL_PLAINTEXT", "PLAIN", "city", password, "", ""));
            String error = topics.send(stream, batch);
            topics.drop();
            assertThat(error).isEqualTo(password.equals("guessed") ? "SaslAuthenticationException" : "");
        }
        assertThat(records()).extracting(ConsumerRecord::key).containsExactly("s");
    }
}
