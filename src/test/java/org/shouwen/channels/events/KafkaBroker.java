package org.shouwen.channels.events;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.ScramCredentialInfo;
import org.apache.kafka.clients.admin.ScramMechanism;
import org.apache.kafka.clients.admin.UserScramCredentialUpsertion;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;
import org.apache.kafka.server.common.MetadataVersion;
import tools.jackson.databind.json.JsonMapper;

/**
 * A real broker of Kafka in this JVM, one node in KRaft mode: ports in the clear and over TLS, each with one that asks
 * for name and password, or for a certificate.
 */
final class KafkaBroker implements AutoCloseable {
    static final JsonMapper JSON = JsonMapper.builder().build();
    private final Properties settings = new Properties();
    private final int clear = free();
    private final int asking = free();
    private final int sealed = free();
    private final int guarded = free();
    final KafkaCertificates own;
    final KafkaCertificates city;
    private KafkaRaftServer server;

    KafkaBroker(Path folder) throws Exception {
        int controller = free();
        own = KafkaCertificates.of(folder, "broker");
        city = KafkaCertificates.of(folder, "city");
        settings.put("process.roles", "broker,controller");
        settings.put("node.id", "1");
        settings.put("controller.quorum.voters", "1@127.0.0.1:" + controller);
        settings.put("controller.listener.names", "CONTROLLER");
        settings.put("inter.broker.listener.name", "CLEAR");
        settings.put("listeners", outside() + ",CONTROLLER://127.0.0.1:" + controller);
        settings.put("advertised.listeners", outside());
        settings.put(
                "listener.security.protocol.map",
                "CLEAR:PLAINTEXT,ASKING:SASL_PLAINTEXT,SEALED:SSL,GUARDED:SASL_SSL,CONTROLLER:PLAINTEXT");
        settings.put("listener.name.asking.sasl.enabled.mechanisms", "PLAIN");
        settings.put("listener.name.guarded.sasl.enabled.mechanisms", "SCRAM-SHA-512");
        settings.put(
                "listener.name.guarded.scram-sha-512.sasl.jaas.config",
                "org.apache.kafka.common.security.scram.ScramLoginModule required;");
        settings.put("listener.name.sealed.ssl.client.auth", "required");
        settings.put("ssl.keystore.type", "PEM");
        settings.put("ssl.keystore.location", own.both().toString());
        settings.put("ssl.truststore.type", "PEM");
        settings.put("ssl.truststore.location", city.certificate().toString());
        settings.put(
                "listener.name.asking.plain.sasl.jaas.config",
                "org.apache.kafka.common.security.plain.PlainLoginModule required user_city=\"se\\\"cret\";");
        Path logs = Files.createDirectory(folder.resolve("logs"));
        settings.put("log.dirs", logs.toString());
        settings.put("offsets.topic.replication.factor", "1");
        settings.put("offsets.topic.num.partitions", "1");
        settings.put("auto.create.topics.enable", "false");
        new Formatter()
                .setNodeId(1)
                .setClusterId("shouwen-tests")
                .addDirectory(logs.toString())
                .setReleaseVersion(MetadataVersion.LATEST_PRODUCTION)
                .setControllerListenerName("CONTROLLER")
                .setMetadataLogDirectory(logs.toString())
                .setPrintStream(new PrintStream(
                        OutputStream.nullOutputStream(), false, java.nio.charset.StandardCharsets.UTF_8))
                .run();
        server = start();
    }

    private KafkaRaftServer start() {
        KafkaRaftServer fresh = new KafkaRaftServer(new KafkaConfig(settings), Time.SYSTEM);
        fresh.startup();
        return fresh;
    }

    String servers() {
        return "127.0.0.1:" + clear;
    }

    String asking() {
        return "127.0.0.1:" + asking;
    }

    /** Over TLS, to whom has the city's certificate. */
    String sealed() {
        return "127.0.0.1:" + sealed;
    }

    /** Over TLS, to whom has a name and a password that never goes over the line. */
    String guarded() {
        return "127.0.0.1:" + guarded;
    }

    private String outside() {
        return "CLEAR://127.0.0.1:" + clear + ",ASKING://127.0.0.1:" + asking + ",SEALED://127.0.0.1:" + sealed
                + ",GUARDED://127.0.0.1:" + guarded;
    }

    void person(String name, String password) throws Exception {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", servers()))) {
            admin.alterUserScramCredentials(List.of(new UserScramCredentialUpsertion(
                            name, new ScramCredentialInfo(ScramMechanism.SCRAM_SHA_512, 4096), password)))
                    .all()
                    .get();
        }
    }

    void topic(String name, int partitions) throws Exception {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", servers()))) {
            admin.createTopics(List.of(new NewTopic(name, partitions, (short) 1)))
                    .all()
                    .get();
        }
    }

    /** All records of a topic, each partition in its order. */
    List<ConsumerRecord<String, byte[]>> records(String topic, int partitions) {
        Map<String, Object> settings = new HashMap<>(Map.of("bootstrap.servers", servers()));
        List<ConsumerRecord<String, byte[]>> all = new ArrayList<>();
        try (var consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> parts = new ArrayList<>();
            for (int i = 0; i < partitions; i++) parts.add(new TopicPartition(topic, i));
            consumer.assign(parts);
            consumer.seekToBeginning(parts);
            Map<TopicPartition, Long> ends = consumer.endOffsets(parts);
            while (parts.stream().anyMatch(p -> consumer.position(p) < ends.getOrDefault(p, 0L)))
                consumer.poll(Duration.ofSeconds(1)).forEach(all::add);
        }
        return all;
    }

    void stop() {
        server.shutdown();
        server.awaitShutdown();
    }

    void again() {
        server = start();
    }

    private static int free() {
        try (ServerSocket s = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return s.getLocalPort();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        stop();
    }
}
