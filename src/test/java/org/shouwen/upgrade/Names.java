package org.shouwen.upgrade;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/** Names that stand in databases, files and integrations: a line each, what it is and the names. */
final class Names {
    private Names() {}

    static Map<String, List<String>> pinned() {
        try (InputStream in =
                Objects.requireNonNull(Names.class.getResourceAsStream("/golden/v1/names.txt"), "names.txt")) {
            Map<String, List<String>> pinned = new TreeMap<>();
            new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .forEach(line -> {
                        String[] parts = line.split(": ", 2);
                        // of two lines the second would hide what only the first pins
                        if (pinned.put(parts[0], List.of(parts[1].split(", "))) != null)
                            throw new IllegalStateException("names.txt has two lines of " + parts[0]);
                    });
            return pinned;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
