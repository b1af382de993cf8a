package org.shouwen.regulation;

import org.jspecify.annotations.Nullable;

/**
 * A draft in the city's folder that can not be read; it stops nobody's start and is shown with its place.
 *
 * @param file its name
 * @param line of the file, from 1; 0 where none is known
 * @param key such as {@code limits.receipt}; empty where none is known
 * @param says in Chinese and English what is wrong
 */
public record BrokenEdition(String file, int line, String key, Says says) {
    /** The same in both languages. */
    public record Says(String zh, String en) {}

    /** Thrown while a file is read. */
    static final class Unreadable extends IllegalStateException {
        private static final long serialVersionUID = 1;
        private final transient BrokenEdition broken;

        Unreadable(BrokenEdition broken, @Nullable Throwable cause) {
            super(
                    "%s%s: %s%s"
                            .formatted(
                                    broken.file(),
                                    broken.line() > 0 ? ":" + broken.line() : "",
                                    broken.key().isEmpty() ? "" : broken.key() + " ",
                                    broken.says().en()),
                    cause);
            this.broken = broken;
        }

        BrokenEdition broken() {
            return broken;
        }
    }
}
