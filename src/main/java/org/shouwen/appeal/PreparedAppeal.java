package org.shouwen.appeal;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.shouwen.accounts.CurrentUser;
import org.shouwen.history.Actor;
import org.shouwen.history.Chain;
import org.shouwen.identity.Identity;
import org.shouwen.notification.Wish;
import org.shouwen.workorder.Command;

/**
 * An appeal checked and ready to be written.
 *
 * @param appeal as it will stand before the first entry of its history
 * @param wish how the person wishes to be told; null when they did not say
 * @param officer who decided at once; null when nobody has decided yet
 * @param leads when a unit that was asked directly leads the order itself (Art. 10)
 */
@SuppressWarnings("ArrayRecordComponent") // 32 bytes on the hot path
record PreparedAppeal(
        Appeal appeal,
        Identity identity,
        @Nullable Wish wish,
        Origin origin,
        byte[] fingerprint,
        Actor by,
        @Nullable CurrentUser officer,
        Command.@Nullable LeadOwn leads) {
    /** What its decision sets off; only where there is one. */
    DispositionHandler.Disposed disposed() {
        Appeal.Decision d = Objects.requireNonNull(appeal.decision(), "a decision");
        return new DispositionHandler.Disposed(
                appeal,
                appeal.words(),
                d.outcome(),
                identity::scrub,
                identity::unnamed,
                appeal.receivedAt(),
                by,
                Objects.requireNonNull(officer, "an officer decides this, nobody else"),
                leads);
    }

    PreparedAppeal chained(Chain chain) {
        Appeal a = appeal;
        return new PreparedAppeal(
                new Appeal(
                        a.id(),
                        a.number(),
                        a.receivedAt(),
                        a.writtenAt(),
                        a.channel(),
                        a.channelRef(),
                        a.unit(),
                        a.appellant(),
                        a.salt(),
                        a.words(),
                        a.decision(),
                        a.rating(),
                        a.review(),
                        chain),
                identity,
                wish,
                origin,
                fingerprint,
                by,
                officer,
                leads);
    }
}
