package org.shouwen.identity;

/**
 * What speaks for or against a personal name at a place of a text: its characters, what stands before and behind, and
 * the words of {@link NameCues} next to it. Each feature is a number below {@link #SIZE}; two may fall together.
 */
final class NameFeatures {
    static final int BITS = 18;
    static final int SIZE = 1 << BITS;

    /** No place has more. */
    static final int MOST = 48;

    private final int[] found = new int[MOST];
    private int count;

    /**
     * @param text code points, folded
     * @param from first character of the family name
     * @param to the one after the name
     * @param surname how many characters the family name has
     */
    void read(int[] text, int from, int to, int surname) {
        count = 0;
        int shape = (to - from) * 2 + surname;
        int s0 = text[from];
        int g1 = at(text, from + surname);
        int g2 = to - from - surname > 1 ? text[from + surname + 1] : 0;
        int l1 = at(text, from - 1);
        int l2 = at(text, from - 2);
        int l3 = at(text, from - 3);
        int r1 = at(text, to);
        int r2 = at(text, to + 1);
        int r3 = at(text, to + 2);
        int last = text[to - 1];
        int before = NameCues.before(text, from);
        int behind = NameCues.behind(text, to);
        add(1, shape, 0, 0);
        add(2, s0, shape, 0);
        add(3, g1, g2 == 0 ? 1 : 0, 0);
        add(4, g2, 0, 0);
        add(5, s0, g1, 0);
        add(6, g1, g2, g2 == 0 ? s0 : 0);
        add(7, l1, 0, 0);
        add(8, l1, l2, 0);
        add(9, l1, l2, l3);
        add(10, r1, shape, 0);
        add(11, r1, r2, 0);
        add(12, r1, r2, r3);
        add(13, l1, s0, 0);
        add(14, l1, s0, g1);
        add(15, l2, l1, s0);
        add(16, last, r1, 0);
        add(17, last, r1, r2);
        add(18, text[to - 2], last, r1);
        add(19, kind(l1), kind(r1), shape);
        add(20, before, shape, 0);
        add(21, behind, shape, 0);
        add(22, before, behind, 0);
        add(23, before, kind(r1), 0);
        add(24, kind(l1), behind, 0);
        add(25, s0, before == 0 && behind == 0 ? 1 : 0, 0);
        add(26, NameCues.likely(g1), g2 == 0 ? -1 : NameCues.likely(g2), 0);
        add(27, r1, g2 == 0 ? 1 : 0, before == 0 ? 0 : 1);
        add(28, l1, r1, 0);
        boolean three = g2 != 0;
        int words = words(text, from, to, surname);
        add(29, words & 31, three ? 1 : 0, 0);
        add(30, words & 224, three ? 1 : 0, 0);
        add(31, words, shape, 0);
        add(32, words, before, behind);
        add(33, words & 9, s0, 0);
        int here = (words & 9) * 2 + (three ? 1 : 0);
        add(34, l1, l2, here);
        add(35, r1, r2, here);
        add(36, before, behind, kind(l1) * 9 + kind(r1));
        int entry = KnownPairs.level(l1, s0);
        int exit = KnownPairs.level(last, r1);
        int seams = entry * 8 + exit;
        add(37, seams, here, 0);
        add(38, KnownPairs.level(s0, g1), three ? KnownPairs.level(g1, g2) : 9, here);
        add(39, before, behind, seams);
        add(40, before, exit, here);
        add(41, behind, entry, here);
        add(42, before, r1, r2);
        add(43, behind, l1, l2);
    }

    /** Eight bits: words of the dictionary that the place is, holds, or crosses the edges of. */
    static int words(int[] text, int from, int to, int surname) {
        int s0 = text[from];
        int g1 = at(text, from + surname);
        int g2 = to - from - surname > 1 ? text[from + surname + 1] : 0;
        int l1 = at(text, from - 1);
        int l2 = at(text, from - 2);
        int r1 = at(text, to);
        int r2 = at(text, to + 1);
        int last = text[to - 1];
        boolean three = g2 != 0;
        boolean word = surname == 1 && KnownWords.has(s0, g1, g2, 0);
        boolean half = three && surname == 1 && KnownWords.has(s0, g1, 0, 0);
        boolean rest = three && KnownWords.has(g1, g2, 0, 0);
        boolean into = KnownWords.has(l1, s0, 0, 0) || KnownWords.has(l2, l1, s0, 0);
        boolean through = KnownWords.has(l1, s0, g1, 0) || KnownWords.has(l2, l1, s0, g1);
        boolean out = KnownWords.has(last, r1, 0, 0) || KnownWords.has(last, r1, r2, 0);
        boolean over = KnownWords.has(text[to - 2], last, r1, 0) || KnownWords.has(text[to - 2], last, r1, r2);
        boolean longer = KnownWords.has(s0, g1, g2 == 0 ? r1 : g2, g2 == 0 ? r2 : r1);
        return bit(word, 1)
                | bit(half, 2)
                | bit(rest, 4)
                | bit(into, 8)
                | bit(through, 16)
                | bit(out, 32)
                | bit(over, 64)
                | bit(longer, 128);
    }

    private static int bit(boolean holds, int value) {
        return holds ? value : 0;
    }

    int count() {
        return count;
    }

    int feature(int i) {
        return found[i];
    }

    private static int at(int[] text, int i) {
        return i >= 0 && i < text.length ? text[i] : '\n';
    }

    /** 0 end or line, 1 space, 2 digit, 3 letter, 4 Chinese, 5 list mark, 6 colon, 7 bracket, 8 other. */
    static int kind(int c) {
        if (c == '\n' || c == '\r') return 0;
        if (c == ' ' || c == '\t') return 1;
        if (c >= '0' && c <= '9') return 2;
        if (Character.isIdeographic(c)) return 4;
        if (c < 128 && Character.isLetter(c)) return 3;
        if (c == '、' || c == ',' || c == ';' || c == '/') return 5;
        if (c == ':') return 6;
        if (c == '(' || c == ')') return 7;
        return 8;
    }

    private void add(int type, int a, int b, int c) {
        int h = type * 0x9E3779B1;
        h = (h ^ a) * 0x85EBCA6B;
        h = (h ^ (h >>> 15) ^ b) * 0xC2B2AE35;
        h = (h ^ (h >>> 13) ^ c) * 0x27D4EB2F;
        h ^= h >>> 16;
        found[count++] = h & (SIZE - 1);
    }
}
