package org.shouwen.peers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PeerHttpTest {
    private static final Duration DEADLINE = Duration.ofMillis(400);

    private final PeerHttp peer = new PeerHttp(DEADLINE, DEADLINE, 100);

    private interface Asking {
        void of(HttpRequest request) throws Exception;
    }

    /** Answers a connection with this and then keeps it open until what was asked is over: a client may keep it for another. */
    private static void against(String answer, Asking asking) throws Exception {
        against(answer, false, asking);
    }

    /** @param left whether the client has to hang up by itself */
    private static void against(String answer, boolean left, Asking asking) throws Exception {
        Thread server;
        AtomicReference<Socket> open = new AtomicReference<>();
        try (ServerSocket on = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            server = Thread.ofVirtual().start(() -> {
                try (Socket accepted = on.accept()) {
                    open.set(accepted);
                    OutputStream out = accepted.getOutputStream();
                    out.write(answer.getBytes(StandardCharsets.US_ASCII));
                    out.flush();
                    accepted.getInputStream().transferTo(OutputStream.nullOutputStream());
                } catch (IOException hungUp) {
                    // as it should
                }
            });
            asking.of(HttpRequest.newBuilder(URI.create("http://localhost:" + on.getLocalPort() + "/"))
                    .build());
        } finally {
            if (!left && open.get() != null) open.get().close();
        }
        server.join();
    }

    @Test
    void an_answer_comes_whole() throws Exception {
        against("HTTP/1.1 201 Created\r\nContent-Length: 2\r\n\r\nok", r -> {
            var answer = peer.ask(r);
            assertThat(answer.statusCode()).isEqualTo(201);
            assertThat(answer.body()).asString().isEqualTo("ok");
        });
        against(
                "HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n",
                r -> assertThat(peer.tell(r)).isEqualTo(404));
    }

    @Test
    void whoever_says_nothing_or_never_ends_is_given_up_at_the_deadline() throws Exception {
        for (String answer : List.of("", "HTTP/1.1 200 OK\r\n", "HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nx")) {
            against(answer, true, r -> assertThatThrownBy(() -> peer.ask(r)).isInstanceOf(HttpTimeoutException.class));
            against(answer, true, r -> assertThatThrownBy(() -> peer.tell(r)).isInstanceOf(HttpTimeoutException.class));
        }
    }

    @Test
    void more_than_is_read_is_refused_where_it_is_read() throws Exception {
        String answer = "HTTP/1.1 200 OK\r\nContent-Length: 101\r\n\r\n" + "x".repeat(101);
        against(answer, r -> assertThatThrownBy(() -> peer.ask(r)).isInstanceOf(IOException.class));
        against(answer, r -> assertThat(peer.tell(r)).isEqualTo(200));
    }

    @Test
    void nobody_there_is_said_at_once_and_a_redirect_is_an_answer() throws Exception {
        int free;
        try (ServerSocket gone = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            free = gone.getLocalPort();
        }
        HttpRequest nobody = HttpRequest.newBuilder(URI.create("http://localhost:" + free + "/"))
                .build();
        assertThatThrownBy(() -> peer.ask(nobody)).isInstanceOf(ConnectException.class);
        against(
                "HTTP/1.1 302 Found\r\nLocation: /elsewhere\r\nContent-Length: 0\r\n\r\n",
                r -> assertThat(peer.tell(r)).isEqualTo(302));
    }

    @Test
    void nobody_else_makes_a_client_of_its_own() throws IOException {
        Path main = Path.of("src/main/java/org/shouwen");
        try (Stream<Path> files = Files.walk(main)) {
            List<String> making = files.filter(p -> p.toString().endsWith(".java"))
                    .filter(PeerHttpTest::makesOne)
                    .map(p -> main.relativize(p).toString())
                    .toList();
            assertThat(making).containsExactly("peers/PeerHttp.java");
        }
    }

    private static boolean makesOne(Path file) {
        try {
            return Files.readString(file).contains("HttpClient.new");
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
