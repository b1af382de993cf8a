package org.shouwen.regulation;

import java.io.IOException;
import java.io.UncheckedIOException;

/** Editions that come along, for tests of the pure centre. */
public final class TestEditions {
    private TestEditions() {}

    public static Edition dandong() {
        return named("dandong-2026");
    }

    public static Edition named(String id) {
        try (var in = TestEditions.class.getResourceAsStream("/regulation/" + id + ".yaml")) {
            return EditionFile.read(id + ".yaml", java.util.Objects.requireNonNull(in));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
