package org.shouwen.keys;

import java.sql.Timestamp;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Later versions of keys on their way to all nodes: laid first, written with as soon as each node that runs holds them, so
 * that none meets a value that it can't read.
 */
@Component
public class LaidKeys {
    private static final String WAITING =
            "l.version > coalesce((select max(v.version) from keys.version v where v.name = l.name), 1)";

    /** By the database's clock, the one that all nodes have; who has not told for so long does not run. */
    private static final String RUNNING = "n.seen > clock_timestamp() - interval '1 minute'";

    private final Keys keys;
    private final KeyVersions versions;
    private final JdbcClient jdbc;
    private final InstantSource clock;

    LaidKeys(Keys keys, KeyVersions versions, JdbcClient jdbc, InstantSource clock) {
        this.keys = keys;
        this.versions = versions;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    private record Laid(String name, int version, byte[] check) {
        String key() {
            return KeyVersions.name(name, version);
        }

        String told() {
            return key() + ":" + HexFormat.of().formatHex(check);
        }
    }

    /**
     * Makes the next version of a key, or finds the one that waits; nothing is written under it yet.
     *
     * @return its name, such as {@code identity.2}; empty when another node laid it and it is not here
     */
    @Transactional
    public Optional<String> lay(String name) {
        Optional<Laid> there =
                waiting().stream().filter(l -> l.name().equals(name)).findFirst();
        if (there.isPresent()) return there.filter(this::holds).map(Laid::key);
        int next = versions.next(name);
        String key = KeyVersions.name(name, next);
        keys.make(key);
        jdbc.sql("insert into keys.laid (name, version, check_value, at) values (:name, :version, :check, :at)")
                .param("name", name)
                .param("version", next)
                .param("check", KnownKeys.digest(key, keys.key(key)))
                .param("at", Timestamp.from(clock.instant()))
                .update();
        return Optional.of(key);
    }

    /** Whether what a command finds is what the server on the same folder finds. */
    public boolean inFiles(String name) {
        return keys.inFiles(name);
    }

    /** A node tells that it runs, and what it holds of what waits. */
    @Transactional
    public void tell(String node) {
        String[] holds = waiting().stream().filter(this::holds).map(Laid::told).toArray(String[]::new);
        jdbc.sql("""
                        insert into keys.node (node, seen, holds) values (:node, clock_timestamp(), :holds)
                        on conflict (node) do update set seen = excluded.seen, holds = excluded.holds
                        """).param("node", node).param("holds", holds).update();
        jdbc.sql("delete from keys.node where seen < clock_timestamp() - interval '1 day'")
                .update();
    }

    private boolean holds(Laid laid) {
        try {
            return keys.ifThere(laid.key())
                    .map(k -> Arrays.equals(KnownKeys.digest(laid.key(), k), laid.check()))
                    .orElse(false);
        } catch (IllegalArgumentException e) {
            return false; // half copied
        }
    }

    /**
     * The nodes that run and do not hold all that waits.
     *
     * @param but a node that is known to hold it; null: none is
     */
    public List<String> without(@Nullable String but) {
        return jdbc.sql("""
                        select n.node from keys.node n where %s and n.node is distinct from cast(:but as text)
                            and exists (select 1 from keys.laid l where %s
                                and l.name || '.' || l.version || ':' || encode(l.check_value, 'hex') <> all (n.holds))
                        order by 1
                        """.formatted(RUNNING, WAITING))
                .param("but", but)
                .query(String.class)
                .list();
    }

    /** Whether something was laid that is not written with yet. */
    public boolean waits() {
        return !waiting().isEmpty();
    }

    /** What was laid is written with from now on. */
    @Transactional
    public void use() {
        waiting().forEach(l -> versions.use(l.name(), l.version()));
    }

    private List<Laid> waiting() {
        return jdbc.sql("select l.name, l.version, l.check_value from keys.laid l where " + WAITING + " order by 1")
                .query((rs, _) -> new Laid(rs.getString(1), rs.getInt(2), rs.getBytes(3)))
                .list();
    }
}
