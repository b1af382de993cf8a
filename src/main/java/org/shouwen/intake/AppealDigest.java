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
    /** Of everything that was written about an appeal; null for what there is not. */
    record All(
            String words,
            @Nullable String outcome,
            @Nullable String rating,
            @Nullable String review,
            @Nullable String ruling) {}

    private final Hmac hmac;
    private final AppealRows rows;

    AppealDigest(Keys keys, AppealRows rows) {
        this.rows = rows;
        this.hmac = new Hmac(keys.key("history"));
    }

    All of(Appeal a) {
        Review review = a.review();
        return new All(
                of(a.words()),
                a.decision() == null ? null : of(a.decision().outcome()),
                a.rating() == null ? null : text("rating", a.rating().words()),
                review == null ? null : text("review", review.words()),
                review == null || review.ruling() == null
                        ? null
                        : text("ruling", review.ruling().reason()));
    }

    String of(Outcome outcome) {
        return text("outcome", rows.write(outcome));
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
        return hmac.ofParts("request", of(w), channel, ref, i.name(), phone, i.address(), i.channelAccount(), outcome);
    }
}
