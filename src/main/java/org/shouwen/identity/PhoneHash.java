package org.shouwen.identity;

import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.shouwen.keys.Hmac;
import org.shouwen.keys.KeyVersions;
import org.springframework.stereotype.Component;

/**
 * HMAC of a number under its own key: equal numbers meet, and nobody can try all numbers without the key. What is kept
 * follows the key's version; what leaves the vault as the number's name does not.
 */
@Component
final class PhoneHash {
    static final String KEY = "look-up";

    private final KeyVersions versions;
    private final CityNumbers numbers;
    private final NumberForms areas;
    private final Map<Integer, Hmac> hmacs = new ConcurrentHashMap<>();

    PhoneHash(KeyVersions versions, CityNumbers numbers, NumberForms areas) {
        this.versions = versions;
        this.numbers = numbers;
        this.areas = areas;
    }

    /** To be kept now. */
    byte[] of(Phone phone) {
        return of(numbers.whole(phone).main(), versions.takenUp(KEY));
    }

    /** All under which the number may have been kept: in each form, under each version of the key. */
    List<byte[]> all(Phone phone) {
        return forms(phone).stream()
                .flatMap(form -> IntStream.rangeClosed(KeyVersions.FIRST, versions.current(KEY))
                        .mapToObj(v -> of(form, v)))
                .toList();
    }

    /** The same for as long as the city has its first key, whatever is kept in the vault. */
    String lasting(Phone phone) {
        return lasting(numbers.whole(phone).main());
    }

    /** {@link #lasting} of each form in which the number may have been named, today's first. */
    Set<String> lastingForms(Phone phone) {
        Set<String> all = new LinkedHashSet<>();
        for (String form : forms(phone)) all.add(lasting(form));
        return all;
    }

    private Set<String> forms(Phone phone) {
        return numbers.forms(phone, areas.areas());
    }

    private String lasting(String form) {
        return HexFormat.of().formatHex(of(form, KeyVersions.FIRST));
    }

    private byte[] of(String form, int version) {
        return hmacs.computeIfAbsent(version, v -> versions.suite().hmac(versions.key(KEY, v)))
                .of("phone:" + form);
    }
}
