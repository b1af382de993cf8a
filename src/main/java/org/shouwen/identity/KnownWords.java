package org.shouwen.identity;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/**
 * Whether some characters are a word of the language, told by a set of bits (a Bloom filter) in place of a dictionary:
 * every word is known, and of what is no word about one in fifty seems to be one.
 */
final class KnownWords {
    /** Bits, a power of two. */
    static final int SIZE = 1 << 21;

    private static final class Shipped {
        static final byte[] BITS = load();

        private static byte[] load() {
            try (InputStream in = KnownWords.class.getResourceAsStream("/identity/words.bits")) {
                if (in == null) throw new IllegalStateException("words.bits is missing");
                byte[] bits = in.readAllBytes();
                if (bits.length != SIZE / 8) throw new IOException("not a whole set of words");
                return bits;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private KnownWords() {}

    /** @param b 0 where there is none; then {@code c} and {@code d} are too */
    static boolean has(int a, int b, int c, int d) {
        byte[] bits = Shipped.BITS;
        long h = hash(a, b, c, d);
        return bit(bits, h) && bit(bits, h >>> 21) && bit(bits, h >>> 42);
    }

    static void put(byte[] bits, int a, int b, int c, int d) {
        long h = hash(a, b, c, d);
        for (int shift = 0; shift < 63; shift += 21) {
            int i = (int) (h >>> shift) & (SIZE - 1);
            bits[i >> 3] |= (byte) (1 << (i & 7));
        }
    }

    private static boolean bit(byte[] bits, long h) {
        int i = (int) h & (SIZE - 1);
        return (bits[i >> 3] & (1 << (i & 7))) != 0;
    }

    private static long hash(int a, int b, int c, int d) {
        long h = a * 0x9E3779B97F4A7C15L;
        h = (h ^ (h >>> 29) ^ b) * 0xBF58476D1CE4E5B9L;
        h = (h ^ (h >>> 32) ^ c) * 0x94D049BB133111EBL;
        h = (h ^ (h >>> 29) ^ d) * 0xD6E8FEB86659FD93L;
        return h ^ (h >>> 32);
    }
}
