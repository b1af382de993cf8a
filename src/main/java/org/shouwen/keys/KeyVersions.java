package org.shouwen.keys;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Which version of a key is written with. All versions that were ever written with stay readable; a new one is taken up
 * by every node within {@link #TAKE_UP}; {@link LaidKeys} brings it to all of them before.
 */
@Component
public class KeyVersions {
    /** After so long every node writes under the new version. */
    public static final Duration TAKE_UP = Duration.ofMinutes(2);

    /** The version that a key begins with. */
    public static final int FIRST = 1;

    private static final Duration LOOK_AGAIN = Duration.ofMinutes(1);
    private static final int MOST = 127;

    private record Known(int version, @Nullable Instant since, Instant readAt) {}

    private final Keys keys;
    private final JdbcClient jdbc;
    private final InstantSource clock;
    private final Suite suite;
    private final Map<String, Known> known = new ConcurrentHashMap<>();

    KeyVersions(
            Keys keys, JdbcClient jdbc, InstantSource clock, @Value("${shouwen.crypto:international}") String suite) {
        this.keys = keys;
        this.jdbc = jdbc;
        this.clock = clock;
        this.suite = Suite.valueOf(suite.toUpperCase(java.util.Locale.ROOT));
    }

    public Suite suite() {
        return suite;
    }

    /** The newest version. */
    public int current(String name) {
        return known(name).version();
    }

    /** The newest version that every node knows of: to write what others find only when they know it. */
    public int takenUp(String name) {
        Known k = known(name);
        boolean everywhere = k.since() == null || !k.since().plus(TAKE_UP).isAfter(clock.instant());
        return everywhere ? k.version() : k.version() - 1;
    }

    private Known known(String name) {
        Known k = known.get(name);
        Instant now = clock.instant();
        if (k == null || k.readAt().plus(LOOK_AGAIN).isBefore(now) || k.readAt().isAfter(now)) {
            k = new Known(newest(name), since(name), now);
            known.put(name, k);
        }
        return k;
    }

    public byte[] key(String name, int version) {
        return keys.key(name(name, version));
    }

    /** The version after the newest. */
    int next(String name) {
        int next = newest(name) + 1;
        if (next > MOST) throw new IllegalStateException("a key can have %d versions".formatted(MOST));
        return next;
    }

    /** A version that lies there is written with from now on. */
    @Transactional
    void use(String name, int version) {
        jdbc.sql("insert into keys.version (name, version, since) values (:name, :version, :since)")
                .param("name", name)
                .param("version", version)
                .param("since", Timestamp.from(clock.instant()))
                .update();
        known.remove(name);
    }

    /** Since when the version at hand is written with; null while it is the first one. */
    public @Nullable Instant since(String name) {
        List<Timestamp> since = jdbc.sql(
                        "select since from keys.version where name = :name order by version desc limit 1")
                .param("name", name)
                .query(Timestamp.class)
                .list();
        return since.isEmpty() ? null : since.getFirst().toInstant();
    }

    private int newest(String name) {
        return jdbc.sql("select coalesce(max(version), :first) from keys.version where name = :name")
                .param("first", FIRST)
                .param("name", name)
                .query(Integer.class)
                .single();
    }

    static String name(String name, int version) {
        return version == FIRST ? name : name + "." + version;
    }
}
