package org.shouwen.regulation;

import java.io.IOException;
import java.io.UncheckedIOException;

/** Editions that come along, for tests of the pure centre. */
public final class TestEditions {
    private TestEditions() {}

    public static Edition dandong() {
        try (var in = TestEditions.class.getResourceAsStream("/regulation/dandong-2026.yaml")) {
            return EditionFile.read("dandong-2026.yaml", java.util.Objects.requireNonNull(in));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
