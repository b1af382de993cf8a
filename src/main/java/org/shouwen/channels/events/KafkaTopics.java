package org.shouwen.channels.events;

import jakarta.annotation.PreDestroy;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Carries a batch into a topic: a record an event, its key the subject, so that all events of one matter lie in one partition in
 * the journal's order. Whatever takes longer than the limit has failed; the whole batch is sent again then.
 */
@Component
class KafkaTopics {
    /** An address of a receiver that is a topic: {@code kafka:TOPIC}. */
    static final String SCHEME = "kafka:";

    private static final Duration ANSWER = Duration.ofSeconds(10);
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final byte[] TYPE =
            "application/cloudevents+json; charset=UTF-8".getBytes(StandardCharsets.US_ASCII);

    private final KafkaSettings settings;

    /** One for each receiver: a topic that is not there must not break off what is on its way to another. */
    private final Map<UUID, KafkaProducer<String, byte[]>> producers = new HashMap<>();

    KafkaTopics(KafkaSettings settings) {
        this.settings = settings;
    }

    /** @return empty when all of it was taken by all replicas that are in step; else why not */
    String send(Receiver to, OutgoingBatch batch) throws InterruptedException {
        if (!settings.on()) return "kafka is not set";
        if (!settings.safe()) return "kafka in the clear";
        String topic = to.address().substring(SCHEME.length());
        long until = System.nanoTime() + ANSWER.toNanos();
        try {
            KafkaProducer<String, byte[]> through = producer(to.id());
            List<Future<RecordMetadata>> sent = new ArrayList<>();
            for (JsonNode event : JSON.readTree(batch.body())) {
                String key = event.path("subject").asString("");
                ProducerRecord<String, byte[]> one = new ProducerRecord<>(topic, key, JSON.writeValueAsBytes(event));
                one.headers().add("content-type", TYPE);
                Future<RecordMetadata> on = through.send(one);
                if (on.isDone()) on.get(); // a topic that is not there is waited for once, and not for each record
                sent.add(on);
            }
            for (Future<RecordMetadata> each : sent)
                each.get(Math.max(1, until - System.nanoTime()), TimeUnit.NANOSECONDS);
            return "";
        } catch (ExecutionException e) {
            drop(to.id());
            Throwable why = e.getCause() == null ? e : e.getCause();
            return why.getClass().getSimpleName();
        } catch (KafkaException | TimeoutException e) {
            drop(to.id());
            return e.getClass().getSimpleName();
        }
    }

    private synchronized KafkaProducer<String, byte[]> producer(UUID receiver) {
        return producers.computeIfAbsent(receiver, _ -> {
            Map<String, Object> all = settings.client();
            all.put("client.id", "shouwen-events-" + receiver);
            all.put("acks", "all");
            all.put("enable.idempotence", true);
            all.put("linger.ms", 5);
            all.put("max.block.ms", 5_000);
            all.put("request.timeout.ms", 4_000);
            all.put("delivery.timeout.ms", 8_000);
            return new KafkaProducer<>(all, new StringSerializer(), new ByteArraySerializer());
        });
    }

    /** What was on its way when it failed is sent again from the journal; nothing of it may come after that. */
    synchronized void drop(UUID receiver) {
        KafkaProducer<String, byte[]> there = producers.remove(receiver);
        if (there != null) there.close(Duration.ZERO);
    }

    /** When the program ends. */
    @PreDestroy
    synchronized void drop() {
        List.copyOf(producers.keySet()).forEach(this::drop);
    }
}
