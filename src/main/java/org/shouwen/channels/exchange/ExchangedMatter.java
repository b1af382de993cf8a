package org.shouwen.channels.exchange;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A matter that two systems know.
 *
 * @param sourceId as whoever handed it over calls it
 * @param number of the appeal, and {@code appeal} its id; null once its person is forgotten
 * @param handover number of the handover to the petition office (Art. 18); null for none
 * @param handedAt by the clock of whoever handed it over
 * @param takenAt by ours
 * @param openSince since when an answer is awaited
 * @param turn how often it was answered
 */
record ExchangedMatter(
        UUID id,
        String partner,
        Direction direction,
        String sourceId,
        @Nullable String number,
        @Nullable UUID appeal,
        @Nullable String handover,
        @Nullable Instant handedAt,
        Instant takenAt,
        State state,
        Instant openSince,
        int turn) {
    enum Direction {
        /** The partner handed it to us. */
        IN,
        /** We handed it to the partner. */
        OUT
    }

    enum State {
        /** An answer is awaited. */
        OPEN,
        ANSWERED,
        RETURNED
    }
}
