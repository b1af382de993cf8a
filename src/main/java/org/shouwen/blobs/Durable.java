package org.shouwen.blobs;

import java.io.IOException;
import java.nio.channels.FileChannel;
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

    /** How a file is named that is not whole yet. */
    static final String DRAFT = ".part";

    /** Under its name the file is there whole or not at all. */
    static void put(Path file, byte[] bytes, Instant at) throws IOException {
        Path folder = Files.createDirectories(file.toAbsolutePath().getParent());
        Path draft = Files.createTempFile(folder, "new", DRAFT);
        Files.write(draft, bytes, StandardOpenOption.WRITE, StandardOpenOption.SYNC);
        Files.setLastModifiedTime(draft, FileTime.from(at));
        Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        try (FileChannel names = FileChannel.open(folder, StandardOpenOption.READ)) {
            names.force(true);
        }
    }
}
