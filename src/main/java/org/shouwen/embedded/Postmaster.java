package org.shouwen.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** The server process that holds a data folder, as its {@code postmaster.pid} and the process table tell. */
record Postmaster(long pid, int port) {
    private static final int PATIENCE_SECONDS = 60;

    /** The live server on this folder: ours, or an orphan whose application was killed. */
    static Optional<Postmaster> find(Path data) throws IOException {
        List<String> lines;
        try {
            lines = Files.readAllLines(data.resolve("postmaster.pid"));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
        if (lines.size() < 8 || !lines.get(7).strip().equals("ready")) return Optional.empty();
        long pid = Long.parseLong(lines.getFirst().strip());
        return isPostgres(pid, data)
                ? Optional.of(new Postmaster(pid, Integer.parseInt(lines.get(3).strip())))
                : Optional.empty();
    }

    /**
     * A killed server may linger for seconds until the system has buried it and its children; PostgreSQL would refuse
     * to start beside them. Waits for them, and clears away a pid file that names a process of someone else.
     */
    static void awaitDeath(Path data) throws IOException {
        Path file = data.resolve("postmaster.pid");
        if (!Files.exists(file)) return;
        OptionalLong named = named(data);
        if (named.isEmpty()) {
            Files.deleteIfExists(file);
            return;
        }
        long pid = named.getAsLong();
        for (int i = 0; i < PATIENCE_SECONDS * 10; i++) {
            if (!ProcessHandle.of(pid).map(ProcessHandle::isAlive).orElse(false) || isZombie(pid)) break;
            if (!isPostgres(pid, data)) {
                Files.deleteIfExists(file); // the number went to another program
                return;
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(100));
        }
        for (int i = 0; i < PATIENCE_SECONDS * 10 && (hasChildren(data) || isZombie(pid)); i++) {
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(100));
        }
    }

    /**
     * A server that recovers counts as started before it takes anybody in. Waits until it does, however long.
     *
     * @throws IOException when it ended meanwhile
     */
    static void awaitOpen(Path data) throws IOException {
        while (find(data).isEmpty()) {
            if (!Files.exists(data.resolve("postmaster.pid"))) throw new IOException("the recovery ended by itself");
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(50));
        }
    }

    /** Whether a server has the folder, also one that still starts or recovers. */
    static boolean isThere(Path data) throws IOException {
        OptionalLong named = named(data);
        return named.isPresent() && isPostgres(named.getAsLong(), data);
    }

    /** Whom the pid file names; one that was torn by a crash names nobody. */
    private static OptionalLong named(Path data) throws IOException {
        try {
            return OptionalLong.of(Long.parseLong(Files.readAllLines(data.resolve("postmaster.pid"))
                    .getFirst()
                    .strip()));
        } catch (NoSuchFileException | NoSuchElementException | NumberFormatException e) {
            return OptionalLong.empty();
        }
    }

    private static boolean isPostgres(long pid, Path data) {
        try {
            String command = Files.readString(Path.of("/proc", Long.toString(pid), "cmdline"));
            return command.contains("postgres") && command.contains(data.toString());
        } catch (IOException e) {
            return !Files.isDirectory(Path.of("/proc/self"))
                    && ProcessHandle.of(pid).map(ProcessHandle::isAlive).orElse(false);
        }
    }

    private static boolean isZombie(long pid) {
        try {
            return Files.readString(Path.of("/proc", Long.toString(pid), "stat"))
                    .contains(") Z ");
        } catch (IOException e) {
            return false;
        }
    }

    /** Backends that outlived their postmaster still work in the folder. */
    private static boolean hasChildren(Path data) {
        return ProcessHandle.allProcesses().anyMatch(p -> {
            try {
                Path proc = Path.of("/proc", Long.toString(p.pid()));
                return Files.readString(proc.resolve("cmdline")).startsWith("postgres:")
                        && Files.readSymbolicLink(proc.resolve("cwd")).equals(data);
            } catch (IOException e) {
                return false;
            }
        });
    }
}
