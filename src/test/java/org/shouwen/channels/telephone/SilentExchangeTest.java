package org.shouwen.channels.telephone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shouwen.ShouwenTest;
import org.shouwen.TestClock;
import org.shouwen.desk.CallEvents;
import org.shouwen.peers.StallingProxy;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** An exchange's manager or a SIP proxy that accepts and never answers, or falls silent: it is left, it is told, no call is lost. */
@ShouwenTest
class SilentExchangeTest {
    private static final long SILENT = 300;

    @Autowired
    CallEvents events;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TestClock clock;

    @Autowired
    JsonMapper json;

    @BeforeEach
    void no_calls_yet() {
        for (String t : List.of("call_event", "call", "missed_call", "call_source", "call_reject"))
            jdbc.sql("delete from desk." + t).update();
    }

    private AmiConnector connector(int port) {
        return new AmiConnector(
                "127.0.0.1", port, "shouwen", AmiPeer.SECRET, "", events, new AmiMeasures(""), clock, SILENT);
    }

    private static CompletableFuture<Void> listening(AmiConnector connector) {
        return CompletableFuture.runAsync(
                () -> {
                    try {
                        connector.once();
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                },
                Thread::startVirtualThread);
    }

    private static void left(CompletableFuture<Void> session, String why) {
        Awaitility.await().atMost(Duration.ofSeconds(10)).until(session::isDone);
        assertThatThrownBy(session::join)
                .isInstanceOf(CompletionException.class)
                .hasRootCauseInstanceOf(java.net.SocketTimeoutException.class)
                .hasMessageContaining(why);
    }

    private List<String> calls() {
        return jdbc.sql("select ref from desk.call order by ref")
                .query(String.class)
                .list();
    }

    private static String invented() throws IOException {
        return Files.readString(Path.of("src/test/resources/telephone/ami-invented.txt"))
                .replace("\n", "\r\n");
    }

    @Test
    void a_manager_that_accepts_and_never_greets_is_left_and_told() throws Exception {
        try (StallingProxy nobody = new StallingProxy(0)) {
            AmiConnector connector = connector(nobody.port());
            left(listening(connector), "the manager does not answer");
            assertThat(connector.connected()).isFalse();
        }
    }

    @Test
    void a_manager_that_answers_nothing_any_more_is_left_and_nobody_dials_into_silence() throws Exception {
        try (AmiPeer peer = new AmiPeer("", true);
                StallingProxy between = new StallingProxy(peer.port())) {
            AmiConnector connector = connector(between.port());
            CompletableFuture<Void> session = listening(connector);
            Awaitility.await().atMost(Duration.ofSeconds(10)).until(connector::connected);
            Awaitility.await("asked while nobody calls, and it answers")
                    .atMost(Duration.ofSeconds(10))
                    .until(() -> peer.asked.contains("Action: Ping"));
            assertThat(session.isDone()).isFalse();
            between.silent();
            left(session, "the manager does not answer any more");
            AmiDialler dialler = new AmiDialler(connector, "SIP/%s", "outbound", "", "12345");
            assertThat(dialler.there()).isFalse();
            assertThat(dialler.dial(UUID.randomUUID(), "8001", "13800004444")).isFalse();
        }
    }

    @Test
    void what_a_manager_said_whole_before_it_fell_silent_within_an_event_is_kept_and_the_rest_comes_again()
            throws Exception {
        String all = invented();
        int half = all.indexOf("Event: QueueCallerAbandon") + 12;
        try (AmiPeer peer = new AmiPeer(all.substring(0, half), true)) {
            CompletableFuture<Void> session = listening(connector(peer.port()));
            left(session, "fell silent within a message");
        }
        List<String> heard = calls();
        assertThat(heard).isNotEmpty();
        try (AmiPeer peer = new AmiPeer(all, false)) {
            connector(peer.port()).once();
        }
        assertThat(calls()).hasSize(3).containsAll(heard);
        assertThat(jdbc.sql("select outcome from desk.call order by outcome")
                        .query(String.class)
                        .list())
                .containsExactly("ABANDONED", "ANSWERED", "TIMED_OUT");
    }

    private static String ringing(String call) {
        return "{\"event\":\"ringing\",\"call\":\"%s\",\"from\":\"13800001111\",\"to\":\"8001\",\"at\":\"1790733600.000\"}\n"
                .formatted(call);
    }

    @Test
    void a_proxy_that_falls_silent_keeps_nothing_waiting_and_tells_the_rest_when_it_is_there_again() throws Exception {
        BlockingQueue<Socket> comers = new LinkedBlockingQueue<>();
        try (ServerSocket proxy = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            Thread.ofVirtual().start(() -> {
                try {
                    while (true) comers.add(proxy.accept());
                } catch (IOException e) {
                    // the test is over
                }
            });
            SipFeed feed = new SipFeed("", "127.0.0.1", proxy.getLocalPort(), events, json);
            feed.start();
            try (Socket first = comers.poll(10, TimeUnit.SECONDS)) {
                say(first, ringing("sip-1") + ringing("sip-2").substring(0, 30));
                Awaitility.await().atMost(Duration.ofSeconds(10)).until(() -> calls().equals(List.of("sip-1")));
                events.take(
                        "pbx",
                        null,
                        List.of(Map.of(
                                "id", "e1", "type", "offered", "call", "other", "at", "2026-09-30T10:00:00+08:00")));
                assertThat(calls()).as("others are heard meanwhile").containsExactly("other", "sip-1");
            }
            Socket second = comers.poll(10, TimeUnit.SECONDS);
            say(second, ringing("sip-1") + ringing("sip-2"));
            Awaitility.await().atMost(Duration.ofSeconds(10)).until(() -> calls().size() == 3);
            feed.stop();
            assertThat(second.getInputStream().read())
                    .as("it is not waited for when the platform stops")
                    .isEqualTo(-1);
            assertThat(calls()).containsExactly("other", "sip-1", "sip-2");
        }
    }

    private static void say(Socket to, String words) throws IOException {
        to.getOutputStream().write(words.getBytes(StandardCharsets.UTF_8));
        to.getOutputStream().flush();
    }
}
