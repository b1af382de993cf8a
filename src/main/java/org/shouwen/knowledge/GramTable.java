package org.shouwen.knowledge;

import java.util.Arrays;
import java.util.Map;

/** Numbers of grams, without an object for each look-up: a document is looked through character by character. Pure. */
final class GramTable {
    private final long[] codes;
    private final int[] numbers;

    GramTable(Map<Long, Integer> grams) {
        codes = new long[Integer.highestOneBit(Math.max(8, grams.size())) * 4];
        numbers = new int[codes.length];
        Arrays.fill(numbers, -1);
        grams.forEach((code, number) -> {
            int slot = slot(code);
            while (numbers[slot] >= 0) slot = slot + 1 & codes.length - 1;
            codes[slot] = code;
            numbers[slot] = number;
        });
    }

    /** The number of the gram of {@code n} characters that begins at {@code from}, or -1. */
    int find(NormalizedText text, int from, int n) {
        long code = n;
        for (int i = from; i < from + n; i++) code = code << 16 | text.at(i);
        for (int slot = slot(code); numbers[slot] >= 0; slot = slot + 1 & codes.length - 1)
            if (codes[slot] == code) return numbers[slot];
        return -1;
    }

    private int slot(long code) {
        long mixed = code * 0x9E3779B97F4A7C15L;
        return (int) (mixed >>> 40) & codes.length - 1;
    }
}
