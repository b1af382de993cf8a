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

/** One server per folder. The system frees the lock when its process ends, however it ends. */
public final class HomeLock implements AutoCloseable {
    private final FileChannel channel;

    private HomeLock(FileChannel channel) {
        this.channel = channel;
    }

    /** @throws CannotStart when another server has the folder, or it is not ours to write */
    public static HomeLock take(Path home, int port) {
        Path file = home.resolve("server.lock");
        try {
            Files.createDirectories(home);
            FileChannel channel = FileChannel.open(
                    file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
            if (channel.tryLock() == null) {
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
            return new HomeLock(channel);
        } catch (AccessDeniedException e) {
            throw CannotStart.notOurs(home);
        } catch (IOException e) {
            throw CannotStart.because(home, e);
        }
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
        try {
            channel.close();
        } catch (IOException e) {
            // the process is ending; the system closes it
        }
    }
}
