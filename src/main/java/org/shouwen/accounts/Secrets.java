package org.shouwen.accounts;

import com.github.f4b6a3.uuid.UuidCreator;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/** First passwords and tokens: made here, told once, kept as hashes only. */
@Component
class Secrets {
    private static final String TOKEN_PREFIX = "swt_";
    private static final SecureRandom RANDOM = new SecureRandom();

    private final AccountStore store;
    private final PasswordEncoder passwords;
    private final InstantSource clock;

    Secrets(AccountStore store, PasswordEncoder passwords, InstantSource clock) {
        this.store = store;
        this.passwords = passwords;
        this.clock = clock;
    }

    /** To be changed at the next sign-in. */
    String password(UUID account) {
        String password = random(12);
        store.setPassword(account, String.valueOf(passwords.encode(password)), true);
        return password;
    }

    String token(UUID account) {
        String token = TOKEN_PREFIX + random(32);
        store.insertToken(UuidCreator.getTimeOrderedEpoch(), account, digest(token), clock.instant());
        return token;
    }

    Optional<Account> holder(String token) {
        return token.startsWith(TOKEN_PREFIX) ? store.byToken(digest(token)) : Optional.empty();
    }

    static String random(int bytes) {
        byte[] random = new byte[bytes];
        RANDOM.nextBytes(random);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(random);
    }

    private static byte[] digest(String token) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
