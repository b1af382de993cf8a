package org.shouwen.search;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * 检索导出: a person's request to take what a search finds out of the system as a table.
 *
 * @param unit code of the asker's unit; null for the platform
 * @param query names and values as in the page's address, see {@link SearchParameters}
 * @param purpose what the table is for, in the asker's words
 * @param decider who let it or refused it; empty while nobody has, and where nobody need
 * @param decidedAt since when it may be fetched, or was refused
 * @param fetched rows of the last table that was fetched
 */
public record SearchExport(
        UUID id,
        UUID account,
        String asker,
        @Nullable String unit,
        String query,
        String purpose,
        Instant askedAt,
        State state,
        String decider,
        @Nullable Instant decidedAt,
        @Nullable Instant fetchedAt,
        int fetched,
        long version) {
    /** What became of the request. */
    public enum State {
        /** Waits for a second person. */
        ASKED,
        GRANTED,
        REFUSED
    }
}
