package org.shouwen.channels.events;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
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
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;
import org.apache.kafka.server.common.MetadataVersion;
import tools.jackson.databind.json.JsonMapper;

/** A real broker of Kafka in this JVM, one node in KRaft mode: a port in the clear, and one that asks for name and password. */
final class KafkaBroker implements AutoCloseable {
    static final JsonMapper JSON = JsonMapper.builder().build();
    private final Properties settings = new Properties();
    private final int clear = free();
    private final int asking = free();
    private KafkaRaftServer server;

    KafkaBroker(Path folder) throws Exception {
        int controller = free();
        settings.put("process.roles", "broker,controller");
        settings.put("node.id", "1");
        settings.put("controller.quorum.voters", "1@127.0.0.1:" + controller);
        settings.put("controller.listener.names", "CONTROLLER");
        settings.put("inter.broker.listener.name", "CLEAR");
        settings.put(
                "listeners",
                "CLEAR://127.0.0.1:" + clear + ",ASKING://127.0.0.1:" + asking + ",CONTROLLER://127.0.0.1:"
                        + controller);
        settings.put("advertised.listeners", "CLEAR://127.0.0.1:" + clear + ",ASKING://127.0.0.1:" + asking);
        settings.put("listener.security.protocol.map", "CLEAR:PLAINTEXT,ASKING:SASL_PLAINTEXT,CONTROLLER:PLAINTEXT");
        settings.put("sasl.enabled.mechanisms", "PLAIN");
        settings.put(
                "listener.name.asking.plain.sasl.jaas.config",
                "org.apache.kafka.common.security.plain.PlainLoginModule required user_city=\"se\\\"cret\";");
        settings.put("log.dirs", folder.toString());
        settings.put("offsets.topic.replication.factor", "1");
        settings.put("offsets.topic.num.partitions", "1");
        settings.put("auto.create.topics.enable", "false");
        new Formatter()
                .setNodeId(1)
                .setClusterId("shouwen-tests")
                .addDirectory(folder.toString())
                .setReleaseVersion(MetadataVersion.LATEST_PRODUCTION)
                .setControllerListenerName("CONTROLLER")
                .setMetadataLogDirectory(folder.toString())
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
