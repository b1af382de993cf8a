package org.shouwen.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.shouwen.embedded.EmbeddedPostgres;

/** The real application as a process of its own, in a fresh folder that is removed afterwards or in one that stays. */
final class City implements AutoCloseable {
    final int port;
    final Path home;
    private final EmbeddedPostgres postgres;
    private final Map<String, String> settings;
    private final String jar;
    private final boolean kept;
    private Process process;

    private City(
            Path home,
            int port,
            EmbeddedPostgres postgres,
            Process process,
            Map<String, String> settings,
            String jar,
            boolean kept) {
        this.kept = kept;
        this.settings = settings;
        this.jar = jar;
        this.home = home;
        this.port = port;
        this.postgres = postgres;
        this.process = process;
    }

    static City start() throws Exception {
        return start(Map.of(), "");
    }

    /** With settings of its environment, or of another build; no jar: of this one. */
    static City start(Map<String, String> settings, String jar) throws Exception {
        return start(Files.createTempDirectory("shouwen-bench"), settings, jar, false);
    }

    /**
     * What measurements are made on.
     *
     * @param words {@code --home FOLDER}: on the folder of a city that was measured before or was restored, which stays;
     *     {@code --keep}: a fresh one stays as well, for the next
     */
    static City of(List<String> words) throws Exception {
        String home = Bench.text(words, "--home");
        return start(
                home.isEmpty() ? Files.createTempDirectory("shouwen-bench") : Path.of(home),
                Map.of(),
                "",
                !home.isEmpty() || words.contains("--keep"));
    }

    private static City start(Path home, Map<String, String> settings, String jar, boolean kept) throws Exception {
        int port = Application.freePort();
        Process process = Application.run(home, port, settings, jar);
        Application.awaitUp(home, process, port);
        return new City(home, port, EmbeddedPostgres.start(home, Map.of()), process, settings, jar, kept);
    }

    /**
     * A second node of the same city, on its database and with its keys.
     *
     * @param jar of another build; empty: this one
     * @param wall behind the second wall, or not
     */
    Node beside(String jar, boolean wall) throws Exception {
        Path folder = Files.createDirectory(home.resolve("second"));
        Path keys = Files.createDirectory(folder.resolve("keys"));
        try (var files = Files.list(home.resolve("keys"))) {
            for (Path key : files.toList()) Files.copy(key, keys.resolve(key.getFileName()));
        }
        int other = Application.freePort();
        Process second = Application.run(
                folder,
                other,
                Map.of(
                        "SHOUWEN_WALL",
                        Boolean.toString(wall),
                        "SHOUWEN_DB_URL",
                        postgres.jdbcUrl(),
                        "SHOUWEN_DB_USER",
                        postgres.user(),
                        "SHOUWEN_DB_PASSWORD",
                        postgres.password()),
                jar);
        Application.awaitUp(folder, second, other);
        return new Node(other, second);
    }

    /** Ends the application in the ordinary way and starts it again; how long until the first page. */
    double secondsToRestart() throws Exception {
        Application.stop(process);
        long from = System.nanoTime();
        process = Application.run(home, port, settings, jar);
        Application.awaitUp(home, process, port);
        return (System.nanoTime() - from) / 1e9;
    }

    /** Kills the application (SIGKILL) and starts it again at once; returns when it serves pages. */
    void kill() throws Exception {
        process.destroyForcibly().waitFor();
        process = Application.run(home, port, settings, jar);
        Application.awaitUp(home, process, port);
    }

    /** A new connection to the application's database, as its owner. The port may have changed with a restart. */
    Connection connect() throws SQLException {
        EmbeddedPostgres now = EmbeddedPostgres.start(home, Map.of());
        return DriverManager.getConnection(now.jdbcUrl(), postgres.user(), postgres.password());
    }

    String token(String name, String... roleAndUnit) throws Exception {
        List<String> words = new ArrayList<>(List.of("token", name));
        words.addAll(List.of(roleAndUnit));
        return said(words).lines().filter(l -> l.startsWith("swt_")).findFirst().orElseThrow();
    }

    /** The last line that a command of the application says. */
    String said(String... words) throws Exception {
        return said(List.of(words)).lines().reduce("", (_, l) -> l).strip();
    }

    private String said(List<String> words) throws Exception {
        Process p = Application.java(home, port, words, jar)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        String out = new String(p.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (p.waitFor() != 0) throw new IllegalStateException(out);
        return out;
    }

    /** The first node. */
    Process process() {
        return process;
    }

    /** Resident memory of the application, in MiB. */
    long residentMb() throws IOException {
        for (String line : Files.readAllLines(Path.of("/proc", Long.toString(process.pid()), "status"))) {
            if (line.startsWith("VmRSS:")) return Long.parseLong(line.replaceAll("\\D", "")) / 1024;
        }
        return -1;
    }

    /** What the database and one of the applications on it have taken of the processors since they began. */
    Duration processorTime(Process application) throws IOException {
        Path postmaster = home.resolve("postgres").resolve("data").resolve("postmaster.pid");
        long database = Long.parseLong(Files.readAllLines(postmaster).getFirst().strip());
        return ProcessHandle.of(database).stream()
                .flatMap(p -> Stream.concat(Stream.of(p, application.toHandle()), p.descendants()))
                .map(p -> p.info().totalCpuDuration().orElse(Duration.ZERO))
                .reduce(Duration.ZERO, Duration::plus);
    }

    /**
     * What this program, all that it has begun and the database have taken of the processors, also those that have ended;
     * in seconds.
     */
    double secondsOfAll() throws IOException {
        Path postmaster = home.resolve("postgres").resolve("data").resolve("postmaster.pid");
        long pid = Long.parseLong(Files.readAllLines(postmaster).getFirst().strip());
        return ProcessorTime.ofAll(ProcessHandle.current(), ProcessHandle.of(pid).orElseThrow());
    }

    /** One number from the database. */
    double number(String sql) throws SQLException {
        try (var c = connect();
                var s = c.createStatement();
                var rs = s.executeQuery(sql)) {
            rs.next();
            return rs.getDouble(1);
        }
    }

    @Override
    public void close() throws IOException {
        Application.stop(process);
        if (kept) return;
        try (var files = Files.walk(home)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) Files.deleteIfExists(file);
        }
    }
}
