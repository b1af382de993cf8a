package org.shouwen.channels.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Article 21: to a real broker over TLS, which knows the city by its certificate or its password and is known by its own. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EventsOverTlsTest {
    private static final Receiver TOPIC =
            new Receiver(UUID.randomUUID(), "t", "kafka:told", List.of("*"), 1, false, 1, Instant.ofEpochSecond(0));

    private KafkaBroker broker;
    private KafkaCertificates stranger;

    @BeforeAll
    void a_broker(@TempDir Path folder) throws Exception {
        broker = new KafkaBroker(folder);
        stranger = KafkaCertificates.of(folder, "stranger");
        broker.topic("told", 1);
        broker.person("city", "se\"cret");
    }

    @AfterAll
    void stop() {
        broker.close();
    }

    private String sent(String subject, String servers, String protocol, String password, Path trusted, String key)
            throws InterruptedException {
        byte[] body = ("[{\"id\":\"1\",\"subject\":\"" + subject + "\"}]").getBytes(StandardCharsets.UTF_8);
        KafkaTopics topics = new KafkaTopics(
                new KafkaSettings(servers, protocol, "SCRAM-SHA-512", "city", password, trusted.toString(), key));
        try {
            return topics.send(TOPIC, new OutgoingBatch(1, 1, 1, 1, body));
        } finally {
            topics.drop();
        }
    }

    @Test
    void both_sides_show_a_certificate_or_nothing_goes() throws Exception {
        Path own = broker.own.certificate();
        assertThat(sent(
                        "sealed",
                        broker.sealed(),
                        "SSL",
                        "",
                        own,
                        broker.city.both().toString()))
                .isEmpty();
        assertThat(sent(
                        "x1",
                        broker.sealed(),
                        "SSL",
                        "",
                        stranger.certificate(),
                        broker.city.both().toString()))
                .as("a broker whose certificate the city does not trust")
                .isEqualTo("SslAuthenticationException");
        assertThat(sent("x2", broker.sealed(), "SSL", "", own, stranger.both().toString()))
                .as("a certificate that the broker does not trust")
                .isNotEmpty();
        assertThat(sent("x3", broker.sealed(), "SSL", "", own, "")).as("none").isNotEmpty();
        assertThat(broker.records("told", 1))
                .extracting(r -> r.key())
                .contains("sealed")
                .doesNotContain("x1", "x2", "x3");
    }

    @Test
    void with_a_password_over_tls_it_goes_and_with_a_wrong_one_it_does_not() throws Exception {
        Path own = broker.own.certificate();
        assertThat(sent("guarded", broker.guarded(), "SASL_SSL", "se\"cret", own, ""))
                .isEmpty();
        assertThat(sent("y1", broker.guarded(), "SASL_SSL", "guessed", own, ""))
                .isEqualTo("SaslAuthenticationException");
        assertThat(sent("y2", broker.guarded(), "SASL_SSL", "se\"cret", stranger.certificate(), ""))
                .as("the password is not even tried where the broker is not known")
                .isEqualTo("SslAuthenticationException");
        assertThat(broker.records("told", 1))
                .extracting(r -> r.key())
                .contains("guarded")
                .doesNotContain("y1", "y2");
    }
}
