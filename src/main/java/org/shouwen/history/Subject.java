package org.shouwen.history;

import java.nio.charset.StandardCharsets;
import java.util.UUID;

/**
 * What a chain of history is about.
 *
 * @param kind {@code work_order}, {@code appeal}, {@code account}, {@code unit}, {@code calendar} …
 */
public record Subject(String kind, UUID id) {
    /** A subject that people know by a code, such as a unit or the calendar of a year. */
    public static Subject of(String kind, String code) {
        return new Subject(kind, UUID.nameUUIDFromBytes((kind + ":" + code).getBytes(StandardCharsets.UTF_8)));
    }
}
