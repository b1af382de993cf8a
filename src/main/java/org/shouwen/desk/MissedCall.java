package org.shouwen.desk;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * 漏接回拨: a person whom nobody lifted for, to be called back. However often they tried it is one task.
 *
 * @param masked the number as everyone at work may see it
 * @param times how often they tried since somebody last spoke with them
 * @param attempts how often the platform called back in vain
 * @param account who has taken it on; null when nobody has
 */
public record MissedCall(
        UUID id,
        String masked,
        Instant firstMissed,
        Instant lastMissed,
        int times,
        int attempts,
        @Nullable Instant lastAttempt,
        @Nullable UUID account,
        long version) {
    /** How it ended. */
    public enum How {
        /** They called again and were answered. */
        GOT_THROUGH,
        /** The platform called and they lifted. */
        CALLED_BACK,
        /** A person decided that nobody calls, with a reason. */
        LEFT
    }
}
