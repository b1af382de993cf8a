package org.shouwen.appeal;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.text.Normalizer;
import java.util.Locale;
import java.util.UUID;
import org.shouwen.keys.Hmac;
import org.shouwen.keys.Keys;
import org.shouwen.problems.Text;
import org.springframework.stereotype.Component;

/** 查询码: eight characters made from the appeal's id under a key outside the database; kept nowhere, compared blindly. */
@Component
class LookupCode {
    /** No 0 and O, no 1 and I: 32 characters that nobody misreads. */
    private static final String ALPHABET = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";

    private static final int LENGTH = 8;
    private final Hmac hmac;

    LookupCode(Keys keys) {
        this.hmac = new Hmac(keys.key("look-up"));
    }

    String of(UUID appeal) {
        byte[] digest = hmac.of("code:" + appeal);
        StringBuilder code = new StringBuilder(LENGTH);
        for (int i = 0; i < LENGTH; i++) code.append(ALPHABET.charAt(digest[i] & 31));
        return code.toString();
    }

    /** As people copy it: small letters, full width, blanks, any dash, and words or marks around are all right. */
    boolean fits(UUID appeal, String typed) {
        String plain = Normalizer.normalize(Text.clean(typed), Normalizer.Form.NFKC)
                .toUpperCase(Locale.ROOT)
                .replaceAll("[^0-9A-Z]", "");
        return MessageDigest.isEqual(
                of(appeal).getBytes(StandardCharsets.UTF_8), plain.getBytes(StandardCharsets.UTF_8));
    }
}
