package org.shouwen.throttle;

import java.net.InetAddress;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HexFormat;
import org.shouwen.jobs.AfterClockWentBack;
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
public class Throttle implements Job, AfterClockWentBack {
    private static final Duration LONGEST = Duration.ofMinutes(15);
    private static final Duration FORGOTTEN = Duration.ofHours(12);
    private static final Instant LATEST = Instant.parse("9999-01-01T00:00:00Z");

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
        count(what, key, free, LATEST);
    }

    /**
     * Counts a try before it is known whether it fails; {@link #succeeded} takes it back. However many come at the same
     * moment, no more than the free ones are let through.
     *
     * @return how long this key has still to wait; zero when it may try
     */
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public Duration take(String what, String key, int free) {
        if (count(what, key, free, clock.instant())) return Duration.ZERO;
        Duration wait = wait(what, key);
        return wait.isPositive() ? wait : Duration.ofSeconds(1);
    }

    /** @param waits who waits beyond this moment is not counted; whether it was */
    private boolean count(String what, String key, int free, Instant waits) {
        Instant now = clock.instant();
        return jdbc.sql("""
                        insert into throttle.failure as f (key, failures, last, until) values (:key, 1, :now, :now)
                        on conflict (key) do update set
                            failures = case when f.last < :forgotten then 1 else f.failures + 1 end,
                            last = :now,
                            until = case when f.last < :forgotten or f.failures + 1 <= :free then :now
                                else cast(:now as timestamptz) + make_interval(secs =>
                                    least(:longest, power(2, least(20, f.failures + 1 - :free)))) end
                        where f.until <= :waits
                        """)
                        .param("key", hash(what, key))
                        .param("now", Timestamp.from(now))
                        .param("forgotten", Timestamp.from(now.minus(FORGOTTEN)))
                        .param("free", free)
                        .param("longest", LONGEST.toSeconds())
                        .param("waits", Timestamp.from(waits))
                        .update()
                == 1;
    }

    /** It was right in the end: the count begins anew. */
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public void succeeded(String what, String key) {
        jdbc.sql("delete from throttle.failure where key = :key")
                .param("key", hash(what, key))
                .update();
    }

    @Override
    public void shortenWaits(Instant now) {
        jdbc.sql("update throttle.failure set until = :longest where until > :longest")
                .param("longest", Timestamp.from(now.plus(LONGEST)))
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
        return HexFormat.of().formatHex(hmac.of(what + ":" + network(key)));
    }

    /** Whoever has one IPv6 address has the whole /64; everything else is itself. */
    static String network(String key) {
        if (!key.matches("[0-9a-fA-F:.]*:[0-9a-fA-F:.]*")) return key;
        try {
            byte[] address = InetAddress.ofLiteral(key).getAddress();
            return address.length == 16 ? HexFormat.of().formatHex(address, 0, 8) : key;
        } catch (IllegalArgumentException e) {
            return key;
        }
    }
}
