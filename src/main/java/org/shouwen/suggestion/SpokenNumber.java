package org.shouwen.suggestion;

import org.shouwen.regulation.Pure;

/** Numbers as people say them: 三, 两, 十二, 廿三, 45; and digits one after the other: 幺三八. */
@Pure
final class SpokenNumber {
    /** A number of at most two digits, or of one to three characters of Chinese, for regular expressions. */
    static final String PATTERN = "(?:\\d{1,2}|[零〇一二两三四五六七八九十廿]{1,3})";

    private static final String ONES = "零一二三四五六七八九";
    private static final String SPOKEN = "〇两幺洞拐勾俩";
    private static final String MEANT = "0210792";

    private SpokenNumber() {}

    /** 0 to 99; -1 when it is no number. */
    static int of(String said) {
        if (said.isEmpty()) return -1;
        if (said.chars().allMatch(c -> c >= '0' && c <= '9')) return said.length() > 2 ? -1 : Integer.parseInt(said);
        String s = said.replace("廿", "二十");
        int ten = s.indexOf('十');
        if (ten < 0) return s.length() == 1 ? digit(s.charAt(0)) : -1;
        int tens = ten == 0 ? 1 : digit(s.charAt(0));
        int ones = ten == s.length() - 1 ? 0 : digit(s.charAt(ten + 1));
        return ten > 1 || tens < 0 || ones < 0 || s.length() > ten + 2 ? -1 : tens * 10 + ones;
    }

    /** 0 to 9; -1 when the character is no digit in any way of saying it. */
    static int digit(char c) {
        if (c >= '0' && c <= '9') return c - '0';
        int one = ONES.indexOf(c);
        if (one >= 0) return one;
        int spoken = SPOKEN.indexOf(c);
        return spoken < 0 ? -1 : MEANT.charAt(spoken) - '0';
    }
}
