package org.shouwen.desk;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.BasicAuthenticator;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.SimpleFileServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shouwen.ScreenClient;
import org.shouwen.ShouwenTest;
import org.shouwen.TestClock;
import org.shouwen.accounts.Accounts;
import org.shouwen.jobs.Job;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** An exchange tells where a recording lies, and keeps it on a web server: the Java platform's own, which asks for a password. */
@ShouwenTest
class RecordingsOverHttpTest {
    private static final byte[] SOUND = Arrays.copyOf(
            "RIFF$\u0010\0\0WAVEfmt \u0010\0\0\0\u0001\0\u0001\0@\u001f\0\0\0\0\0\0\u0002\0\u0010\0data\0\u0010\0\0"
                    .getBytes(StandardCharsets.ISO_8859_1),
            4140);

    @SuppressWarnings("NullAway.Init") // before the application starts
    private static Path monitor;

    @SuppressWarnings("NullAway.Init")
    private static HttpServer server;

    @LocalServerPort
    int port;

    @Autowired
    Accounts accounts;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TestClock clock;

    @Autowired
    List<Job> jobs;

    @DynamicPropertySource
    static void exchange(DynamicPropertyRegistry registry) throws IOException {
        monitor = Files.createTempDirectory("monitor");
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/monitor/", SimpleFileServer.createFileHandler(monitor.toRealPath()))
                .setAuthenticator(new BasicAuthenticator("recordings") {
                    @Override
                    public boolean checkCredentials(String user, String password) {
                        return user.equals("shouwen") && password.equals("录音");
                    }
                });
        server.start();
        registry.add(
                "shouwen.telephone.recordings-url",
                () -> "http://127.0.0.1:" + server.getAddress().getPort() + "/monitor");
        registry.add("shouwen.telephone.recordings-user", () -> "shouwen");
        registry.add("shouwen.telephone.recordings-password", () -> "录音");
        registry.add("shouwen.telephone.recordings-root", () -> "/var/spool/asterisk/monitor");
    }

    @AfterAll
    static void over() {
        server.stop(0);
    }

    @BeforeEach
    void monday() {
        clock.set("2026-11-23T10:00");
        jdbc.sql("update desk.call set recording_problem = 'another test' where recording_kept is null")
                .update();
    }

    private static void written(String path) throws IOException {
        Path file = monitor.resolve(path);
        Files.createDirectories(file.getParent());
        Files.write(file, SOUND);
    }

    /** A call that ended, with what its exchange tells of its recording. */
    private UUID call(String ref, Object... recording) throws Exception {
        Exchange pbx = new Exchange(port, accounts, clock);
        pbx.tell("offered", ref, 60, "caller", "13800000017");
        pbx.tell("ended", ref, 20, "side", "caller");
        pbx.tell("recording-ready", ref, 10, recording);
        return jdbc.sql("select id from desk.call where ref = :ref order by began desc limit 1")
                .param("ref", ref)
                .query(UUID.class)
                .single();
    }

    private void fetch() {
        jobs.stream().filter(j -> j.name().equals("call-recordings")).forEach(Job::run);
    }

    private String digest(UUID call) {
        return jdbc.sql("select recording_digest || recording_problem from desk.call where id = :id")
                .param("id", call)
                .query(String.class)
                .single();
    }

    @Test
    void the_sound_comes_from_the_exchanges_server_with_its_digest_and_is_played() throws Exception {
        written("2026/11/q 1-9.wav");
        String sha256 =
                HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(SOUND));
        String path = "/var/spool/asterisk/monitor/2026/11/q 1-9.wav";
        UUID good = call("h1", "recording", path, "sha256", sha256);
        UUID other = call("h2", "recording", path, "sha256", "0".repeat(64));
        fetch();
        assertThat(digest(good)).isEqualTo(sha256);
        assertThat(digest(other)).as("is not what the exchange said it is").isEqualTo("other-digest");
        assertThat(ScreenClient.as(port, "supervisor").bytes("/calls/" + good + "/recording"))
                .isEqualTo(SOUND);
    }

    @Test
    void what_is_written_later_is_fetched_later_and_what_never_comes_keeps_no_other_waiting() throws Exception {
        for (int i = 0; i < 55; i++) call("never-" + i, "recording", "never-" + i + ".wav");
        fetch();
        UUID late = call("h3", "recording", "late.wav");
        fetch();
        assertThat(digest(late)).isEmpty();
        written("late.wav");
        clock.pass(Duration.ofSeconds(11));
        fetch();
        fetch();
        assertThat(digest(late)).hasSize(64);
        clock.pass(Duration.ofDays(8));
        fetch();
        assertThat(jdbc.sql("select count(*) from desk.call where recording_problem = 'never-there'")
                        .query(Long.class)
                        .single())
                .isEqualTo(55);
    }
}
