package org.shouwen.directory;

/** Code of a unit (承办单位), short, stable and known to people, such as {@code dd-heating}. */
public record UnitId(String code) implements Comparable<UnitId> {
    @Override
    public int compareTo(UnitId other) {
        return code.compareTo(other.code);
    }

    @Override
    public String toString() {
        return code;
    }
}
