package org.shouwen.acts;

import java.util.Collection;
import java.util.List;

/**
 * One field of an act, the same for its form and for the API.
 *
 * @param name as the form names its input and JSON its property; {@code a.b} is property {@code b} of object {@code a}
 * @param required whether the act is refused as bad input (status 422) without it; what the regulation asks for is not
 *     required here, and refused by its clause behind the door (status 409)
 * @param most characters (code points) that one value may have
 * @param allowed the only values it may have; empty when others decide on that
 * @param missing message key that is told when it is required and not there
 */
public record Field(String name, Kind kind, boolean required, int most, List<String> allowed, String missing) {
    /** Characters of a text of several sentences. */
    public static final int LONG = 10_000;

    private static final int CODE = 40;

    /** What a value is read as. */
    public enum Kind {
        TEXT,
        INTEGER,
        /** {@code true}, {@code yes} or {@code on}, {@code false} or {@code no}; not given is false where not required. */
        YES_OR_NO,
        /** With an offset, or without one in the time of the city; to be written as {@code 2026-09-30T10:00}. */
        TIME,
        /** A day in the city, as {@code 2026-09-30}. */
        DATE,
        ID,
        /** The number of an appeal or order, however it was copied. */
        NUMBER,
        CODES,
        IDS;

        boolean many() {
            return this == CODES || this == IDS;
        }
    }

    public Field {
        allowed = List.copyOf(allowed);
    }

    public static Field text(String name, int most) {
        return of(name, Kind.TEXT, most);
    }

    /** The code of a unit, a class, a kind: what it may be is known behind the door. */
    public static Field code(String name) {
        return of(name, Kind.TEXT, CODE);
    }

    public static Field codes(String name) {
        return of(name, Kind.CODES, CODE);
    }

    /** One of the constants, by its name. */
    public static <E extends Enum<E>> Field oneOf(String name, Collection<E> of) {
        return new Field(name, Kind.TEXT, true, CODE, names(of), MISSING);
    }

    /** Several of the constants, by their names. */
    public static <E extends Enum<E>> Field someOf(String name, Collection<E> of) {
        return new Field(name, Kind.CODES, true, CODE, names(of), MISSING);
    }

    public static Field integer(String name) {
        return of(name, Kind.INTEGER, CODE);
    }

    public static Field yesOrNo(String name) {
        return of(name, Kind.YES_OR_NO, CODE);
    }

    public static Field time(String name) {
        return of(name, Kind.TIME, CODE);
    }

    public static Field date(String name) {
        return of(name, Kind.DATE, CODE);
    }

    public static Field id(String name) {
        return of(name, Kind.ID, CODE);
    }

    public static Field ids(String name) {
        return of(name, Kind.IDS, CODE);
    }

    public static Field number(String name) {
        return of(name, Kind.NUMBER, 100);
    }

    public Field optional() {
        return new Field(name, kind, false, most, allowed, missing);
    }

    /** With another sentence for when it is not there. */
    public Field missing(String key) {
        return new Field(name, kind, required, most, allowed, key);
    }

    private static final String MISSING = "problems.field.missing";

    private static Field of(String name, Kind kind, int most) {
        return new Field(name, kind, true, most, List.of(), MISSING);
    }

    private static <E extends Enum<E>> List<String> names(Collection<E> of) {
        return of.stream().map(Enum::name).toList();
    }
}
