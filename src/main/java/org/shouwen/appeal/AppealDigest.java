package org.shouwen.appeal;

import java.util.Base64;
import org.jspecify.annotations.Nullable;
import org.shouwen.history.KeyedDigest;
import org.shouwen.identity.Identity;
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

    AppealDigest(Keys keys) {
        this.hmac = new Hmac(keys.key("history"));
    }

    All of(Appeal a) {
        Review review = a.review();
        return new All(
                of(a.salt(), a.words()),
                a.decision() == null ? null : of(a.salt(), a.decision().outcome()),
                a.rating() == null ? null : said(a.salt(), "rating", a.rating().words()),
                review == null ? null : said(a.salt(), "review", review.words()),
                review == null || review.ruling() == null
                        ? null
                        : said(a.salt(), "ruling", review.ruling().reason()));
    }

    String of(String salt, Disposition outcome) {
        return said(salt, "outcome", OutcomeText.of(outcome));
    }

    String of(String salt, AppealContent w) {
        return said(salt, parts(w));
    }

    private static @Nullable String[] parts(AppealContent w) {
        return new @Nullable String[] {
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
            w.accused()
        };
    }

    /** What is kept of a channel's own reference, which may be a person's account: enough to find it again. */
    String reference(String channel, String ref) {
        return Base64.getEncoder().encodeToString(hmac.ofParts("reference", channel, ref));
    }

    /** Of the channel's own reference; null when there is none. */
    @Nullable
    String reference(Appeal a) {
        return a.channelRef() == null ? null : said(a.salt(), "reference", a.channelRef());
    }

    /** @param salt the appeal's */
    String said(String salt, @Nullable String... parts) {
        return KeyedDigest.first(mac(salt, parts));
    }

    private byte[] mac(String salt, @Nullable String... parts) {
        @Nullable String[] all = new String[parts.length + 1];
        all[0] = salt;
        System.arraycopy(parts, 0, all, 1, parts.length);
        return hmac.ofParts(all);
    }

    /** Whether two requests under one key ask the same: 32 bytes, version 1; a later version will begin with its number. */
    byte[] fingerprint(AppealContent w, String channel, @Nullable String ref, Identity i, String outcome) {
        String phone = i.phone() == null ? "" : i.phone().shown();
        String words = Base64.getEncoder().encodeToString(mac("", parts(w)));
        return hmac.ofParts("request", words, channel, ref, i.name(), phone, i.address(), i.channelAccount(), outcome);
    }
}
