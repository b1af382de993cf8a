package org.shouwen.attachments;

import java.nio.charset.StandardCharsets;

/**
 * Whether a PNG or WebP ends before its own container says it does, as when a transfer broke: the person still has the
 * whole one and is asked for it. A JPEG without its end is drawn as far as it goes and is taken.
 */
final class CutOff {
    private CutOff() {}

    static boolean is(byte[] b) {
        if (text(b, 1, "PNG")) return !png(b);
        return text(b, 0, "RIFF") && text(b, 8, "WEBP") && little(b, 4) + 8 > b.length;
    }

    /** Chunks of length, type, data and checksum follow one another up to IEND. */
    private static boolean png(byte[] b) {
        long at = 8;
        while (at + 12 <= b.length) {
            int here = (int) at;
            if (text(b, here + 4, "IEND")) return true;
            at += 12 + big(b, here);
        }
        return false;
    }

    private static boolean text(byte[] b, int at, String text) {
        return b.length >= at + text.length()
                && new String(b, at, text.length(), StandardCharsets.ISO_8859_1).equals(text);
    }

    /** An unsigned number of four bytes, the first one counting most. */
    private static long big(byte[] b, int at) {
        return ((b[at] & 0xFFL) << 24) | ((b[at + 1] & 0xFFL) << 16) | ((b[at + 2] & 0xFFL) << 8) | (b[at + 3] & 0xFFL);
    }

    private static long little(byte[] b, int at) {
        return ((b[at + 3] & 0xFFL) << 24) | ((b[at + 2] & 0xFFL) << 16) | ((b[at + 1] & 0xFFL) << 8) | (b[at] & 0xFFL);
    }
}
