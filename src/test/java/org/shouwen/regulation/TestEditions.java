package org.shouwen.regulation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** Editions that come along, for tests of the pure centre. */
public final class TestEditions {
    private TestEditions() {}

    public static Edition dandong() {
        return named("dandong-2026");
    }

    public static Edition named(String id) {
        try (var in = TestEditions.class.getResourceAsStream("/regulation/" + id + ".yaml")) {
            return EditionFile.read(
                    id + ".yaml",
                    new String(java.util.Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
