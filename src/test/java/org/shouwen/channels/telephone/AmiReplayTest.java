package org.shouwen.channels.telephone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shouwen.ShouwenTest;
import org.shouwen.TestClock;
import org.shouwen.desk.CallEvents;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What a real exchange said of three calls is what the platform counts; and what it did not hear, the log tells. */
@ShouwenTest
class AmiReplayTest {
    private static final Path RECORDED = Path.of("../shared/data/telephone");

    @Autowired
    CallEvents events;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TestClock clock;

    @BeforeEach
    void no_calls_yet() {
        for (String t : List.of("call_event", "call", "missed_call", "call_source", "call_reject"))
            jdbc.sql("delete from desk." + t).update();
    }

    private AmiConnector connector(AmiPeer peer, String log) {
        return new AmiConnector(
                "127.0.0.1", peer.port(), "shouwen", AmiPeer.SECRET, log, events, new AmiMeasures(""), clock, 10_000);
    }

    private void replayed(String transcript, String log) throws IOException {
        try (AmiPeer peer = new AmiPeer(transcript, false)) {
            connector(peer, log).once();
        }
    }

    private Map<String, Object> counts() {
        return jdbc.sql("""
                        select count(*) as offered, count(*) filter (where outcome = 'ANSWERED') as answered,
                            count(*) filter (where outcome = 'ABANDONED') as abandoned,
                            count(*) filter (where outcome = 'TIMED_OUT') as timed_out,
                            count(*) filter (where recording <> '') as recordings,
                            (select count(*) from desk.missed_call where ended is null) as tasks
                        from desk.call
                        """).query().singleRow();
    }

    private static Map<String, Object> three() {
        return Map.of("offered", 3L, "answered", 1L, "abandoned", 1L, "timed_out", 1L, "recordings", 3L, "tasks", 2L);
    }

    private static String invented() throws IOException {
        return Files.readString(Path.of("src/test/resources/telephone/ami-invented.txt"))
                .replace("\n", "\r\n");
    }

    @Test
    void three_calls_that_an_exchange_recorded_are_counted_as_they_were() throws IOException {
        assumeTrue(Files.exists(RECORDED), "the recorded calls are not beside the project");
        String transcript = Files.readString(RECORDED.resolve("ami-transcript.txt"), StandardCharsets.UTF_8);
        String from = transcript.substring(transcript.indexOf("Event: FullyBooted"));
        replayed(from, "");
        assertThat(counts()).isEqualTo(three());
        Map<String, Object> answered = jdbc.sql("select * from desk.call where outcome = 'ANSWERED'")
                .query()
                .singleRow();
        assertThat(answered)
                .containsEntry("waited_ms", 2_000L)
                .containsEntry("rang_ms", 2_000L)
                .containsEntry("talked_ms", 5_000L)
                .containsEntry("agent", "wang")
                .containsEntry("side", "caller")
                .containsEntry("called", "12345");
        assertThat(jdbc.sql("select no_answers from desk.call where outcome = 'TIMED_OUT'")
                        .query(Integer.class)
                        .single())
                .isEqualTo(3);
        replayed(from, RECORDED.resolve("asterisk-queue_log.txt").toString());
        assertThat(counts()).as("told again, and by the log as well").isEqualTo(three());
    }

    @Test
    void three_invented_calls_are_too() throws IOException {
        replayed(invented(), "");
        assertThat(counts()).isEqualTo(three());
    }

    @Test
    void a_wrong_secret_and_who_is_no_manager_are_told() throws IOException {
        try (AmiPeer peer = new AmiPeer("", false)) {
            AmiConnector wrong = new AmiConnector(
                    "127.0.0.1", peer.port(), "shouwen", "other", "", events, new AmiMeasures(""), clock, 10_000);
            assertThatThrownBy(wrong::once).isInstanceOf(IOException.class).hasMessageContaining("refused");
            assertThat(peer.asked).noneMatch(line -> line.contains("other"));
        }
        try (java.net.ServerSocket other = new java.net.ServerSocket(0, 1, java.net.InetAddress.getLoopbackAddress())) {
            Thread.ofVirtual().start(() -> {
                try (var s = other.accept()) {
                    s.getOutputStream().write("220 mail\r\n".getBytes(StandardCharsets.UTF_8));
                } catch (IOException e) {
                    // over
                }
            });
            AmiConnector mail = new AmiConnector(
                    "127.0.0.1", other.getLocalPort(), "shouwen", "x", "", events, new AmiMeasures(""), clock, 10_000);
            assertThatThrownBy(mail::once).hasMessageContaining("no Asterisk manager");
        }
    }

    @Test
    void the_exchange_is_asked_to_dial_and_no_value_begins_another_header() throws IOException {
        try (AmiPeer peer = new AmiPeer("", true)) {
            AmiConnector connector = connector(peer, "");
            Thread listening = Thread.ofVirtual().start(() -> {
                try {
                    connector.once();
                } catch (IOException e) {
                    // closed below
                }
            });
            Awaitility.await().atMost(Duration.ofSeconds(10)).until(connector::connected);
            AmiDialler dialler = new AmiDialler(connector, "SIP/%s", "outbound", "", "12345");
            UUID id = UUID.randomUUID();
            assertThat(dialler.dial(id, "8001", "13800004444\r\nAction: Command"))
                    .isTrue();
            Awaitility.await().atMost(Duration.ofSeconds(10)).until(() -> peer.asked.contains("Async: true"));
            assertThat(peer.asked)
                    .contains("Action: Originate", "Channel: SIP/8001", "ChannelId: sw-" + id)
                    .doesNotContain("Action: Command");
            connector.stop();
            assertThat(listening).isNotNull();
        }
    }
}
