package org.shouwen.suggestion;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouwen.regulation.Edition;

/**
 * A phrase of the city's own with who added it and when.
 *
 * @param kind code of an urgent kind, or {@link UrgencyJudgement#DANGER}
 * @param guidance code of the guidance target to call; empty unless the kind is danger
 * @param withdrawnBy null while it is in force
 */
public record Phrase(
        UUID id,
        String kind,
        String guidance,
        String phrase,
        String addedBy,
        Instant addedAt,
        @Nullable String withdrawnBy,
        @Nullable Instant withdrawnAt,
        long version) {
    public boolean inForce() {
        return withdrawnAt == null;
    }

    /** Whether an edition knows its kind. */
    boolean fits(Edition edition) {
        return kind.equals(UrgencyJudgement.DANGER)
                || edition.urgentKinds().stream().anyMatch(k -> k.code().equals(kind));
    }

    Phrase withdrawn(String by, Instant at) {
        return new Phrase(id, kind, guidance, phrase, addedBy, addedAt, by, at, version + 1);
    }
}
