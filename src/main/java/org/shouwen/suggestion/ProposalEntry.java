package org.shouwen.suggestion;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What was proposed and what a named person made of it.
 *
 * @param appeal null once its person is forgotten
 * @param proposed a code; empty where it would be a person's words
 * @param decided likewise
 */
public record ProposalEntry(
        UUID id,
        @Nullable UUID appeal,
        String field,
        String proposed,
        double confidence,
        Suggestion.Band band,
        String model,
        Became became,
        String decided,
        String officer,
        Instant at) {
    public enum Became {
        /** Taken as it was proposed. */
        ACCEPTED,
        /** Something else was decided. */
        CHANGED,
        /** Nothing was decided on the field. */
        LEFT
    }
}
