package org.shouwen.regulation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;

/** Editions without an application around them. */
public final class EditionsForTest {
    private EditionsForTest() {}

    public static Editions read(String city, Path home) {
        try {
            return new Editions(city, home);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
