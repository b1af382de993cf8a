package org.shouwen.operations;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** A file that one command at a time has. The system frees it when the command's process ends, however it ends. */
final class FileHold implements AutoCloseable {
    /** Of this process: to open such a file a second time and to close it again would free it. */
    private static final Set<Path> HELD = ConcurrentHashMap.newKeySet();

    private final FileChannel channel;
    private final Path file;

    private FileHold(FileChannel channel, Path file) {
        this.channel = channel;
        this.file = file;
    }

    /**
     * Takes it, and makes it where it is not there.
     *
     * @return empty when another command has it
     * @throws IOException of opening it, or when the disk knows no locks
     */
    static Optional<FileHold> take(Path named) throws IOException {
        Path file = named.toAbsolutePath().normalize();
        if (!HELD.add(file)) return Optional.empty();
        boolean taken = false;
        try {
            FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            try {
                taken = channel.tryLock() != null;
            } finally {
                if (!taken) channel.close();
            }
            return taken ? Optional.of(new FileHold(channel, file)) : Optional.empty();
        } finally {
            if (!taken) HELD.remove(file);
        }
    }

    @Override
    public void close() throws IOException {
        HELD.remove(file);
        channel.close();
    }
}
