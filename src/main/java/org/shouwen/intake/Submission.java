package org.shouwen.intake;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouwen.citizens.Identity;
import org.shouwen.history.Actor;
import org.shouwen.history.Chain;

/**
 * An appeal checked and ready to be written.
 *
 * @param appeal as it will stand before the first entry of its history
 * @param orderId of the work order it becomes at once; null when it becomes none
 */
@SuppressWarnings("ArrayRecordComponent") // 32 bytes on the hot path
record Submission(
        Appeal appeal,
        Identity identity,
        Origin origin,
        byte[] fingerprint,
        Actor by,
        @Nullable UUID orderId) {
    Submission chained(Chain chain) {
        Appeal a = appeal;
        return new Submission(
                new Appeal(
                        a.id(),
                        a.number(),
                        a.receivedAt(),
                        a.writtenAt(),
                        a.channel(),
                        a.channelRef(),
                        a.appellant(),
                        a.words(),
                        a.decision(),
                        a.rating(),
                        chain),
                identity,
                origin,
                fingerprint,
                by,
                orderId);
    }
}
