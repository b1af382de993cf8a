package org.shouwen.operations;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Lists of who was forgotten, of one city and of different age. Brought together a line is never lost, whichever list is
 * the younger: whoever was forgotten stays so (Art. 21).
 */
final class ErasureLists {
    private ErasureLists() {}

    /** Adds the lines of one list to another, which is there whole or as it was; a list that is not there adds nothing. */
    static void add(Path from, Path to) throws IOException {
        Set<String> lines = new LinkedHashSet<>(lines(to));
        if (!lines.addAll(lines(from))) return;
        Files.createDirectories(to.getParent());
        Path draft = to.resolveSibling(to.getFileName() + BackupFolder.PART);
        Files.write(draft, lines);
        Files.move(draft, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private static List<String> lines(Path list) throws IOException {
        try {
            return Files.readAllLines(list);
        } catch (NoSuchFileException e) {
            return List.of();
        }
    }
}
