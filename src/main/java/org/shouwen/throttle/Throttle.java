package org.shouwen.throttle;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HexFormat;
import org.shouwen.jobs.Job;
import org.shouwen.keys.Hmac;
import org.shouwen.keys.Keys;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Counts what failed, by what was tried and by where it came from. The first few failures cost nothing; then each one
 * doubles the wait, up to a quarter of an hour. Keys are kept as keyed hashes: neither logins nor addresses stand here.
 */
@Service
public class Throttle implements Job {
    private static final Duration LONGEST = Duration.ofMinutes(15);
    private static final Duration FORGOTTEN = Duration.ofHours(12);

    private final JdbcClient jdbc;
    private final Hmac hmac;
    private final InstantSource clock;

    Throttle(JdbcClient jdbc, Keys keys, InstantSource clock) {
        this.jdbc = jdbc;
        this.hmac = new Hmac(keys.key("throttle"));
        this.clock = clock;
    }

    /** How long this key has still to wait; zero when it may try. */
    @Transactional(propagation = Propagation.REQUIRES_NEW, readOnly = true)
    public Duration wait(String what, String key) {
        Instant now = clock.instant();
        return jdbc.sql("select until from throttle.failure where key = :key")
                .param("key", hash(what, key))
                .query(Timestamp.class)
                .optional()
                .map(t -> Duration.between(now, t.toInstant()))
                .filter(Duration::isPositive)
                .orElse(Duration.ZERO);
    }

    /** @param free how many failures cost nothing */
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public void failed(String what, String key, int free) {
        Instant now = clock.instant();
        int failures = jdbc.sql("""
                        insert into throttle.failure (key, failures, last, until) values (:key, 1, :now, :now)
                        on conflict (key) do update set
                            failures = case when failure.last < :forgotten then 1 else failure.failures + 1 end, last = :now
                        returning failures
                        """)
                .param("key", hash(what, key))
                .param("now", Timestamp.from(now))
                .param("forgotten", Timestamp.from(now.minus(FORGOTTEN)))
                .query(Integer.class)
                .single();
        if (failures <= free) return;
        long seconds = Math.min(LONGEST.toSeconds(), 1L << Math.min(20, failures - free));
        jdbc.sql("update throttle.failure set until = :until where key = :key")
                .param("until", Timestamp.from(now.plusSeconds(seconds)))
                .param("key", hash(what, key))
                .update();
    }

    /** It was right in the end: the count begins anew. */
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public void succeeded(String what, String key) {
        jdbc.sql("delete from throttle.failure where key = :key")
                .param("key", hash(what, key))
                .update();
    }

    @Override
    public String name() {
        return "throttle-forgets";
    }

    @Override
    public Duration every() {
        return Duration.ofHours(1);
    }

    @Override
    public void run() {
        jdbc.sql("delete from throttle.failure where last < :forgotten")
                .param("forgotten", Timestamp.from(clock.instant().minus(FORGOTTEN)))
                .update();
    }

    private String hash(String what, String key) {
        return HexFormat.of().formatHex(hmac.of(what + ":" + key));
    }
}
