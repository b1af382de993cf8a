package org.shouwen.accounts;

import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import javax.crypto.spec.SecretKeySpec;
import org.apache.commons.codec.binary.Base32;
import org.jspecify.annotations.Nullable;
import org.shouwen.history.Actor;
import org.shouwen.history.History;
import org.shouwen.history.Subject;
import org.shouwen.keys.FieldCipher;
import org.shouwen.keys.KeyVersions;
import org.shouwen.problems.BadInput;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/**
 * 第二因素: codes of an authenticator (RFC 6238, six digits, 30 seconds) and recovery codes for the day the telephone is
 * gone. A code counts once.
 */
@Service
@Transactional
public class SecondFactor {
    static final String KEY = "second-factor";
    private static final String COLUMN = "secret";
    private static final Duration STEP = Duration.ofSeconds(30);
    private static final SecureRandom RANDOM = new SecureRandom();

    private final JdbcClient jdbc;
    private final PasskeyStore passkeys;
    private final RecoveryCodes recovery;
    private final AccountStore accounts;
    private final History history;
    private final JsonMapper json;
    private final InstantSource clock;
    private final FieldCipher cipher;
    private final TimeBasedOneTimePasswordGenerator generator = new TimeBasedOneTimePasswordGenerator(STEP);

    SecondFactor(
            JdbcClient jdbc,
            PasskeyStore passkeys,
            AccountStore accounts,
            History history,
            JsonMapper json,
            InstantSource clock,
            RecoveryCodes recovery,
            KeyVersions versions) {
        this.jdbc = jdbc;
        this.passkeys = passkeys;
        this.recovery = recovery;
        this.accounts = accounts;
        this.history = history;
        this.json = json;
        this.clock = clock;
        this.cipher = new FieldCipher(KEY, versions);
    }

    /** Whether the account has confirmed one. */
    @Transactional(readOnly = true)
    public boolean has(UUID account) {
        return jdbc.sql(
                        "select exists (select from accounts.second_factor where account = :a and confirmed_at is not null)")
                .param("a", account)
                .query(Boolean.class)
                .single();
    }

    /**
     * What an authenticator scans; the same until it is confirmed.
     *
     * @return an {@code otpauth:} address
     */
    public String begin(CurrentUser person) {
        Optional<byte[]> kept = jdbc.sql("select secret from accounts.second_factor where account = :a")
                .param("a", person.account())
                .query(byte[].class)
                .optional();
        String secret =
                kept.map(k -> cipher.decrypt(person.account(), COLUMN, k)).orElseGet(() -> make(person.account()));
        String issuer = URLEncoder.encode("首问", StandardCharsets.UTF_8);
        String label = URLEncoder.encode(person.login(), StandardCharsets.UTF_8);
        return "otpauth://totp/" + issuer + ":" + label + "?secret=" + secret + "&issuer=" + issuer;
    }

    private String make(UUID account) {
        byte[] random = new byte[20];
        RANDOM.nextBytes(random);
        String secret = new Base32().encodeToString(random).replace("=", "");
        jdbc.sql("insert into accounts.second_factor (account, secret, last_step) values (:a, :secret, 0)")
                .param("a", account)
                .param("secret", cipher.encrypt(account, COLUMN, secret))
                .update();
        return secret;
    }

    /**
     * The first code proves that the authenticator works. Other sessions of the account, which showed none, end.
     *
     * @param session the session's id, which stays
     * @return recovery codes, shown this once
     * @throws BadInput naming {@code code}
     */
    public List<String> confirm(CurrentUser person, String code, String session) {
        if (has(person.account()) || !fits(person.account(), code)) throw new BadInput("code", "accounts.bad.code");
        jdbc.sql("update accounts.second_factor set confirmed_at = :now where account = :a")
                .param("now", Timestamp.from(clock.instant()))
                .param("a", person.account())
                .update();
        List<String> codes = recovery.make(person.account());
        accounts.endSessionsBut(session, person.login());
        record(person.account(), person.actor(), "SecondFactorSet");
        return codes;
    }

    /** Whether a code of the authenticator or a recovery code fits; it is used up with that. */
    public boolean passes(UUID account, String typed) {
        if (fits(account, typed)) return true;
        boolean recovered = recovery.use(account, typed);
        if (recovered) record(account, Actor.SYSTEM, "RecoveryCodeUsed");
        return recovered;
    }

    /** A security officer takes a lost one away, passkeys and open sessions with it; the next sign-in sets up another. */
    public void reset(UUID account, CurrentUser by) {
        if (account.equals(by.account())) throw new BadInput("account", "accounts.bad.four-eyes");
        recovery.delete(account);
        jdbc.sql("delete from accounts.second_factor where account = :a")
                .param("a", account)
                .update();
        passkeys.deleteAll(account);
        accounts.find(account).ifPresent(a -> accounts.endSessions(a.login()));
        record(account, by.actor(), "SecondFactorReset");
    }

    /** A step forth and back for clocks that are off; never one that was used before. */
    private boolean fits(UUID account, String typed) {
        String code = typed.strip().replace(" ", "");
        if (!code.matches("\\d{6}")) return false;
        @Nullable
        Kept kept = jdbc.sql("select secret, last_step from accounts.second_factor where account = :a for update")
                .param("a", account)
                .query((rs, _) -> new Kept(rs.getBytes("secret"), rs.getLong("last_step")))
                .optional()
                .orElse(null);
        if (kept == null) return false;
        var key = new SecretKeySpec(new Base32().decode(cipher.decrypt(account, COLUMN, kept.secret())), "HmacSHA1");
        long now = clock.instant().getEpochSecond() / STEP.toSeconds();
        for (long step = Math.max(now - 1, kept.lastStep() + 1); step <= now + 1; step++) {
            if (!same(code, code(key, step))) continue;
            jdbc.sql("update accounts.second_factor set last_step = :step where account = :a")
                    .param("step", step)
                    .param("a", account)
                    .update();
            return true;
        }
        return false;
    }

    @SuppressWarnings("ArrayRecordComponent") // ciphertext on its way; never compared
    private record Kept(byte[] secret, long lastStep) {}

    private String code(SecretKeySpec key, long step) {
        try {
            return generator.generateOneTimePasswordString(key, Instant.ofEpochSecond(step * STEP.toSeconds()));
        } catch (InvalidKeyException e) {
            throw new IllegalStateException(e);
        }
    }

    private static boolean same(String a, String b) {
        return MessageDigest.isEqual(a.getBytes(StandardCharsets.US_ASCII), b.getBytes(StandardCharsets.US_ASCII));
    }

    private void record(UUID account, Actor by, String type) {
        history.append(new Subject("account", account), clock.instant(), by, type, json.writeValueAsString(Map.of()));
    }
}
