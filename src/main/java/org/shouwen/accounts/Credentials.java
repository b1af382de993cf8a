package org.shouwen.accounts;

import com.github.f4b6a3.uuid.UuidCreator;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;
import org.shouwen.blobs.Sha256;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/**
 * First passwords and tokens: made here, told once, kept as hashes only. Where two persons have to do with one, each is
 * told half of it: neither could use it before its owner has both.
 */
@Component
class Credentials {
    private static final String TOKEN_PREFIX = "swt_";
    static final String LETTERS = "23456789abcdefghjkmnpqrstuvwxyz";
    private static final SecureRandom RANDOM = new SecureRandom();

    /** A first password is used within a week or not at all (SP 800-63B-4, 4.1.2.1). */
    private static final Duration FIRST_PASSWORD = Duration.ofDays(7);

    /** A token that nobody takes care of does not open for ever. */
    private static final Duration TOKEN = Duration.ofDays(365);

    private final AccountStore store;
    private final PasswordEncoder passwords;
    private final InstantSource clock;
    private final HeldAccounts held;

    Credentials(AccountStore store, PasswordEncoder passwords, InstantSource clock, HeldAccounts held) {
        this.held = held;
        this.store = store;
        this.passwords = passwords;
        this.clock = clock;
    }

    /**
     * @param first told to whoever asks, never kept
     * @param rest told to whoever grants
     * @param kept the whole one's hash
     */
    record Halves(String first, String rest, String kept) {
        String whole() {
            return first + rest;
        }

        @Override
        public String toString() {
            return "Halves";
        }
    }

    Halves make(Grant.Gives gives) {
        boolean password = gives == Grant.Gives.PASSWORD;
        String first = password ? readable() : TOKEN_PREFIX + random(18);
        String rest = password ? readable() : random(18);
        String kept = password
                ? String.valueOf(passwords.encode(first + rest))
                : HexFormat.of().formatHex(digest(first + rest));
        return new Halves(first, rest, kept);
    }

    /** From here on it opens the account; a password has to be changed at the next sign-in. */
    void take(UUID account, Grant.Gives gives, String kept) {
        if (gives == Grant.Gives.PASSWORD)
            store.setPassword(account, kept, true, clock.instant().plus(FIRST_PASSWORD));
        else
            store.insertToken(
                    UuidCreator.getTimeOrderedEpoch(),
                    account,
                    HexFormat.of().parseHex(kept),
                    clock.instant(),
                    clock.instant().plus(TOKEN));
    }

    /** Empty also when the account was changed past the product. */
    Optional<Account> holder(String token) {
        return token.startsWith(TOKEN_PREFIX)
                ? store.byToken(digest(token), clock.instant()).filter(held::program)
                : Optional.empty();
    }

    /** 69 bits that can be told over the telephone: no letter looks like another. */
    private static String readable() {
        StringBuilder half = new StringBuilder();
        for (int i = 0; i < 14; i++) half.append(LETTERS.charAt(RANDOM.nextInt(LETTERS.length())));
        return half.toString();
    }

    static String random(int bytes) {
        byte[] random = new byte[bytes];
        RANDOM.nextBytes(random);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(random);
    }

    private static byte[] digest(String token) {
        return Sha256.digest(token.getBytes(StandardCharsets.UTF_8));
    }
}
