package org.shouwen.embedded;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** One server per folder. The system frees the lock when its process ends, however it ends. */
public final class HomeLock implements AutoCloseable {
    /** Of this process: to open such a file a second time and to close it again would free the lock. */
    private static final Set<Path> HELD = ConcurrentHashMap.newKeySet();

    private final FileChannel channel;
    private final Path file;

    private HomeLock(FileChannel channel, Path file) {
        this.channel = channel;
        this.file = file;
    }

    /** @throws CannotStart when another server has the folder, or it is not ours to write */
    public static HomeLock take(Path home, int port) {
        Path file = file(home);
        try {
            Files.createDirectories(home);
            FileChannel channel = FileChannel.open(
                    file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
            if (!locked(channel)) {
                String who = Files.readString(file).strip();
                channel.close();
                throw new CannotStart(
                        "首问已在此目录运行（%s）：请直接使用它，或先停止它。".formatted(who),
                        "Shouwen already runs on this folder (%s): use that one, or stop it first.".formatted(who));
            }
            channel.truncate(0);
            channel.write(ByteBuffer.wrap("pid %d, http://localhost:%d"
                    .formatted(ProcessHandle.current().pid(), port)
                    .getBytes(StandardCharsets.UTF_8)));
            HELD.add(file);
            return new HomeLock(channel, file);
        } catch (AccessDeniedException e) {
            throw CannotStart.notOurs(home);
        } catch (IOException e) {
            throw CannotStart.because(home, e);
        }
    }

    /** Whether a server of another process has the folder; none does where the folder or its lock is not there. */
    static boolean isHeldByAnother(Path home) throws IOException {
        Path file = file(home);
        if (HELD.contains(file) || !Files.exists(file)) return false;
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            return channel.tryLock() == null;
        }
    }

    /** Whoever only looks has the lock for a moment. */
    private static boolean locked(FileChannel channel) throws IOException {
        for (int i = 0; i < 10; i++) {
            if (channel.tryLock() != null) return true;
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(50));
        }
        return false;
    }

    private static Path file(Path home) {
        return home.toAbsolutePath().normalize().resolve("server.lock");
    }

    /** @throws CannotStart when another program listens on the port */
    public static void checkFree(int port) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(port));
        } catch (IOException e) {
            throw new CannotStart(
                    "端口 %d 已被其他程序占用：请停止它，或用 SHOUWEN_PORT 另指定一个端口。".formatted(port),
                    "Port %d is taken by another program: stop it, or set SHOUWEN_PORT to another.".formatted(port));
        }
    }

    @Override
    public void close() {
        HELD.remove(file);
        try {
            channel.close();
        } catch (IOException e) {
            // the process is ending; the system closes it
        }
    }
}
