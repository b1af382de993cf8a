package org.shouwen.portal;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;
import org.shouwen.keys.Hmac;
import org.shouwen.keys.Keys;
import org.shouwen.problems.TooMany;
import org.shouwen.throttle.Throttle;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Against floods of submissions that nobody signed in for. The first ones from an address cost nothing; after them it
 * either waits, longer each time, or shows that its machine has worked for a second or two: a person hardly notices, a
 * flood does. Asks no service outside.
 */
@Component
public class SubmissionThrottle {
    /** Leading zero bits of the SHA-256 of {@code challenge:answer}. */
    public static final int BITS = 16;

    private static final Duration VALID = Duration.ofHours(1);

    /** By how much the clock of another node, which made a challenge, may be ahead. */
    private static final Duration AHEAD = Duration.ofSeconds(30);

    private static final SecureRandom RANDOM = new SecureRandom();

    private final Throttle throttle;
    private final JdbcClient jdbc;
    private final Hmac hmac;
    private final InstantSource clock;
    private final int free;

    /** @param free how many from one address cost nothing; 0: no check at all */
    SubmissionThrottle(
            Throttle throttle,
            JdbcClient jdbc,
            Keys keys,
            InstantSource clock,
            @Value("${shouwen.portal.free-submissions:30}") int free) {
        this.throttle = throttle;
        this.jdbc = jdbc;
        this.hmac = new Hmac(keys.key("throttle"));
        this.clock = clock;
        this.free = free;
    }

    /** Whether the next submission from this address needs a proof, or has to wait. */
    public boolean asks(String address) {
        return free > 0 && throttle.wait("submission", address).isPositive();
    }

    /** What the work is done on; good for an hour and for one submission. */
    public String challenge() {
        byte[] random = new byte[12];
        RANDOM.nextBytes(random);
        String body = clock.instant().getEpochSecond() + "." + HexFormat.of().formatHex(random);
        return body + "." + mac(body);
    }

    /**
     * Counts a submission. In no transaction of its own: each step commits by itself, and nobody who waits for a second
     * connection holds a first.
     *
     * @param proof {@code challenge:answer}; may be missing
     * @throws TooMany when the address has sent many lately and shows no work
     */
    public void pass(String address, @Nullable String proof) {
        if (free <= 0) return;
        Duration wait = throttle.wait("submission", address);
        if (wait.isPositive() && !proves(proof)) throw new TooMany(wait);
        throttle.failed("submission", address, free);
    }

    /** Counts a submission that is taken whatever came before it: words that tell of danger. */
    public void count(String address) {
        if (free > 0) throttle.failed("submission", address, free);
    }

    private boolean proves(@Nullable String proof) {
        int colon = proof == null ? -1 : proof.lastIndexOf(':');
        if (proof == null || colon < 0 || proof.length() > 200) return false;
        String challenge = proof.substring(0, colon);
        String[] parts = challenge.split("\\.", -1);
        if (parts.length != 3 || !parts[0].matches("\\d{1,12}")) return false;
        Instant now = clock.instant();
        Instant made = Instant.ofEpochSecond(Long.parseLong(parts[0]));
        boolean ours = MessageDigest.isEqual(
                mac(parts[0] + "." + parts[1]).getBytes(StandardCharsets.US_ASCII),
                parts[2].getBytes(StandardCharsets.US_ASCII));
        if (!ours || made.isAfter(now.plus(AHEAD)) || made.plus(VALID).isBefore(now) || zeros(proof) < BITS)
            return false;
        jdbc.sql("delete from portal.proof where at < :old")
                .param("old", Timestamp.from(now.minus(VALID)))
                .update();
        return jdbc.sql("insert into portal.proof (challenge, at) values (:challenge, :at) on conflict do nothing")
                        .param("challenge", challenge)
                        .param("at", Timestamp.from(made))
                        .update()
                == 1;
    }

    private String mac(String body) {
        return HexFormat.of().formatHex(hmac.of("proof:" + body), 0, 16);
    }

    static int zeros(String proof) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(proof.getBytes(StandardCharsets.US_ASCII));
            int zeros = 0;
            for (byte b : hash) {
                if (b == 0) {
                    zeros += 8;
                    continue;
                }
                return zeros + Integer.numberOfLeadingZeros(b & 0xFF) - 24;
            }
            return zeros;
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
