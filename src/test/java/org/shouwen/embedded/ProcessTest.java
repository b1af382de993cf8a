package org.shouwen.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.CookieManager;
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
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** Real processes, really killed: what was acknowledged is there afterwards, or one sentence says what to do. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ProcessTest {
    private static final int PATIENCE_SECONDS = 90;

    @TempDir
    static Path folder;

    private final List<Process> started = new ArrayList<>();
    private final Map<Process, Path> logs = new HashMap<>();
    private final HttpClient http = HttpClient.newHttpClient();
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

    @Test
    @Order(1)
    void the_embedded_database_is_durable() throws Exception {
        awaitUp(start(home, port));
        try (EmbeddedPostgres pg = EmbeddedPostgres.start(home, Map.of());
                var connection = DriverManager.getConnection(pg.jdbcUrl(), pg.user(), pg.password());
                var statement = connection.createStatement()) {
            for (String setting : List.of("fsync", "full_page_writes", "synchronous_commit")) {
                try (var rs = statement.executeQuery("show " + setting)) {
                    rs.next();
                    assertThat(rs.getString(1)).as(setting).isEqualTo("on");
                }
            }
        }
        assertThat(Files.getPosixFilePermissions(home.resolve("keys/identity.key"))
                        .toString())
                .doesNotContain("OTHERS", "GROUP");
    }

    @Test
    @Order(2)
    void started_twice_the_second_says_who_has_the_folder() throws Exception {
        Process second = start(home, freePort());
        assertThat(second.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
        assertThat(second.exitValue()).isEqualTo(1);
        assertThat(output(second)).contains("already runs on this folder").contains("localhost:" + port);
    }

    @Test
    @Order(3)
    void the_application_killed_leaves_an_orphan_that_is_adopted_and_nothing_is_lost() throws Exception {
        List<String> acknowledged = post(20);
        running().destroyForcibly().waitFor();
        assertThat(databases()).as("an orphan is there").isNotEmpty();
        awaitUp(start(home, port));
        assertThat(found(acknowledged)).isEqualTo(20);
    }

    @Test
    @Order(4)
    void the_database_killed_under_the_application_comes_back_with_the_next_start() throws Exception {
        List<String> acknowledged = post(20);
        for (ProcessHandle h : databases()) h.destroyForcibly();
        running().destroyForcibly().waitFor();
        awaitUp(start(home, port));
        assertThat(found(acknowledged)).isEqualTo(20);
    }

    @Test
    @Order(5)
    void the_database_killed_alone_is_started_again_while_pages_say_so() throws Exception {
        List<String> acknowledged = post(20);
        Process app = running();
        long killed = System.nanoTime();
        for (ProcessHandle h : databases()) h.destroyForcibly();
        List<HttpResponse<String>> meanwhile = new ArrayList<>();
        HttpResponse<String> answer;
        do {
            answer = send("kind=livelihood&content=正在打字");
            if (answer.statusCode() == 503) meanwhile.add(answer);
            else
                assertThat(answer.statusCode())
                        .as(answer.statusCode() == 500 ? output(app) : "")
                        .isNotEqualTo(500);
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(50));
        } while (answer.statusCode() == 503
                || (meanwhile.isEmpty() && System.nanoTime() - killed < TimeUnit.SECONDS.toNanos(30)));
        System.err.printf(
                "embedded database: works again %d ms after it was killed%n",
                TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - killed));
        assertThat(answer.statusCode()).as("works again").isLessThan(500);
        assertThat(meanwhile).allSatisfy(r -> {
            assertThat(r.headers().firstValue("Retry-After")).isPresent();
            assertThat(r.body()).as("what was typed").contains("正在打字").contains("再次提交");
        });
        assertThat(found(acknowledged)).isEqualTo(20);
        assertThat(post(1)).hasSize(1);
        assertThat(output(app)).contains("runs again").doesNotContain("\tat ", "Exception");
    }

    /** A form of the portal, as a browser without the product's cookie sends it. */
    private HttpResponse<String> send(String form) throws Exception {
        return http.send(
                HttpRequest.newBuilder(uri("/ask/livelihood"))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(form))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    @Test
    @Order(6)
    void an_ordinary_stop_leaves_no_process_behind() throws Exception {
        Process app = running();
        app.destroy();
        assertThat(app.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(databases()).isEmpty();
    }

    @Test
    @Order(7)
    void a_port_that_is_taken_is_said_in_one_sentence() throws Exception {
        try (ServerSocket taken = new ServerSocket(0)) {
            Process app = start(home, taken.getLocalPort());
            assertThat(app.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
            assertThat(app.exitValue()).isEqualTo(1);
            assertThat(output(app)).contains("is taken by another program").doesNotContain("Exception");
        }
    }

    @Test
    @Order(8)
    void a_stale_pid_file_of_a_stranger_is_in_nobodys_way() throws Exception {
        Files.writeString(
                home.resolve("postgres/data/postmaster.pid"),
                ProcessHandle.current().pid() + "\n/elsewhere\n0\n1\n\n127.0.0.1\n0\nready\n");
        awaitUp(start(home, port));
        assertThat(post(1)).hasSize(1);
    }

    @Test
    @Order(9)
    void a_session_outlives_a_restart() throws Exception {
        running().destroy();
        running().waitFor(60, TimeUnit.SECONDS);
        Process made = launch(home, port, asWhom(), "account", "create", "night-desk", "DISPATCHER");
        assertThat(made.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
        String password = output(made).lines().toList().getLast().strip();
        awaitUp(start(home, port));

        HttpClient browser = HttpClient.newBuilder()
                .cookieHandler(new CookieManager())
                .followRedirects(HttpClient.Redirect.NORMAL)
                .build();
        String csrf =
                open(browser, "/sign-in").body().replaceAll("(?s).*name=\"_csrf\"[^>]*value=\"([^\"]+)\".*", "$1");
        browser.send(
                HttpRequest.newBuilder(uri("/sign-in"))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(
                                "username=night-desk&password=" + password + "&_csrf=" + csrf))
                        .build(),
                HttpResponse.BodyHandlers.discarding());
        assertThat(open(browser, "/desk/dispatch").uri().getPath())
                .as("a first password opens one page only")
                .isEqualTo("/password");
        running().destroyForcibly().waitFor();
        awaitUp(start(home, port));
        assertThat(open(browser, "/home").uri().getPath()).as("still signed in").isEqualTo("/password");
    }

    private HttpResponse<String> open(HttpClient browser, String path) throws Exception {
        return browser.send(HttpRequest.newBuilder(uri(path)).build(), HttpResponse.BodyHandlers.ofString());
    }

    private URI uri(String path) {
        return URI.create("http://localhost:" + port + path);
    }

    private List<String> post(int howMany) throws Exception {
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

    private long found(List<String> numbers) throws Exception {
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

    private List<ProcessHandle> databases() {
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
