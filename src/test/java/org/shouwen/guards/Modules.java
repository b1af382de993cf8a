package org.shouwen.guards;

import java.nio.file.Path;

/** Where modules lie. */
final class Modules {
    static final Path MAIN = Path.of("src/main/java/org/shouwen");

    private Modules() {}

    /** The module that a Java file belongs to; {@code /} when it is the house's own. */
    static String of(Path file) {
        Path inside = MAIN.relativize(file);
        return inside.getNameCount() > 1 ? inside.getName(0).toString() : "/";
    }
}
