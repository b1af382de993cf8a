package org.shouwen.tables;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/**
 * In which characters a file is written, decided before anything of it is decoded.
 *
 * @param mark how many bytes of a byte-order mark stand before the text
 */
record CharacterSet(Charset charset, int mark) {
    private static final Charset GB18030 = Charset.forName("GB18030");

    /** A share of well-formed bytes below this is chance: GB18030 read as UTF-8 gives a tenth, seldom a half. */
    private static final double MOST = 0.75;

    boolean wide() {
        return charset.equals(StandardCharsets.UTF_16LE) || charset.equals(StandardCharsets.UTF_16BE);
    }

    /**
     * By the mark; else by zero bytes (UTF-16 has them at every tab and line end); else UTF-8 where at least three
     * quarters of the bytes above 0x7F are well-formed sequences of three or four, so that one bad byte changes nothing;
     * else GB18030. Sequences of two do not count: in GB18030 they are common Han characters.
     */
    static CharacterSet of(InputStream in) throws IOException {
        byte[] head = in.readNBytes(3);
        if (starts(head, 0xEF, 0xBB, 0xBF)) return new CharacterSet(StandardCharsets.UTF_8, 3);
        if (starts(head, 0xFF, 0xFE)) return new CharacterSet(StandardCharsets.UTF_16LE, 2);
        if (starts(head, 0xFE, 0xFF)) return new CharacterSet(StandardCharsets.UTF_16BE, 2);
        Count count = new Count();
        for (byte b : head) count.add(b & 0xFF);
        byte[] buffer = new byte[64 * 1024];
        for (int n = in.read(buffer); n > 0; n = in.read(buffer))
            for (int i = 0; i < n; i++) count.add(buffer[i] & 0xFF);
        return new CharacterSet(count.decided(), 0);
    }

    private static boolean starts(byte[] head, int... mark) {
        if (head.length < mark.length) return false;
        for (int i = 0; i < mark.length; i++) if ((head[i] & 0xFF) != mark[i]) return false;
        return true;
    }

    /** Counts high bytes in and out of well-formed sequences, one byte at a time. */
    private static final class Count {
        private long at;
        private long zeroEven;
        private long zeroOdd;
        private long good;
        private long bad;
        private int length;
        private int seen;

        void add(int b) {
            if (b == 0) {
                if (at % 2 == 0) zeroEven++;
                else zeroOdd++;
            }
            at++;
            if (length > 0 && (b & 0xC0) == 0x80) {
                if (++seen == length) end(true);
            } else {
                end(false);
                begin(b);
            }
        }

        private void begin(int b) {
            if (b < 0x80) return;
            length = b >= 0xC2 && b < 0xE0 ? 2 : b >= 0xE0 && b < 0xF0 ? 3 : b >= 0xF0 && b < 0xF5 ? 4 : 0;
            seen = 1;
            if (length == 0) bad++;
        }

        private void end(boolean whole) {
            if (length > 0) {
                if (!whole) bad += seen;
                else if (length > 2) good += seen;
            }
            length = 0;
        }

        Charset decided() {
            end(false);
            if (zeroEven + zeroOdd > 0)
                return zeroOdd >= zeroEven ? StandardCharsets.UTF_16LE : StandardCharsets.UTF_16BE;
            boolean chinese = good + bad > 0 && good >= MOST * (good + bad);
            return at == 0 || chinese ? StandardCharsets.UTF_8 : GB18030;
        }
    }
}
