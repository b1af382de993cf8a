package org.shouwen.blobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.shouwen.problems.NotAnswering;

/** A store that answers late or not at all gets a clear answer and holds no thread. */
class DeadStoreTest {
    private static final Duration DEADLINE = Duration.ofMillis(300);

    /** Generous beside the deadline, on a machine that is busy. */
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private static SharedObjects at(int port) {
        return at(port, DEADLINE);
    }

    private static SharedObjects at(int port, Duration deadline) {
        return new S3Objects(ObjectStore.address("127.0.0.1:" + port, "city"), deadline);
    }

    private static Duration failing(SharedObjects objects) {
        long from = System.nanoTime();
        assertThatThrownBy(() -> objects.put("x", new byte[10], Instant.EPOCH))
                .isInstanceOf(StoreUnavailable.class)
                .matches(NotAnswering::in);
        return Duration.ofNanos(System.nanoTime() - from);
    }

    @Test
    void nobody_listens() throws IOException {
        assertThat(failing(at(ObjectStore.freePort()))).isLessThan(PATIENCE);
    }

    @Test
    void whoever_takes_the_connection_and_says_nothing_is_given_up_and_not_asked_again_at_once() throws IOException {
        try (ServerSocket silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            SharedObjects objects = at(silent.getLocalPort());
            assertThat(failing(objects)).isBetween(DEADLINE, PATIENCE);
            for (int i = 0; i < 20; i++) assertThat(failing(objects)).isLessThan(DEADLINE);
        }
    }

    @Test
    void a_body_at_a_drip_is_given_up_as_well() throws Exception {
        Thread server;
        try (ServerSocket dripping = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            server = Thread.ofVirtual().start(() -> drip(dripping));
            SharedObjects objects = at(dripping.getLocalPort());
            long from = System.nanoTime();
            assertThatThrownBy(() -> objects.get("x")).isInstanceOf(StoreUnavailable.class);
            assertThat(Duration.ofNanos(System.nanoTime() - from)).isLessThan(PATIENCE);
        }
        server.join();
    }

    /** A head at once, and of the body a byte as long as anybody listens. */
    private static void drip(ServerSocket on) {
        try (Socket peer = on.accept()) {
            OutputStream out = peer.getOutputStream();
            out.write("HTTP/1.1 200 OK\r\nContent-Length: 1000000\r\n\r\n1".getBytes(StandardCharsets.US_ASCII));
            out.flush();
            peer.getInputStream().transferTo(OutputStream.nullOutputStream()); // until the other side hangs up
        } catch (IOException hungUp) {
            // as it should
        }
    }

    private interface Peer {
        void serve(String request, OutputStream out) throws Exception;
    }

    /** Reads the head of each request, answers it, and hears the connection out. */
    private static void serve(ServerSocket on, Peer how) {
        while (true) {
            try {
                Socket peer = on.accept();
                Thread.ofVirtual().start(() -> {
                    try (peer) {
                        how.serve(head(peer.getInputStream()), peer.getOutputStream());
                        peer.getInputStream().transferTo(OutputStream.nullOutputStream());
                    } catch (Exception hungUp) {
                        // as it should
                    }
                });
            } catch (IOException closed) {
                return;
            }
        }
    }

    private static String head(InputStream in) throws IOException {
        StringBuilder head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) head.append((char) in.read());
        return head.toString();
    }

    private static void say(OutputStream out, String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.US_ASCII));
        out.flush();
    }

    @Test
    void whoever_answers_others_meanwhile_is_slow_and_not_away() throws Exception {
        CountDownLatch large = new CountDownLatch(1);
        try (ServerSocket slow = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            Thread.ofVirtual()
                    .start(() -> serve(slow, (request, out) -> {
                        if (request.startsWith("PUT")) large.countDown();
                        else if (request.startsWith("GET")) say(out, "HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\n1");
                        else say(out, "HTTP/1.1 404 Not Found\r\nConnection: close\r\n\r\n");
                    }));
            SharedObjects objects = at(slow.getLocalPort(), Duration.ofSeconds(3));
            assertThatThrownBy(() -> objects.get("large")).hasRootCauseInstanceOf(HttpTimeoutException.class);
            assertThat(objects.writtenAt("small")).as("the head came").isEmpty();
            CompletableFuture<Void> put =
                    CompletableFuture.runAsync(() -> objects.put("large", new byte[10], Instant.EPOCH));
            large.await();
            assertThat(objects.writtenAt("small")).isEmpty();
            assertThatThrownBy(put::join).hasRootCauseInstanceOf(HttpTimeoutException.class);
            assertThat(objects.writtenAt("small")).as("others were answered").isEmpty();
        }
    }

    @Test
    void a_large_answer_may_take_longer_by_what_it_carries() throws Exception {
        byte[] large = new byte[30 << 20];
        try (ServerSocket slow = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            Thread.ofVirtual()
                    .start(() -> serve(slow, (_, out) -> {
                        say(out, "HTTP/1.1 200 OK\r\nContent-Length: " + large.length + "\r\n\r\n");
                        var _ = new CountDownLatch(1).await(1500, TimeUnit.MILLISECONDS);
                        out.write(large);
                        out.flush();
                    }));
            assertThat(at(slow.getLocalPort(), Duration.ofSeconds(1)).get("large"))
                    .hasSize(large.length);
        }
    }

    @Test
    void an_address_without_a_bucket_or_keys_is_refused_at_the_start(@TempDir Path folder) throws IOException {
        assertThatThrownBy(() -> StoreAddress.of("http://host:1/", "r", "k", "s", ""))
                .hasMessageContaining("bucket");
        assertThatThrownBy(() -> StoreAddress.of("http://host:1/b", "r", "k", "", ""))
                .hasMessageContaining("SHOUWEN_STORE_SECRET_FILE");
        Path secret = Files.writeString(folder.resolve("secret"), "s3cret\n");
        StoreAddress good = StoreAddress.of("http://host:1/b/p/q/", "r", "k", "", secret.toString());
        assertThat(good.secret()).isEqualTo("s3cret");
        assertThat(good.bucketUrl()).isEqualTo("http://host:1/b");
        assertThat(good.prefix()).isEqualTo("p/q/");
        assertThat(good).hasToString("http://host:1/b/p/q");
    }
}
