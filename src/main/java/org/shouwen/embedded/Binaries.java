package org.shouwen.embedded;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/** PostgreSQL's own programs, unpacked once per version. */
final class Binaries {
    private static final String VERSION = "18.6.0";

    /** What a killed server has left needs some seconds to end on a machine with much to do. */
    private static final int TRIES = 60;

    private final Path folder;

    private Binaries(Path folder) {
        this.folder = folder;
    }

    static Binaries unpack(Path base) throws IOException {
        Path folder = base.resolve("pgsql-" + VERSION);
        if (!Files.isDirectory(folder)) {
            Path draft = Files.createTempDirectory(base, "unpack");
            try (InputStream packed = open()) {
                untar(packed, draft);
                Files.move(draft, folder); // whole or not at all
            } finally {
                Trees.delete(draft);
            }
        }
        return new Binaries(folder);
    }

    /** Runs one of the programs to its end; as root in a user namespace of its own, because PostgreSQL refuses root. */
    void run(Path workingFolder, String program, List<String> arguments) throws IOException {
        List<String> command = new ArrayList<>();
        if (isRoot()) command.addAll(List.of("unshare", "--user"));
        command.add(folder.resolve("bin").resolve(program).toString());
        command.addAll(arguments);
        Path output = Files.createTempFile("shouwen-" + program, ".out");
        try {
            ProcessBuilder builder = new ProcessBuilder(command)
                    .directory(workingFolder.toFile())
                    .redirectErrorStream(true)
                    .redirectInput(
                            ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
                    .redirectOutput(output.toFile()); // a pipe would stay open in the server that pg_ctl leaves behind
            builder.environment().put("LC_ALL", "C.UTF-8");
            builder.environment().keySet().removeIf(k -> k.startsWith("PG"));
            int status = builder.start().waitFor();
            if (status != 0) throw new IOException(program + ": " + lastLines(Files.readString(output)));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(program + " was interrupted", e);
        } finally {
            Files.deleteIfExists(output);
        }
    }

    /** Makes the data folder, whole or not at all; the owner's password is read from a file beside it. */
    void initialise(Path base, Path data, String user) throws IOException {
        Path draft = base.resolve("data.new");
        Trees.delete(draft);
        run(
                base,
                "initdb",
                List.of(
                        "-D",
                        draft.toString(),
                        "-U",
                        user,
                        "--pwfile",
                        base.resolve("password").toString(),
                        "--auth=scram-sha-256",
                        "--encoding=UTF8",
                        "--locale-provider=libc",
                        "--locale=C.UTF-8",
                        "--data-checksums"));
        Files.move(draft, data);
    }

    /**
     * Starts the server on a data folder and waits until it takes connections, recovery after a crash included.
     *
     * @throws IOException with what the server itself says was in its way
     */
    void startServer(Path base, Path data) throws IOException {
        Path log = base.resolve("postgres.log");
        // a restored database first repeats what was archived, which may be days of work
        String patience = Files.exists(data.resolve("recovery.signal")) ? "86400" : "300";
        List<String> start = List.of("-D", data.toString(), "-l", log.toString(), "-w", "-t", patience, "start");
        for (int tries = 1; ; tries++) {
            long before = Files.exists(log) ? Files.size(log) : 0;
            try {
                run(base, "pg_ctl", start);
                return;
            } catch (IOException e) {
                String said = ServerLog.reason(log, before);
                if (tries == TRIES || !ServerLog.othersEnding(said))
                    throw said.isEmpty() ? e : new IOException(said, e);
                LockSupport.parkNanos(TimeUnit.SECONDS.toNanos(1));
            }
        }
    }

    private static String lastLines(String text) {
        List<String> lines = text.lines().filter(l -> !l.isBlank()).toList();
        return String.join(" ", lines.subList(Math.max(0, lines.size() - 4), lines.size()));
    }

    private static boolean isRoot() {
        return "root".equals(System.getProperty("user.name"));
    }

    private static InputStream open() throws IOException {
        String arch = System.getProperty("os.arch").toLowerCase(Locale.ROOT);
        String name = arch.equals("aarch64") ? "postgres-linux-arm_64.txz" : "postgres-linux-x86_64.txz";
        InputStream in = Binaries.class.getClassLoader().getResourceAsStream(name);
        if (in == null || !System.getProperty("os.name").equals("Linux")) {
            throw new CannotStart(
                    "没有适合本机（%s）的自带数据库：请安装 PostgreSQL 15 以上并设置 SHOUWEN_DB_URL。".formatted(arch),
                    "No database comes along for this machine (%s): install PostgreSQL 15 or later and set SHOUWEN_DB_URL."
                            .formatted(arch));
        }
        return in;
    }

    private static void untar(InputStream packed, Path to) throws IOException {
        try (TarArchiveInputStream tar =
                new TarArchiveInputStream(new XZInputStream(packed), StandardCharsets.UTF_8.name())) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                Path file = to.resolve(entry.getName()).normalize();
                if (!file.startsWith(to)) throw new IOException("outside: " + entry.getName());
                if (entry.isDirectory()) Files.createDirectories(file);
                else {
                    Files.createDirectories(file.getParent());
                    if (entry.isSymbolicLink()) Files.createSymbolicLink(file, Path.of(entry.getLinkName()));
                    else {
                        Files.copy(tar, file);
                        Files.setPosixFilePermissions(file, permissions(entry.getMode()));
                    }
                }
            }
        }
    }

    private static Set<PosixFilePermission> permissions(int mode) {
        Set<PosixFilePermission> set = EnumSet.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);
        if ((mode & 0100) != 0) set.add(PosixFilePermission.OWNER_EXECUTE);
        return set;
    }
}
