package org.shouwen.cluster;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Debian's packages of which the cluster is made; installed where this is root, otherwise named in one line. */
final class Packages {
    private static final Map<String, String> BY_PROGRAM = new TreeMap<>(Map.of(
            "/usr/lib/postgresql/15/bin/postgres", "postgresql-15",
            "/usr/bin/patroni", "patroni",
            "/usr/bin/etcd", "etcd-server",
            "/usr/sbin/haproxy", "haproxy",
            "/usr/bin/swift-proxy-server", "swift-proxy",
            "/usr/bin/swift-account-server", "swift-account",
            "/usr/bin/swift-container-server", "swift-container",
            "/usr/bin/swift-object-server", "swift-object"));

    private Packages() {}

    /** @return whether all are there, and memory that processes share is open to the database's user */
    static boolean ensure(PrintStream progress) throws IOException, InterruptedException {
        if (!sharedMemory(Path.of("/dev/shm"))) {
            progress.println("/dev/shm 不可用，数据库用户无法选主，请先执行 Patroni's semaphores need it, first run as root:"
                    + " mount -t tmpfs -o mode=1777 tmpfs /dev/shm");
            return false;
        }
        List<String> missing = missing();
        if (missing.isEmpty()) return true;
        String install =
                "apt-get install -y --no-install-recommends -o DPkg::Lock::Timeout=300 " + String.join(" ", missing);
        if (!Ground.root() || !Files.exists(Path.of("/usr/bin/apt-get"))) {
            progress.println("缺少软件包，请先执行 packages are missing, first run: sudo " + install);
            return false;
        }
        progress.println("安装 installing " + String.join(" ", missing) + " …");
        // a source that does not answer keeps nothing back that the others have
        Process apt = new ProcessBuilder("bash", "-c", "apt-get update -q; DEBIAN_FRONTEND=noninteractive " + install)
                .redirectErrorStream(true)
                .start();
        String said = new String(apt.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        apt.waitFor();
        missing = missing();
        if (!missing.isEmpty()) {
            progress.println("没有装成 could not be installed: " + missing);
            said.lines().filter(l -> l.startsWith("E:")).limit(3).forEach(progress::println);
        }
        return missing.isEmpty();
    }

    /** Patroni elects nobody where its user can make no semaphore, and says only that it is a bug. */
    static boolean sharedMemory(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) return false;
        return Ground.root()
                ? Files.getPosixFilePermissions(folder)
                        .containsAll(Set.of(PosixFilePermission.OTHERS_WRITE, PosixFilePermission.OTHERS_EXECUTE))
                : Files.isWritable(folder);
    }

    private static List<String> missing() {
        List<String> missing = new ArrayList<>();
        BY_PROGRAM.forEach((program, name) -> {
            if (!Files.exists(Path.of(program))) missing.add(name);
        });
        return missing;
    }
}
