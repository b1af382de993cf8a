package org.shouwen.citizens;

import org.shouwen.keys.Hmac;

/** HMAC-SHA256 of a number under its own key: equal numbers meet, and nobody can try all numbers without the key. */
final class PhoneHash {
    private final Hmac hmac;

    PhoneHash(byte[] key) {
        this.hmac = new Hmac(key);
    }

    byte[] of(Phone phone) {
        return hmac.of("phone:" + phone.main());
    }
}
