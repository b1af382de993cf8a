package org.shouwen.keys;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.List;
import org.shouwen.problems.WrongSetting;
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
    public void afterPropertiesSet() {
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
                throw new WrongSetting(
                        "密钥 '%s'（或 shouwen.crypto）与写入本数据库时用的不同：请放回原来的密钥。".formatted(name),
                        "The key '%s' (or shouwen.crypto) is not the one this database was written with: put back the old one."
                                .formatted(name));
            }
        }
        later();
    }

    /** A node that was away while a version of a key was taken up everywhere would read nothing of what others wrote since. */
    private void later() {
        jdbc.sql(
                        "select v.name, v.version, l.check_value from keys.version v left join keys.laid l using (name, version)")
                .query(rs -> {
                    String key = KeyVersions.name(rs.getString(1), rs.getInt(2));
                    byte[] laid = rs.getBytes(3);
                    byte[] here = keys.ifThere(key).orElse(null);
                    if (here == null || (laid != null && !Arrays.equals(laid, digest(key, here))))
                        throw new WrongSetting(
                                "密钥 '%s' 已启用，本机没有或不是同一份：请从其他节点或密钥备份复制到 SHOUWEN_HOME/keys。".formatted(key),
                                "The key '%s', which this database is written with, is not here: copy it from another node or from where the copies lie."
                                        .formatted(key));
                });
    }

    private byte[] check(String name) {
        // numbers are found again by their digests: those of one suite can't be found with the other
        boolean national = name.equals("look-up") && versions.suite() != Suite.INTERNATIONAL;
        return digest(national ? name + versions.suite().name() : name, keys.key(name));
    }

    /** Tells keys apart without telling them: a key of 32 random bytes can't be guessed from its digest. */
    static byte[] digest(String name, byte[] key) {
        try {
            MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
            sha256.update(name.getBytes(StandardCharsets.UTF_8));
            return sha256.digest(key);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
