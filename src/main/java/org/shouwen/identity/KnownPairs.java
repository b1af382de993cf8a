package org.shouwen.identity;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/**
 * How often two characters stand side by side in ordinary text, in four levels. Where a name stands, the pair of its
 * edge and its neighbour is mostly a rare one; inside a phrase it is a frequent one. The counts are a file of two bits a
 * place (a count-min sketch), made from published messages (decision 48): no pair can be listed from it.
 */
final class KnownPairs {
    /** Places, a power of two. */
    static final int SIZE = 1 << 20;

    /** In how many texts a pair stands at least, by level; fewer than the first: level 0. */
    static final int[] LEAST = {3, 12, 60};

    /** One of the two is no Chinese character. */
    static final int NO_PAIR = 4;

    private static final class Shipped {
        static final byte[] LEVELS = load();

        private static byte[] load() {
            try (InputStream in = KnownPairs.class.getResourceAsStream("/identity/pairs.bits")) {
                if (in == null) throw new IllegalStateException("pairs.bits is missing");
                byte[] levels = in.readAllBytes();
                if (levels.length != SIZE / 4) throw new IOException("not a whole set of pairs");
                return levels;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private KnownPairs() {}

    /** 0 (hardly ever) to 3 (everywhere), or {@link #NO_PAIR}. */
    static int level(int a, int b) {
        if (a < 0x3400 || b < 0x3400) return NO_PAIR;
        byte[] levels = Shipped.LEVELS;
        long h = hash(a, b);
        return Math.min(at(levels, h), at(levels, h >>> 24));
    }

    /** Raises a pair to a level, in a set that is being made. */
    static void put(byte[] levels, int a, int b, int level) {
        long h = hash(a, b);
        raise(levels, h, level);
        raise(levels, h >>> 24, level);
    }

    private static int at(byte[] levels, long h) {
        int i = (int) h & (SIZE - 1);
        return (levels[i >> 2] >> ((i & 3) * 2)) & 3;
    }

    private static void raise(byte[] levels, long h, int level) {
        int i = (int) h & (SIZE - 1);
        if (at(levels, h) < level)
            levels[i >> 2] = (byte) ((levels[i >> 2] & ~(3 << ((i & 3) * 2))) | (level << ((i & 3) * 2)));
    }

    private static long hash(int a, int b) {
        long h = a * 0x9E3779B97F4A7C15L;
        h = (h ^ (h >>> 29) ^ b) * 0xBF58476D1CE4E5B9L;
        h = (h ^ (h >>> 32)) * 0x94D049BB133111EBL;
        return h ^ (h >>> 31);
    }
}
