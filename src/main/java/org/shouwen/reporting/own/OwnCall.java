package org.shouwen.reporting.own;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One of a unit's own callbacks.
 *
 * @param number of the order
 * @param caller null while it waits, as all that follows but the note
 * @param solved null also where nobody was reached, as {@code satisfied}
 */
public record OwnCall(
        UUID id,
        String unit,
        String number,
        String drawnBy,
        Instant drawnAt,
        @Nullable String caller,
        @Nullable Instant calledAt,
        @Nullable Boolean reached,
        @Nullable Boolean solved,
        @Nullable Boolean satisfied,
        String note) {
    static final String KIND = "own_call";

    public boolean waits() {
        return calledAt == null;
    }

    /** What a person on the telephone said. */
    public record Answer(boolean reached, boolean solved, boolean satisfied, String note) {}

    /** Of all that were called since a moment. */
    public record Sum(long called, long reached, long solved, long satisfied) {}
}
