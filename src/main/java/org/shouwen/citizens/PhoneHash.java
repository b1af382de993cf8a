package org.shouwen.citizens;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.shouwen.keys.Hmac;
import org.shouwen.keys.KeyVersions;

/**
 * HMAC of a number under its own key: equal numbers meet, and nobody can try all numbers without the key. What is kept
 * follows the key's version; what leaves the vault as the number's name does not.
 */
final class PhoneHash {
    static final String KEY = "look-up";

    private final KeyVersions versions;
    private final Map<Integer, Hmac> hmacs = new ConcurrentHashMap<>();

    PhoneHash(KeyVersions versions) {
        this.versions = versions;
    }

    /** To be kept now. */
    byte[] of(Phone phone) {
        return of(phone, versions.takenUp(KEY));
    }

    /** All under which the number may have been kept. */
    List<byte[]> all(Phone phone) {
        return IntStream.rangeClosed(KeyVersions.FIRST, versions.current(KEY))
                .mapToObj(v -> of(phone, v))
                .toList();
    }

    /** The same for as long as the city has its first key, whatever is kept in the vault. */
    byte[] lasting(Phone phone) {
        return of(phone, KeyVersions.FIRST);
    }

    private byte[] of(Phone phone, int version) {
        return hmacs.computeIfAbsent(version, v -> versions.suite().hmac(versions.key(KEY, v)))
                .of("phone:" + phone.main());
    }
}
