package org.shouwen.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Starts, kills and asks real processes of the product on a folder of their own. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class RealProcesses {
    protected static final int PATIENCE_SECONDS = 240;

    @TempDir
    protected static Path folder;

    protected final List<Process> started = new ArrayList<>();
    protected final Map<Process, Path> logs = new HashMap<>();
    protected final HttpClient http = HttpClient.newHttpClient();
    protected Path home;
    protected int port;

    @BeforeAll
    void folderAndPort() throws IOException {
        home = folder.resolve("home");
        port = freePort();
    }

    @AfterAll
    void stopAll() throws Exception {
        for (Process p : started) {
            p.destroy();
            if (!p.waitFor(30, TimeUnit.SECONDS)) p.destroyForcibly().waitFor();
        }
        if (Files.isDirectory(home)) {
            for (ProcessHandle h : databases()) h.destroyForcibly();
        }
    }

    protected HttpResponse<String> open(HttpClient browser, String path) throws Exception {
        return browser.send(HttpRequest.newBuilder(uri(path)).build(), HttpResponse.BodyHandlers.ofString());
    }

    protected URI uri(String path) {
        return URI.create("http://localhost:" + port + path);
    }

    protected List<String> post(int howMany) throws Exception {
        List<String> numbers = new ArrayList<>();
        for (int i = 0; i < howMany; i++) {
            HttpResponse<String> r = http.send(
                    HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/api/v1/portal/appeals"))
                            .header("Content-Type", "application/json")
                            .POST(HttpRequest.BodyPublishers.ofString(
                                    "{\"kind\":\"livelihood\",\"content\":\"路灯不亮 " + i + "\"}"))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
            assertThat(r.statusCode()).as(r.body()).isEqualTo(201);
            numbers.add(r.body().replaceAll("(?s).*\"number\":\"([^\"]+)\".*", "$1"));
        }
        return numbers;
    }

    protected long found(List<String> numbers) throws Exception {
        try (EmbeddedPostgres pg = EmbeddedPostgres.start(home, Map.of());
                var connection = DriverManager.getConnection(pg.jdbcUrl(), pg.user(), pg.password());
                var statement =
                        connection.prepareStatement("select count(*) from intake.appeal where number = any(?)")) {
            statement.setArray(1, connection.createArrayOf("text", numbers.toArray()));
            try (var rs = statement.executeQuery()) {
                rs.next();
                return rs.getLong(1);
            }
        }
    }

    /** As whom the processes run; empty: as whoever runs the tests. */
    protected List<String> asWhom() {
        return List.of();
    }

    /** Further variables of the processes' environment. */
    protected Map<String, String> surroundings() {
        return Map.of();
    }

    protected String classPath() throws IOException {
        return System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    }

    protected Process start(Path home, int port) throws IOException {
        return launch(home, port, asWhom());
    }

    protected Process launch(Path home, int port, List<String> asWhom, String... words) throws IOException {
        List<String> command = new ArrayList<>(asWhom);
        command.addAll(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                classPath(),
                "org.shouwen.Shouwen"));
        command.addAll(List.of(words));
        ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
        builder.environment()
                .putAll(Map.of(
                        "SHOUWEN_HOME",
                        home.toString(),
                        "SHOUWEN_PORT",
                        Integer.toString(port),
                        "SHOUWEN_STARTER",
                        "none"));
        builder.environment().put("SHOUWEN_FREE_SUBMISSIONS", "0"); // it sends many on purpose
        builder.environment().remove("SHOUWEN_DB_URL");
        builder.environment().putAll(surroundings());
        Path log = Files.createTempFile(folder, "out", ".log");
        Process process =
                builder.redirectErrorStream(true).redirectOutput(log.toFile()).start();
        started.add(process);
        logs.put(process, log);
        return process;
    }

    protected String output(Process process) throws IOException {
        return Files.readString(java.util.Objects.requireNonNull(logs.get(process)), StandardCharsets.UTF_8);
    }

    protected Process running() {
        return started.stream().filter(Process::isAlive).findFirst().orElseThrow();
    }

    protected List<ProcessHandle> databases() {
        return ProcessHandle.allProcesses()
                .filter(h -> {
                    try {
                        String command = Files.readString(Path.of("/proc/" + h.pid() + "/cmdline"));
                        return command.contains("postgres")
                                && command.contains(
                                        home.resolve("postgres/data").toString());
                    } catch (IOException e) {
                        return false;
                    }
                })
                .toList();
    }

    protected void awaitUp(Process app) throws Exception {
        for (int i = 0; i < PATIENCE_SECONDS * 10; i++) {
            if (!app.isAlive()) throw new AssertionError("ended: " + output(app));
            try {
                HttpRequest page = HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/sign-in"))
                        .build();
                if (http.send(page, HttpResponse.BodyHandlers.discarding()).statusCode() == 200) return;
            } catch (IOException notYet) {
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(100));
            }
        }
        throw new AssertionError("did not come up: " + output(app));
    }

    protected static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
