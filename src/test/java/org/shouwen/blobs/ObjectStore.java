package org.shouwen.blobs;

import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.awaitility.Awaitility;

/**
 * An S3-compatible server that others wrote (Adobe's S3Mock), as a process of its own; Maven lays it beside the test classes.
 * It checks no signatures: that ours are right is shown with Swift, by {@code ./shouwen cluster try}.
 */
public final class ObjectStore implements AutoCloseable {
    public static final String BUCKET = "shouwen";
    private static final Path JAR = Path.of("target/s3mock/s3mock.jar");

    private final Process process;
    private final int port;

    private ObjectStore(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    /** Skips the test where the server is not there. */
    public static ObjectStore start(Path folder) throws IOException {
        assumeThat(JAR).as("S3Mock is not there: Maven lays it there").exists();
        int port = freePort();
        ProcessBuilder builder = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx128m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-jar",
                JAR.toAbsolutePath().toString(),
                "--server.port=" + freePort(),
                "--com.adobe.testing.s3mock.httpPort=" + port,
                "--com.adobe.testing.s3mock.store.initialBuckets=" + BUCKET);
        builder.environment().put("COM_ADOBE_TESTING_S3MOCK_STORE_INITIAL_BUCKETS", BUCKET);
        Process process = builder.directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("s3mock.log").toFile())
                .start();
        ObjectStore store = new ObjectStore(process, port);
        try {
            Awaitility.await().atMost(Duration.ofMinutes(4)).until(() -> store.up(folder));
        } catch (RuntimeException | Error e) {
            store.close();
            throw e;
        }
        return store;
    }

    private boolean up(Path folder) throws Exception {
        if (!process.isAlive()) throw new IllegalStateException(Files.readString(folder.resolve("s3mock.log")));
        try (HttpClient http = HttpClient.newHttpClient()) {
            return http.send(
                                    HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/" + BUCKET))
                                            .method("HEAD", HttpRequest.BodyPublishers.noBody())
                                            .build(),
                                    HttpResponse.BodyHandlers.discarding())
                            .statusCode()
                    == 200;
        } catch (IOException notYet) {
            return false;
        }
    }

    public SharedObjects objects(String prefix) {
        return new S3Objects(address("127.0.0.1:" + port, prefix), Duration.ofSeconds(20));
    }

    public String address() {
        return "http://127.0.0.1:" + port + "/" + BUCKET;
    }

    static StoreAddress address(String hostAndPort, String prefix) {
        return StoreAddress.of("http://" + hostAndPort + "/" + BUCKET + "/" + prefix, "us-east-1", "key", "secret", "");
    }

    static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
