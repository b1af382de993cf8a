package org.shouwen.bench;

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
    private final Path home;
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
        Process process = run(home, port);
        awaitUp(process, port);
        return new City(home, port, EmbeddedPostgres.start(home, Map.of()), process);
    }

    /** Ends the application in the ordinary way and starts it again; how long until the first page. */
    double secondsToRestart() throws Exception {
        stop();
        long from = System.nanoTime();
        process = run(home, port);
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
        Process p = java(home, port, words)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        String out = new String(p.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (p.waitFor() != 0) throw new IllegalStateException(out);
        return out.lines().filter(l -> l.startsWith("swt_")).findFirst().orElseThrow();
    }

    /** Resident memory of the application, in MiB. */
    long residentMb() throws IOException {
        for (String line : Files.readAllLines(Path.of("/proc", Long.toString(process.pid()), "status"))) {
            if (line.startsWith("VmRSS:")) return Long.parseLong(line.replaceAll("\\D", "")) / 1024;
        }
        return -1;
    }

    /** What application and database have taken of the processors since they began. */
    Duration processorTime() throws IOException {
        Path postmaster = home.resolve("postgres").resolve("data").resolve("postmaster.pid");
        long database = Long.parseLong(Files.readAllLines(postmaster).getFirst().strip());
        return ProcessHandle.of(database).stream()
                .flatMap(p -> Stream.concat(Stream.of(p, process.toHandle()), p.descendants()))
                .map(p -> p.info().totalCpuDuration().orElse(Duration.ZERO))
                .reduce(Duration.ZERO, Duration::plus);
    }

    private void stop() {
        process.destroy();
        process.onExit()
                .orTimeout(60, TimeUnit.SECONDS)
                .exceptionally(_ -> process.destroyForcibly())
                .join();
    }

    @Override
    public void close() throws IOException {
        stop();
        try (var files = Files.walk(home)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) Files.deleteIfExists(file);
        }
    }

    private static Process run(Path home, int port) throws IOException {
        return java(home, port, List.of("run"))
                .redirectErrorStream(true)
                .redirectOutput(home.resolve("application.log").toFile())
                .start();
    }

    private static ProcessBuilder java(Path home, int port, List<String> words) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), "org.shouwen.Shouwen"));
        if (System.getProperty("java.class.path").endsWith(".jar")) {
            command.subList(command.size() - 3, command.size()).clear();
            command.addAll(List.of("-jar", System.getProperty("java.class.path")));
        }
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
