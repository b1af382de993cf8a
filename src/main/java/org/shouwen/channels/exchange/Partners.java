package org.shouwen.channels.exchange;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.shouwen.keys.Hmac;
import org.shouwen.keys.Keys;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** With whom matters are exchanged, and the secrets of both sides, which are made from a key outside the database. */
@Component
class Partners {
    private final Hmac hmac;
    private final Path home;

    Partners(Keys keys, @Value("${shouwen.home:.shouwen}") Path home) {
        this.hmac = new Hmac(keys.key("events"));
        this.home = home;
    }

    Optional<Partner> find(String code) {
        try {
            return Partner.of(code, home);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether the city has a file of its own for it; one that came along is an example until then. */
    boolean connected(String code) {
        return Files.exists(home.resolve("exchange").resolve(code + ".yaml"));
    }

    /** By code. */
    Map<String, Partner> all() {
        try {
            Map<String, Partner> all = new LinkedHashMap<>();
            for (String code : Partner.codes(home)) find(code).ifPresent(p -> all.put(code, p));
            return all;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    byte[] secret(String code, Partner partner) {
        return hmac.of("exchange:" + code + ":" + partner.secret());
    }

    /** As Standard Webhooks writes it. */
    String shown(String code, Partner partner) {
        return "whsec_" + Base64.getEncoder().encodeToString(secret(code, partner));
    }
}
