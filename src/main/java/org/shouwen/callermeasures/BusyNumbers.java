package org.shouwen.callermeasures;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.shouwen.identity.Vault;
import org.shouwen.jdbc.Turns;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Numbers about which something is open or in force, as they are kept and in the form of today. */
@Repository
class BusyNumbers {
    private final JdbcClient jdbc;
    private final Vault vault;

    BusyNumbers(JdbcClient jdbc, Vault vault) {
        this.jdbc = jdbc;
        this.vault = vault;
    }

    Set<String> keys() {
        Map<UUID, String> kept = new HashMap<>();
        jdbc.sql("""
                        select (body::jsonb ->> 'appellant')::uuid as appellant, phone_key from nuisance.ruling
                        where state in ('PROPOSED', 'SECONDED', 'IN_FORCE')
                        """).query(rs -> {
            kept.put(rs.getObject("appellant", UUID.class), rs.getString("phone_key"));
        });
        Set<String> busy = new HashSet<>(kept.values());
        busy.addAll(vault.phoneKeys(kept.keySet()).values());
        return busy;
    }

    /**
     * Whether one is among them, asked by whoever proposes about it: of two at one moment the second sees the first. The
     * lock is held until the transaction ends.
     */
    boolean locked(String key) {
        Turns.await(jdbc, 991, key);
        return keys().contains(key);
    }
}
