package org.shouwen.warning;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A change of the rules that one person asks for and another rules on.
 *
 * @param signal for a word {@link Signal#SENSITIVE_WORD}
 * @param word empty for a rule
 * @param least 0 for a word, likewise {@code days} and {@code excess}
 * @param granted null while nobody ruled on it
 */
public record RuleChange(
        UUID id,
        Kind kind,
        Signal signal,
        String word,
        int least,
        int days,
        double excess,
        String reason,
        String askedBy,
        Instant askedAt,
        @Nullable String ruledBy,
        @Nullable Instant ruledAt,
        @Nullable Boolean granted) {
    /** The names are stored. */
    public enum Kind {
        ADD_WORD,
        DROP_WORD,
        SET_RULE
    }

    public boolean waits() {
        return granted == null;
    }

    RuleChange ruled(boolean grant, String by, Instant at) {
        return new RuleChange(id, kind, signal, word, least, days, excess, reason, askedBy, askedAt, by, at, grant);
    }
}
