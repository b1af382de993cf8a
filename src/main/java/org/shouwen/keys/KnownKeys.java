package org.shouwen.keys;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.List;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Refuses to start when a key is not the one that this database was written with: better no service than new entries
 * under a new key and old ones that nobody can read.
 */
@Component
final class KnownKeys implements InitializingBean {
    /** All that nodes must agree on: with another key a message that came twice is two appeals, and a secret is another one. */
    static final List<String> NAMES = List.of("history", "identity", "look-up", "second-factor", "throttle", "events");

    private final Keys keys;
    private final KeyVersions versions;
    private final JdbcClient jdbc;

    KnownKeys(Keys keys, KeyVersions versions, JdbcClient jdbc) {
        this.keys = keys;
        this.versions = versions;
        this.jdbc = jdbc;
    }

    @Override
    public void afterPropertiesSet() throws Exception {
        for (String name : NAMES) {
            byte[] check = check(name);
            jdbc.sql("insert into keys.known (name, check_value) values (:name, :check) on conflict do nothing")
                    .param("name", name)
                    .param("check", check)
                    .update();
            byte[] known = jdbc.sql("select check_value from keys.known where name = :name")
                    .param("name", name)
                    .query(byte[].class)
                    .single();
            if (!Arrays.equals(known, check)) {
                throw new IllegalStateException(
                        "The key '%s' (or shouwen.crypto) is not the one this database was written with: put back the old one."
                                .formatted(name));
            }
        }
    }

    /** Tells keys apart without telling them: a key of 32 random bytes can't be guessed from its digest. */
    private byte[] check(String name) throws NoSuchAlgorithmException {
        MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
        sha256.update(name.getBytes(StandardCharsets.UTF_8));
        // numbers are found again by their digests: those of one suite can't be found with the other
        if (name.equals("look-up") && versions.suite() != Suite.INTERNATIONAL)
            sha256.update(versions.suite().name().getBytes(StandardCharsets.UTF_8));
        return sha256.digest(keys.key(name));
    }
}
