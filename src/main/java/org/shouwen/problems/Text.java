package org.shouwen.problems;

import java.text.Normalizer;
import org.jspecify.annotations.Nullable;

/** Text as people type it, made fit to store: what all fields of all forms go through. */
public final class Text {
    private Text() {}

    /**
     * Trims, brings line ends to {@code \n}, drops control characters (all but line end and tab) and composes (NFC).
     * Emoji and characters outside the BMP stay.
     */
    public static String clean(@Nullable String typed) {
        if (typed == null) return "";
        StringBuilder out = new StringBuilder(typed.length());
        typed.replace("\r\n", "\n")
                .replace('\r', '\n')
                .codePoints()
                .filter(c -> c == '\n' || c == '\t' || !(Character.isISOControl(c) || isSurrogate(c) || isInvisible(c)))
                .forEach(out::appendCodePoint);
        return Normalizer.normalize(out, Normalizer.Form.NFC).strip();
    }

    /** {@link #clean} of a field that must be there. Lengths count characters as people see them (code points). */
    public static String required(String field, @Nullable String typed, int most) {
        String text = optional(field, typed, most);
        if (text.isEmpty()) throw new BadInput(field, "problems.field.missing");
        return text;
    }

    /** {@link #clean} of a field that may be empty. */
    public static String optional(String field, @Nullable String typed, int most) {
        String text = clean(typed);
        int length = text.codePointCount(0, text.length());
        if (length > most) throw new BadInput(field, "problems.field.too-long", most, length);
        return text;
    }

    /** As much of the beginning as {@code most} characters (code points) hold. */
    public static String head(String text, int most) {
        return text.codePointCount(0, text.length()) <= most
                ? text
                : text.substring(0, text.offsetByCodePoints(0, most));
    }

    /** A lone half of a surrogate pair can't be stored as UTF-8. */
    private static boolean isSurrogate(int codePoint) {
        return codePoint >= 0xD800 && codePoint <= 0xDFFF;
    }

    /** Byte-order mark and the direction overrides that make text read other than it is. */
    private static boolean isInvisible(int codePoint) {
        return codePoint == 0xFEFF
                || (codePoint >= 0x202A && codePoint <= 0x202E)
                || (codePoint >= 0x2066 && codePoint <= 0x2069);
    }
}
