package org.shouwen.suggestion;

import java.util.Arrays;

/**
 * Counts of character n-grams, kept by a 32-bit hash of the gram and of the field it stands in. Different grams rarely
 * share a hash (about 30 pairs among 500,000), which a linear model does not feel.
 */
final class GramCounts {
    /** Fields keep their grams apart: {@code 学校} in a title is another feature than in a body. */
    static final int TITLE = 1;

    static final int BODY = 2;

    private int[] keys;
    private int[] counts;
    private int size;

    GramCounts() {
        keys = new int[256];
        counts = new int[256];
    }

    /** Adds one to every gram of {@code least} to {@code most} characters; grams with a space in them are left out. */
    void addGrams(String text, int least, int most, int field) {
        for (int i = 0; i < text.length(); i++) {
            long hash = field;
            for (int n = 1; n <= most && i + n <= text.length(); n++) {
                char c = text.charAt(i + n - 1);
                if (c == ' ') break;
                hash = hash * 1_000_003 + c + 1;
                if (n >= least) add(key(hash), 1);
            }
        }
    }

    /** The key under which a gram of a field is counted; never 0. */
    static int keyOf(String gram, int field) {
        long hash = field;
        for (int i = 0; i < gram.length(); i++) hash = hash * 1_000_003 + gram.charAt(i) + 1;
        return key(hash);
    }

    private static int key(long hash) {
        long x = hash;
        x ^= x >>> 33;
        x *= 0xff51afd7ed558ccdL;
        x ^= x >>> 33;
        x *= 0xc4ceb9fe1a85ec53L;
        x ^= x >>> 33;
        return (int) x == 0 ? 1 : (int) x;
    }

    /** @param key not 0 */
    void add(int key, int count) {
        if (size * 2 >= keys.length) grow();
        int i = slot(keys, key);
        if (keys[i] == 0) {
            keys[i] = key;
            size++;
        }
        counts[i] += count;
    }

    int size() {
        return size;
    }

    /** How often the key was counted; 0 if never. */
    int count(int key) {
        return counts[slot(keys, key)];
    }

    /** All keys counted at least {@code least} times, ascending. */
    int[] keysCounted(int least) {
        int[] found = new int[size];
        int n = 0;
        for (int i = 0; i < keys.length; i++) if (keys[i] != 0 && counts[i] >= least) found[n++] = keys[i];
        int[] sorted = Arrays.copyOf(found, n);
        Arrays.sort(sorted);
        return sorted;
    }

    private void grow() {
        int[] oldKeys = keys;
        int[] oldCounts = counts;
        keys = new int[oldKeys.length * 2];
        counts = new int[oldKeys.length * 2];
        for (int j = 0; j < oldKeys.length; j++) {
            if (oldKeys[j] == 0) continue;
            int i = slot(keys, oldKeys[j]);
            keys[i] = oldKeys[j];
            counts[i] = oldCounts[j];
        }
    }

    private static int slot(int[] keys, int key) {
        int mask = keys.length - 1;
        int i = key & mask;
        while (keys[i] != 0 && keys[i] != key) i = (i + 1) & mask;
        return i;
    }
}
