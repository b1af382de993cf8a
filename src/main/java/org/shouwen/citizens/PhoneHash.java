package org.shouwen.citizens;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** HMAC-SHA256 of a number under its own key: equal numbers meet, and nobody can try all numbers without the key. */
final class PhoneHash {
    private final SecretKeySpec key;

    PhoneHash(byte[] key) {
        this.key = new SecretKeySpec(key, "HmacSHA256");
    }

    byte[] of(Phone phone) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            return mac.doFinal(("phone:" + phone.main()).getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
