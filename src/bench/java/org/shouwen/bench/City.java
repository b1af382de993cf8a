package org.shouwen.bench;

import java.io.File;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.ServerSocket;
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
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.shouwen.embedded.EmbeddedPostgres;

/** The real application as a process of its own, in a fresh folder that is removed afterwards. */
final class City implements AutoCloseable {
    final int port;
    final Path home;
    private final EmbeddedPostgres postgres;
    private Process process;

    private City(Path home, int port, EmbeddedPostgres postgres, Process process) {
        this.home = home;
        this.port = port;
        this.postgres = postgres;
        this.process = process;
    }

    static City start() throws Exception {
        Path home = Files.createTempDirectory("shouwen-bench");
        int port = freePort();
        Process process = run(home, port, Map.of(), "");
        awaitUp(process, port);
        return new City(home, port, EmbeddedPostgres.start(home, Map.of()), process);
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
        int other = freePort();
        Process second = run(
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
        awaitUp(second, other);
        return new Node(other, second);
    }

    /** Another process that serves the city. */
    record Node(int port, Process process) implements AutoCloseable {
        @Override
        public void close() {
            stop(process);
        }
    }

    /** Ends the application in the ordinary way and starts it again; how long until the first page. */
    double secondsToRestart() throws Exception {
        stop(process);
        long from = System.nanoTime();
        process = run(home, port, Map.of(), "");
        awaitUp(process, port);
        return (System.nanoTime() - from) / 1e9;
    }

    /** A new connection to the application's database, as its owner. The port may have changed with a restart. */
    Connection connect() throws SQLException {
        EmbeddedPostgres now = EmbeddedPostgres.start(home, Map.of());
        return DriverManager.getConnection(now.jdbcUrl(), postgres.user(), postgres.password());
    }

    String token(String name, String... roleAndUnit) throws Exception {
        List<String> words = new ArrayList<>(List.of("token", name));
        words.addAll(List.of(roleAndUnit));
        Process p = java(home, port, words, "")
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        String out = new String(p.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (p.waitFor() != 0) throw new IllegalStateException(out);
        return out.lines().filter(l -> l.startsWith("swt_")).findFirst().orElseThrow();
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

    private static void stop(Process process) {
        process.destroy();
        process.onExit()
                .orTimeout(60, TimeUnit.SECONDS)
                .exceptionally(_ -> process.destroyForcibly())
                .join();
    }

    @Override
    public void close() throws IOException {
        stop(process);
        try (var files = Files.walk(home)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) Files.deleteIfExists(file);
        }
    }

    private static Process run(Path home, int port, Map<String, String> settings, String jar) throws IOException {
        ProcessBuilder builder = java(home, port, List.of("run"), jar)
                .redirectErrorStream(true)
                .redirectOutput(home.resolve("application.log").toFile());
        builder.environment().putAll(settings);
        return builder.start();
    }

    /** @param jar of another build; empty: this one */
    static ProcessBuilder java(Path home, int port, List<String> words, String jar) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
        String classes = jar.isEmpty() ? System.getProperty("java.class.path") : jar;
        boolean one = classes.endsWith(".jar") && !classes.contains(File.pathSeparator);
        command.addAll(one ? List.of("-jar", classes) : List.of("-cp", classes, "org.shouwen.Shouwen"));
        command.addAll(words);
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment()
                .putAll(Map.of(
                        "SHOUWEN_HOME",
                        home.toString(),
                        "SHOUWEN_PORT",
                        Integer.toString(port),
                        "SHOUWEN_FREE_SUBMISSIONS",
                        "0"));
        builder.environment().remove("SHOUWEN_DB_URL");
        return builder;
    }

    private static void awaitUp(Process process, int port) throws Exception {
        for (int i = 0; i < 1200; i++) {
            if (!process.isAlive())
                throw new IllegalStateException("the application ended with " + process.exitValue());
            try (Wire wire = new Wire(port)) {
                wire.get("/sign-in", "").expect(200);
                return;
            } catch (IOException notYet) {
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(50));
            }
        }
        throw new IllegalStateException("the application did not come up");
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
