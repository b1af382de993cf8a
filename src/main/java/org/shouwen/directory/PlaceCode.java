package org.shouwen.directory;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import org.jspecify.annotations.Nullable;

/**
 * Code of a place that the directory has, such as {@code 210602}: read once, by {@link PlaceReader#one}, where somebody named
 * the place. Whoever takes one neither cleans it nor looks whether it is there. Plain text in JSON.
 */
public record PlaceCode(@JsonValue String text) {
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public PlaceCode {}

    /** Of a column; null where no place is known. */
    public static @Nullable PlaceCode of(@Nullable String stored) {
        return stored == null ? null : new PlaceCode(stored);
    }

    /** For a column; null where no place is known. */
    public static @Nullable String stored(@Nullable PlaceCode place) {
        return place == null ? null : place.text;
    }

    @Override
    public String toString() {
        return text;
    }
}
