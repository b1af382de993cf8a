package org.shouwen.appeal;

import java.security.MessageDigest;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.shouwen.problems.BadInput;

/**
 * An appeal that this request, or another with the same reference, has brought already.
 *
 * @param sameRequest and not only the same reference: whoever knows a reference has not brought the appeal
 */
record EarlierRequest(Appeal appeal, boolean sameRequest) {
    static @Nullable EarlierRequest of(PreparedAppeal s, List<AppealStore.Taken> taken) {
        for (AppealStore.Taken t : taken) {
            boolean sameRequest = s.origin().key() != null
                    && s.origin().key().equals(t.key())
                    && s.origin().from().equals(t.from());
            if (sameRequest && !MessageDigest.isEqual(t.fingerprint(), s.fingerprint()))
                throw new BadInput("Idempotency-Key", "problems.field.key-reused");
            boolean sameRef = s.appeal().channelRef() != null
                    && s.appeal().channelRef().equals(t.appeal().channelRef())
                    && s.appeal().channel().equals(t.appeal().channel());
            if (sameRef
                    && !sameRequest
                    && !Objects.equals(s.appeal().unit(), t.appeal().unit()))
                throw new BadInput("channelRef", "appeal.bad.channel-ref-taken");
            if (sameRequest || sameRef) return new EarlierRequest(t.appeal(), sameRequest);
        }
        return null;
    }

    /** Whether a group holds the same request twice. */
    static boolean twins(List<PreparedAppeal> group) {
        Set<String> seen = new HashSet<>();
        for (PreparedAppeal s : group) {
            if (s.origin().key() != null
                    && !seen.add("k" + s.origin().from() + " " + s.origin().key())) return true;
            if (s.appeal().channelRef() != null
                    && !seen.add("r" + s.appeal().channel() + " " + s.appeal().channelRef())) return true;
        }
        return false;
    }
}
