package org.shouwen.accounts;

import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.shouwen.keys.Hmac;
import org.shouwen.keys.KeyVersions;
import org.shouwen.keys.Keys;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Codes for the day the telephone is gone: told once, kept as digests only, each used up with its use. */
@Component
class RecoveryCodes {
    private static final int MANY = 10;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final JdbcClient jdbc;
    private final Hmac hmac;

    RecoveryCodes(JdbcClient jdbc, Keys keys, KeyVersions versions) {
        this.jdbc = jdbc;
        this.hmac = versions.suite().hmac(keys.key(SecondFactor.KEY));
    }

    List<String> make(UUID account) {
        List<String> codes = new ArrayList<>();
        for (int i = 0; i < MANY; i++) {
            String made = code();
            codes.add(made);
            jdbc.sql("insert into accounts.recovery_code (account, digest) values (:a, :digest)")
                    .param("a", account)
                    .param("digest", digest(made))
                    .update();
        }
        return codes;
    }

    /** Whether it was one, which it is no longer. */
    boolean use(UUID account, String typed) {
        String code = typed.strip().toLowerCase(Locale.ROOT).replaceAll("[\\s-]", "");
        return jdbc.sql("delete from accounts.recovery_code where account = :a and digest = :digest")
                        .param("a", account)
                        .param("digest", digest(code))
                        .update()
                == 1;
    }

    void delete(UUID account) {
        jdbc.sql("delete from accounts.recovery_code where account = :a")
                .param("a", account)
                .update();
    }

    private String digest(String code) {
        return HexFormat.of().formatHex(hmac.of("recovery:" + code));
    }

    private static String code() {
        StringBuilder code = new StringBuilder();
        for (int i = 0; i < 10; i++)
            code.append(Credentials.LETTERS.charAt(RANDOM.nextInt(Credentials.LETTERS.length())));
        return code.toString();
    }
}
