package org.shouwen.channels.events;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** How the city's Kafka is reached: {@code shouwen.events.kafka.*}. Off while no servers are named. */
@Component
class KafkaSettings {
    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

    private final String servers;
    private final String protocol;
    private final String mechanism;
    private final String user;
    private final String password;
    private final String truststore;
    private final String keystore;

    /**
     * @param servers {@code host:port}, parted by commas
     * @param protocol SSL or SASL_SSL; PLAINTEXT and SASL_PLAINTEXT for servers of this machine only
     * @param mechanism PLAIN, SCRAM-SHA-256 or SCRAM-SHA-512
     * @param truststore PEM file with the certificates of who may sign for the brokers; empty: those that Java knows
     * @param keystore PEM file with our own certificate and key, where brokers ask for one
     */
    KafkaSettings(
            @Value("${shouwen.events.kafka.servers:}") String servers,
            @Value("${shouwen.events.kafka.protocol:SASL_SSL}") String protocol,
            @Value("${shouwen.events.kafka.mechanism:SCRAM-SHA-512}") String mechanism,
            @Value("${shouwen.events.kafka.user:}") String user,
            @Value("${shouwen.events.kafka.password:}") String password,
            @Value("${shouwen.events.kafka.truststore:}") String truststore,
            @Value("${shouwen.events.kafka.keystore:}") String keystore) {
        this.servers = servers.strip();
        this.protocol = protocol.strip();
        this.mechanism = mechanism.strip();
        this.user = user;
        this.password = password;
        this.truststore = truststore.strip();
        this.keystore = keystore.strip();
    }

    boolean on() {
        return !servers.isEmpty();
    }

    /** Over TLS; in the clear to this machine only. */
    boolean safe() {
        if (protocol.endsWith("SSL")) return true;
        List<String> hosts = Arrays.stream(servers.split(",", -1))
                .map(s -> s.strip().replaceFirst(":\\d+$", ""))
                .toList();
        return LOOPBACK.containsAll(hosts);
    }

    /** As the client wants them. */
    Map<String, Object> client() {
        Map<String, Object> all = new HashMap<>();
        all.put("bootstrap.servers", servers);
        all.put("security.protocol", protocol);
        if (protocol.startsWith("SASL")) {
            String module = mechanism.startsWith("SCRAM") ? "scram.ScramLoginModule" : "plain.PlainLoginModule";
            all.put("sasl.mechanism", mechanism);
            all.put(
                    "sasl.jaas.config",
                    "org.apache.kafka.common.security." + module + " required username=\"" + quoted(user)
                            + "\" password=\"" + quoted(password) + "\";");
        }
        pem(all, "ssl.truststore", truststore);
        pem(all, "ssl.keystore", keystore);
        return all;
    }

    private static void pem(Map<String, Object> all, String what, String file) {
        if (file.isEmpty()) return;
        all.put(what + ".type", "PEM");
        all.put(what + ".location", file);
    }

    private static String quoted(String text) {
        return text.replace("\\", "\\\\").replace("\"", "\\\"");
    }
}
