package org.shouwen.bench;

import java.io.File;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** The real application as a process of its own: begun as this process was, awaited, and ended in the ordinary way. */
final class Application {
    /** Looks of 50 ms each until it has to be up: five minutes, for a start takes long where others use the machine. */
    private static final int STARTS = 6_000;

    private static final int LAST_LINES = 40;

    private Application() {}

    static void stop(Process process) {
        process.destroy();
        process.onExit()
                .orTimeout(60, TimeUnit.SECONDS)
                .exceptionally(_ -> process.destroyForcibly())
                .join();
    }

    static Process run(Path home, int port, Map<String, String> settings, String jar) throws IOException {
        ProcessBuilder builder = java(home, port, List.of("run"), jar)
                .redirectErrorStream(true)
                .redirectOutput(log(home).toFile());
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

    /**
     * Waits up to five minutes, as long as a busy machine may take; what has not come up by then is ended.
     *
     * @param home where it was run
     * @throws IllegalStateException with what it said last
     */
    static void awaitUp(Path home, Process process, int port) throws Exception {
        for (int i = 0; i < STARTS; i++) {
            if (!process.isAlive())
                throw new IllegalStateException("the application ended with " + process.exitValue() + said(home));
            try (Wire wire = new Wire(port)) {
                wire.get("/sign-in", "").expect(200);
                return;
            } catch (IOException notYet) {
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(50));
            }
        }
        stop(process);
        throw new IllegalStateException("the application did not come up" + said(home));
    }

    private static String said(Path home) throws IOException {
        List<String> lines = Files.readAllLines(log(home));
        return ":\n" + String.join("\n", lines.subList(Math.max(0, lines.size() - LAST_LINES), lines.size()));
    }

    private static Path log(Path home) {
        return home.resolve("application.log");
    }

    static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
