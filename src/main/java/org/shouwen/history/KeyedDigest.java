package org.shouwen.history;

import java.util.Base64;
import org.jspecify.annotations.Nullable;

/**
 * A keyed digest as an event keeps it: {@code version:base64}. The version says which parts were digested and in which
 * order; a digest without one has version 1. What is digested otherwise gets the next version, and what was digested
 * before is worked out as its own version says.
 */
public final class KeyedDigest {
    /** The version of all digests until now. */
    public static final int FIRST = 1;

    private static final String FIRST_MARK = FIRST + ":";

    private KeyedDigest() {}

    /** @param mac of the parts that version 1 names */
    public static String first(byte[] mac) {
        return FIRST_MARK + Base64.getEncoder().encodeToString(mac);
    }

    /**
     * Whether what is kept is the digest that was worked out now.
     *
     * @param kept null when nothing was digested
     * @param now likewise, in version 1
     * @throws IllegalStateException when a later version of the program wrote what is kept
     */
    public static boolean fits(@Nullable String kept, @Nullable String now) {
        if (kept == null || now == null) return kept == null && now == null;
        int mark = kept.indexOf(':');
        if (mark >= 0 && !kept.startsWith(FIRST_MARK))
            throw new IllegalStateException("a digest of version " + kept.substring(0, mark) + " is not known");
        return bare(kept).equals(bare(now));
    }

    private static String bare(String digest) {
        return digest.substring(digest.indexOf(':') + 1);
    }
}
