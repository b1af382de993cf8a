package org.shouwen.embedded;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Tells a full disk from other faults of writing, whatever language the system speaks. */
public final class FullDisk {
    /** As the system says it, in English and Chinese: no room, and no more allowed to the user. */
    private static final List<String> WORDS = List.of("No space left", "没有空间", "Disk quota", "磁盘限额", "磁盘配额");

    /** Bytes with which nothing can be written any more. */
    private static final long NEXT_TO_NOTHING = 1 << 20;

    private FullDisk() {}

    /**
     * Whether a fault comes from a full disk: by its words, else by what is free.
     *
     * @param place where it was to be written; it need not be there yet
     */
    public static boolean is(IOException e, Path place) {
        for (Throwable t = e; t != null; t = t.getCause()) {
            String words = String.valueOf(t.getMessage());
            if (WORDS.stream().anyMatch(words::contains)) return true;
        }
        return !(e instanceof AccessDeniedException) && !(e instanceof NoSuchFileException) && hasNoRoom(place);
    }

    private static boolean hasNoRoom(Path place) {
        try {
            Path there = existing(place);
            if (there == null) return false;
            FileStore disk = Files.getFileStore(there);
            return !disk.isReadOnly() && disk.getUsableSpace() < NEXT_TO_NOTHING;
        } catch (IOException | SecurityException unknown) {
            return false;
        }
    }

    private static @Nullable Path existing(Path place) {
        Path there = place.toAbsolutePath();
        while (there != null && !Files.exists(there)) there = there.getParent();
        return there;
    }
}
