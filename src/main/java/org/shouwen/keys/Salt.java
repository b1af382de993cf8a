package org.shouwen.keys;

import java.security.SecureRandom;
import java.util.Base64;

/**
 * Goes into the digests of what a person said and is forgotten with the person: from then on nobody can find out by
 * trying what had been said, not even with the key.
 */
public final class Salt {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int BYTES = 32;

    private Salt() {}

    public static String fresh() {
        byte[] salt = new byte[BYTES];
        RANDOM.nextBytes(salt);
        return Base64.getEncoder().encodeToString(salt);
    }
}
