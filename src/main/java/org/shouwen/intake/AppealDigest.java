package org.shouwen.intake;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.shouwen.citizens.Identity;
import org.shouwen.keys.Keys;
import org.springframework.stereotype.Component;

/** Keyed digests of words: the history and the request's fingerprint hold them instead of the words. */
@Component
class AppealDigest {
    private final SecretKeySpec key;

    AppealDigest(Keys keys) {
        this.key = new SecretKeySpec(keys.key("history"), "HmacSHA256");
    }

    String of(Words w) {
        return text(
                "words",
                w.kind(),
                w.matterClass(),
                w.place(),
                w.location(),
                w.happenedAt(),
                w.title(),
                w.content(),
                w.wants(),
                "" + w.enterprise() + w.secret(),
                w.urgentKind(),
                w.note());
    }

    String text(@Nullable String... parts) {
        return Base64.getEncoder().encodeToString(digest(parts));
    }

    /** Whether two requests under one key ask the same. */
    byte[] fingerprint(Words w, String channel, @Nullable String ref, Identity i, String outcome) {
        String phone = i.phone() == null ? "" : i.phone().shown();
        return digest("request", of(w), channel, ref, i.name(), phone, i.address(), outcome);
    }

    private byte[] digest(@Nullable String... parts) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            for (String part : parts) {
                byte[] bytes = part == null ? new byte[0] : part.getBytes(StandardCharsets.UTF_8);
                mac.update(((part == null ? -1 : bytes.length) + ":").getBytes(StandardCharsets.US_ASCII));
                mac.update(bytes);
            }
            return mac.doFinal();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
