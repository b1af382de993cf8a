package org.shouwen.knowledge;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.Locale;
import org.shouwen.regulation.Pure;

/**
 * Text as it is compared: NFKC, lower case, without white space. Each character knows from which character of the
 * original it comes, so that a place in it can be shown in the original.
 */
@Pure
final class NormalizedText {
    private final String original;
    private final char[] chars;
    private final int[] origins;

    private NormalizedText(String original, char[] chars, int[] origins) {
        this.original = original;
        this.chars = chars;
        this.origins = origins;
    }

    static NormalizedText of(String original) {
        char[] chars = new char[original.length()];
        int[] origins = new int[original.length()];
        int length = 0;
        for (int i = 0, next; i < original.length(); i = next) {
            int point = original.codePointAt(i);
            next = i + Character.charCount(point);
            String form = isSettled(point) ? original.substring(i, next) : normal(original.substring(i, next));
            for (int k = 0; k < form.length(); k++) {
                if (isSpace(form.charAt(k))) continue;
                if (length == chars.length) {
                    chars = Arrays.copyOf(chars, length * 2 + 16);
                    origins = Arrays.copyOf(origins, length * 2 + 16);
                }
                chars[length] = form.charAt(k);
                origins[length++] = i;
            }
        }
        return new NormalizedText(original, Arrays.copyOf(chars, length), Arrays.copyOf(origins, length));
    }

    /** The whole text in NFKC without white space; letters keep their case. */
    static String withoutSpace(String text) {
        String normal = Normalizer.normalize(text, Normalizer.Form.NFKC);
        StringBuilder kept = new StringBuilder(normal.length());
        for (int i = 0; i < normal.length(); i++) if (!isSpace(normal.charAt(i))) kept.append(normal.charAt(i));
        return kept.toString();
    }

    private static boolean isSettled(int point) {
        return (point >= 0x4E00 && point <= 0x9FFF) || (point >= '0' && point <= '9') || (point >= 'a' && point <= 'z');
    }

    private static String normal(String point) {
        return Normalizer.normalize(point, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    }

    private static boolean isSpace(char c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c) || c == '\uFEFF' || c == '\u200B';
    }

    int length() {
        return chars.length;
    }

    char at(int i) {
        return chars[i];
    }

    boolean isLetterAt(int i) {
        return Character.isLetterOrDigit(chars[i]);
    }

    String slice(int from, int to) {
        return new String(chars, from, to - from);
    }

    /** Where the normalized character number {@code i} stands in the original; its length for the end. */
    int originOf(int i) {
        return i >= origins.length ? original.length() : origins[i];
    }

    boolean isSpaceBefore(int i) {
        return origins[i] > 0 && isSpace(original.charAt(origins[i] - 1));
    }

    String original() {
        return original;
    }

    @Override
    public String toString() {
        return new String(chars);
    }
}
