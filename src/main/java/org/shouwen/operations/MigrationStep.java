package org.shouwen.operations;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;

/**
 * What one migration of a rehearsal took. Written as a line of fields with tabs between.
 *
 * @param name its version and words, such as {@code 924 one matter}; {@link #RULES} or {@link #LATER}… for what follows
 * @param millis from its beginning to its end
 * @param blockedMillis how long the table that was closed the longest let nobody write; 0 where none was
 * @param table that table, with its schema; empty where none was closed
 */
record MigrationStep(String name, long millis, long blockedMillis, String table) {
    /** Held rows and the rules for rows, which are applied anew after the last migration. */
    static final String RULES = "rules";

    /** Before the name of what was done beside the writers when all migrations were through. */
    static final String LATER = "later ";

    /** Whether it is a migration of this build, and not what follows all of them. */
    boolean migration() {
        return !name.equals(RULES) && !name.startsWith(LATER);
    }

    void appendTo(Path file) throws IOException {
        Files.writeString(
                file,
                "%s\t%d\t%d\t%s%n".formatted(name, millis, blockedMillis, table),
                StandardCharsets.UTF_8,
                StandardOpenOption.CREATE,
                StandardOpenOption.APPEND);
    }

    static List<MigrationStep> read(Path file) throws IOException {
        if (!Files.exists(file)) return List.of();
        return Files.readAllLines(file).stream()
                .map(line -> line.split("\t", -1))
                .map(f -> new MigrationStep(f[0], Long.parseLong(f[1]), Long.parseLong(f[2]), f[3]))
                .toList();
    }
}
