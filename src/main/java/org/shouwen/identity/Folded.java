package org.shouwen.identity;

import java.util.Arrays;

/**
 * A text in one spelling and exactly as long as it was, so that places in the one are places in the other: full width
 * becomes ASCII, every dash a dash, every blank a space, and digits in any writing (circled, Chinese, formal) digits.
 */
final class Folded {
    private static final String DIGITS = "零一二三四五六七八九〇壹贰叁肆伍陆柒捌玖○貳參肆伍陸柒捌玖";
    private static final int[] VALUES = {
        0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 0, 2, 3, 4, 5, 6, 7, 8, 9
    };
    private static final String ONES = "幺么"; // so it is said on the telephone
    /** So many digits, parted as numbers are and some of them Chinese, are a number and no count. */
    private static final int LEAST = 7;

    private Folded() {}

    static String of(String text) {
        StringBuilder s = new StringBuilder(text.length());
        boolean chinese = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < 0x3400 || c > 0x9fff) c = fold(c);
            chinese |= VALUE[c] >= 10;
            s.append(c);
        }
        if (chinese) digits(s);
        return s.toString();
    }

    private static void digits(StringBuilder s) {
        int from = 0;
        while (from < s.length()) {
            if (digit(s.charAt(from)) < 0) {
                from++;
                continue;
            }
            int count = 1;
            int end = from + 1;
            int next = next(s, end);
            while (next >= 0) {
                count++;
                end = next + 1;
                next = next(s, end);
            }
            int last = count >= LEAST && begins(s, end) ? end - 1 : end;
            if (count >= LEAST)
                for (int i = from; i < last; i++) {
                    int digit = digit(s.charAt(i));
                    if (digit >= 0) s.setCharAt(i, (char) ('0' + digit));
                }
            from = end;
        }
    }

    /** Whether the last digit rather begins a word behind a number in Arabic digits: 13912345678一直不接. */
    private static boolean begins(StringBuilder s, int end) {
        boolean han = end < s.length() && Character.isIdeographic(s.charAt(end));
        return han && VALUE[s.charAt(end - 1)] >= 10 && s.charAt(end - 2) >= '0' && s.charAt(end - 2) <= '9';
    }

    /** Where the next digit of a number stands, over one mark at most; -1: nowhere. */
    private static int next(StringBuilder s, int at) {
        if (at < s.length() && digit(s.charAt(at)) >= 0) return at;
        boolean parted = at + 1 < s.length() && "- ·.".indexOf(s.charAt(at)) >= 0;
        return parted && digit(s.charAt(at + 1)) >= 0 ? at + 1 : -1;
    }

    /** By character: its value, with ten added when it is a Chinese one; -1: no digit. */
    private static final byte[] VALUE = new byte[0x10000];

    static {
        Arrays.fill(VALUE, (byte) -1);
        for (int i = 0; i < 10; i++) VALUE['0' + i] = (byte) i;
        for (int i = 0; i < DIGITS.length(); i++) VALUE[DIGITS.charAt(i)] = (byte) (10 + VALUES[i]);
        for (int i = 0; i < ONES.length(); i++) VALUE[ONES.charAt(i)] = 11;
    }

    /** The value of a digit in any writing, -1: none. */
    static int digit(char c) {
        return VALUE[c] < 0 ? -1 : VALUE[c] % 10;
    }

    private static char fold(char c) {
        if (c < 0x80) return c == '\t' ? ' ' : c;
        if (c >= '！' && c <= '～') return (char) (c - '！' + '!');
        if (c >= '①' && c <= '⑨') return (char) (c - '①' + '1');
        if (c >= '⑴' && c <= '⑼') return (char) (c - '⑴' + '1');
        if (c >= '❶' && c <= '❾') return (char) (c - '❶' + '1');
        if (c >= '➀' && c <= '➈') return (char) (c - '➀' + '1');
        if (c >= '⁴' && c <= '⁹') return (char) (c - '⁴' + '4');
        return switch (c) {
            case '⓪', '⓿', '⁰' -> '0';
            case '¹' -> '1';
            case '²' -> '2';
            case '³' -> '3';
            case '‐', '‑', '‒', '–', '—', '―', '−', 'ー', '─', '﹣' -> '-';
            case '　', '\u00a0', '\u2002', '\u2003', '\u2009', '\u200b', '\u200c', '\u200d', '\u2060', '\ufeff' -> ' ';
            case '∶', '︰', '﹕' -> ':';
            default -> c;
        };
    }
}
