package org.shouwen.blobs;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.CopyOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;

/**
 * A file that is there after a power cut once this returns: what a person was told is kept lies on the disk, its bytes and
 * its name, and not only in the machine's memory.
 */
final class Durable {
    private Durable() {}

    /** @param draft in the file's folder, which takes its name whole or not at all */
    static void put(Path draft, byte[] bytes, Instant at, Path file, CopyOption... more) throws IOException {
        Files.write(draft, bytes, StandardOpenOption.WRITE, StandardOpenOption.SYNC);
        Files.setLastModifiedTime(draft, FileTime.from(at));
        CopyOption[] how = new CopyOption[more.length + 1];
        how[0] = StandardCopyOption.ATOMIC_MOVE;
        System.arraycopy(more, 0, how, 1, more.length);
        Files.move(draft, file, how);
        try (FileChannel folder = FileChannel.open(file.toAbsolutePath().getParent(), StandardOpenOption.READ)) {
            folder.force(true);
        }
    }
}
