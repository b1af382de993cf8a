package org.shouwen.search;

import org.shouwen.regulation.Pure;

/** Writes words in one way, character by character, so that a place in the folded words is the same place in the words. */
@Pure
final class FoldedText {
    private FoldedText() {}

    /** Small letters and half width; line ends and other blanks become one kind of blank. */
    static String of(String words) {
        char[] folded = words.toCharArray();
        for (int i = 0; i < folded.length; i++) folded[i] = fold(folded[i]);
        return new String(folded);
    }

    private static char fold(char c) {
        if (c >= '\u4E00' && c <= '\u9FFF') return c; // most of what is written here is as it is
        if (c >= '\uFF01' && c <= '\uFF5E' && Character.isLetterOrDigit(c))
            return Character.toLowerCase((char) (c - 0xFEE0));
        if (c == '\n') return c;
        if (c == 0 || Character.isWhitespace(c) || Character.isSpaceChar(c)) return ' ';
        char small = Character.toLowerCase(c);
        return Character.isSurrogate(small) ? c : small;
    }
}
