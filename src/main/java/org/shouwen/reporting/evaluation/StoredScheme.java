package org.shouwen.reporting.evaluation;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouwen.reporting.Period;

/**
 * A scheme and where it stands.
 *
 * @param adopted null while it waits for the second person
 */
public record StoredScheme(
        UUID id,
        String code,
        String text,
        Period period,
        @Nullable UUID askedBy,
        String asker,
        Instant askedAt,
        @Nullable UUID decidedBy,
        @Nullable String decider,
        @Nullable Instant decidedAt,
        @Nullable Boolean adopted) {
    public boolean waits() {
        return adopted == null;
    }

    public boolean holds() {
        return Boolean.TRUE.equals(adopted);
    }
}
