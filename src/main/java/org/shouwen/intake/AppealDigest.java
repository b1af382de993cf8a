package org.shouwen.intake;

import java.util.Base64;
import org.jspecify.annotations.Nullable;
import org.shouwen.citizens.Identity;
import org.shouwen.keys.Hmac;
import org.shouwen.keys.Keys;
import org.springframework.stereotype.Component;

/** Keyed digests of words: the history and the request's fingerprint hold them instead of the words. */
@Component
class AppealDigest {
    private final Hmac hmac;

    AppealDigest(Keys keys) {
        this.hmac = new Hmac(keys.key("history"));
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
                w.note(),
                w.accused());
    }

    String text(@Nullable String... parts) {
        return Base64.getEncoder().encodeToString(hmac.ofParts(parts));
    }

    /** Whether two requests under one key ask the same. */
    byte[] fingerprint(Words w, String channel, @Nullable String ref, Identity i, String outcome) {
        String phone = i.phone() == null ? "" : i.phone().shown();
        return hmac.ofParts("request", of(w), channel, ref, i.name(), phone, i.address(), outcome);
    }
}
