package org.shouwen.guards;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Where modules lie. */
final class Modules {
    static final Path MAIN = Path.of("src/main/java/org/shouwen");

    private Modules() {}

    /** Holds modules and is one itself: {@code channels.boards} lies in the folder {@code channels/boards}. */
    static final String CHANNELS = "channels";

    /** The module that a Java file belongs to; {@code /} when it is the house's own. */
    static String of(Path file) {
        Path inside = MAIN.relativize(file);
        if (inside.getNameCount() < 2) return "/";
        String first = inside.getName(0).toString();
        return first.equals(CHANNELS) && inside.getNameCount() > 2 ? first + "." + inside.getName(1) : first;
    }

    /** The folders of all modules, in the order of their names. */
    static List<Path> folders() {
        List<Path> folders = new ArrayList<>(inside(MAIN));
        folders.addAll(inside(MAIN.resolve(CHANNELS)));
        return folders.stream().sorted().toList();
    }

    private static List<Path> inside(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(Files::isDirectory).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
