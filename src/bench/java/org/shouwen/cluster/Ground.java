package org.shouwen.cluster;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The folder in which the cluster lies, ports that are free, and the user as whom what refuses root runs. */
final class Ground implements AutoCloseable {
    private static final String DATABASE_USER = "postgres";

    final Path folder;
    private final Set<Integer> given = new HashSet<>();
    private final List<Path> disks = new ArrayList<>();

    Ground() throws IOException {
        folder = Files.createTempDirectory(
                "shouwen-cluster", PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwxr-xr-x")));
    }

    Path make(String name) throws IOException {
        return Files.createDirectories(folder.resolve(name));
    }

    /**
     * Gives a folder a small disk of its own.
     *
     * @throws IllegalStateException where the machine lets nobody mount one
     */
    void disk(Path folder, int megabytes) throws IOException, InterruptedException {
        List<String> mount = List.of("mount", "-t", "tmpfs", "-o", "size=" + megabytes + "m", "shouwen-try", folder.toString());
        Process p = new ProcessBuilder(mount).redirectErrorStream(true).start();
        String said = new String(p.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        if (p.waitFor() != 0)
            throw new IllegalStateException(
                    "这台机器不能挂载小磁盘，满盘试验未做 --disk needs a machine where root may mount tmpfs: " + said.strip());
        disks.add(folder);
    }

    /** What lies on the small disks goes with them; the logs lie beside. */
    void freeDisks() throws IOException {
        for (Path disk : disks) {
            try {
                run(folder, List.of("umount", "-l", disk.toString()));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
        disks.clear();
    }

    Path log(String name) {
        return folder.resolve(name + ".log");
    }

    Path write(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    int port() {
        while (true) {
            try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
                if (given.add(socket.getLocalPort())) return socket.getLocalPort();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    static boolean root() {
        return System.getProperty("user.name").equals("root");
    }

    /** PostgreSQL refuses to run as root. */
    static List<String> asDatabaseUser(List<String> command) {
        if (!root()) return command;
        List<String> all = new ArrayList<>(
                List.of("setpriv", "--reuid=" + DATABASE_USER, "--regid=" + DATABASE_USER, "--init-groups", "--"));
        all.addAll(command);
        return all;
    }

    static void giveToDatabaseUser(Path folder) throws IOException {
        if (!root()) return;
        var users = folder.getFileSystem().getUserPrincipalLookupService();
        Files.setOwner(folder, users.lookupPrincipalByName(DATABASE_USER));
    }

    /** Runs a command to its end. */
    static String run(Path where, List<String> command) throws IOException, InterruptedException {
        Process p = new ProcessBuilder(command)
                .directory(where.toFile())
                .redirectErrorStream(true)
                .start();
        String said = new String(p.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        int status = p.waitFor();
        if (status > 1) throw new IOException(command + " ended with " + status + ": " + said); // 1: ring warnings
        return said;
    }

    @Override
    public void close() throws IOException {
        freeDisks();
        try (var files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) Files.deleteIfExists(file);
        }
    }
}
