package org.shouwen.citizens;

import org.shouwen.keys.Hmac;

/** HMAC of a number under its own key: equal numbers meet, and nobody can try all numbers without the key. */
final class PhoneHash {
    private final Hmac hmac;

    PhoneHash(Hmac hmac) {
        this.hmac = hmac;
    }

    byte[] of(Phone phone) {
        return hmac.of("phone:" + phone.main());
    }
}
