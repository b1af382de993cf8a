package org.shouwen.cluster;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** A process of the cluster that can be killed and started again, as a service manager would. */
class Member {
    final String name;
    private List<String> command;
    private final Map<String, String> environment;
    private final Path log;
    private @Nullable Process process;

    Member(String name, List<String> command, Map<String, String> environment, Path log) {
        this.name = name;
        this.command = List.copyOf(command);
        this.environment = Map.copyOf(environment);
        this.log = log;
    }

    synchronized void start() throws IOException {
        if (alive()) return;
        // not where the command was typed: the database's user may not go there, such as a clone in the home of root
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(log.resolveSibling(".").toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        builder.environment().putAll(environment);
        builder.environment().keySet().removeIf(k -> k.startsWith("SHOUWEN_") && !environment.containsKey(k));
        process = builder.start();
    }

    /** As a service manager stops it; returns when it has ended. */
    synchronized void stop() throws InterruptedException {
        Process p = process;
        if (p == null) return;
        p.destroy();
        if (!p.waitFor(90, TimeUnit.SECONDS)) kill();
    }

    /** What the next start runs. */
    synchronized void becomes(List<String> next) {
        command = List.copyOf(next);
    }

    /** As {@code kill -9}, of the process and of what it began. */
    synchronized void kill() throws InterruptedException {
        Process p = process;
        if (p == null) return;
        List<ProcessHandle> children = p.descendants().toList();
        p.destroyForcibly();
        children.forEach(ProcessHandle::destroyForcibly);
        p.waitFor(20, TimeUnit.SECONDS);
    }

    synchronized boolean alive() {
        return process != null && process.isAlive();
    }

    @Override
    public String toString() {
        return name;
    }
}
