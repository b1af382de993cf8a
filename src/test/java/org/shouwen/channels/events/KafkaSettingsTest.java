package org.shouwen.channels.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Article 21: events go to other machines over TLS only, under the name and password that the city has set. */
class KafkaSettingsTest {
    private static KafkaSettings to(String servers, String protocol) {
        return new KafkaSettings(servers, protocol, "SCRAM-SHA-512", "city", "a\"b\\c", "/etc/ca.pem", "");
    }

    @Test
    void nothing_goes_in_the_clear_to_another_machine() throws Exception {
        assertThat(to("127.0.0.1:9092,localhost:9093", "PLAINTEXT").safe()).isTrue();
        assertThat(to("kafka.example.cn:9093", "SASL_SSL").safe()).isTrue();
        KafkaSettings clear = to("127.0.0.1:9092,kafka.example.cn:9092", "SASL_PLAINTEXT");
        assertThat(clear.safe()).isFalse();
        Receiver topic =
                new Receiver(UUID.randomUUID(), "t", "kafka:t", List.of("*"), 1, false, 1, Instant.ofEpochSecond(0));
        OutgoingBatch batch = new OutgoingBatch(1, 1, 1, 1, "[]".getBytes(StandardCharsets.UTF_8));
        assertThat(new KafkaTopics(clear).send(topic, batch)).isEqualTo("kafka in the clear");
        assertThat(new KafkaTopics(to("", "SSL")).send(topic, batch)).isEqualTo("kafka is not set");
    }

    @Test
    void a_password_with_quotes_stays_one_password_and_certificates_are_read_from_pem() {
        assertThat(to("kafka.example.cn:9093", "SASL_SSL").client())
                .containsEntry(
                        "sasl.jaas.config",
                        "org.apache.kafka.common.security.scram.ScramLoginModule required"
                                + " username=\"city\" password=\"a\\\"b\\\\c\";")
                .containsEntry("ssl.truststore.type", "PEM")
                .containsEntry("ssl.truststore.location", "/etc/ca.pem")
                .doesNotContainKey("ssl.keystore.location");
        assertThat(to("kafka.example.cn:9093", "SSL").client()).doesNotContainKey("sasl.jaas.config");
    }
}
