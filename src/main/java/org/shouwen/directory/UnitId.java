package org.shouwen.directory;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** Code of a unit (承办单位), short, stable and known to people, such as {@code heating}; plain text in JSON. */
public record UnitId(@JsonValue String code) implements Comparable<UnitId> {
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public UnitId {}

    @Override
    public int compareTo(UnitId other) {
        return code.compareTo(other.code);
    }

    @Override
    public String toString() {
        return code;
    }
}
