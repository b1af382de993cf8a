package org.shouwen.appeal;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouwen.access.Role;
import org.shouwen.accounts.CurrentUser;
import org.shouwen.history.StoredFormat;
import org.shouwen.regulation.Clause;
import org.shouwen.regulation.Refused;

/**
 * 对办结的异议: what a person has against the closing of their matter, once for each outcome, looked at by another officer
 * than the one who accepted the report (ruling 40).
 *
 * @param order number of the order that was closed
 * @param closedAt when; it tells one outcome from the next
 * @param acceptedBy account of who accepted the report; null when a program did
 * @param ruling null while it waits
 */
public record Objection(
        UUID id,
        UUID appeal,
        String order,
        Instant closedAt,
        @Nullable UUID acceptedBy,
        Instant askedAt,
        String words,
        @Nullable Ruling ruling) {
    /** Kind of its subject in the history. */
    static final String KIND = "closing_objection";

    static final StoredFormat<Sealed> FORMAT = StoredFormat.of(Sealed.class);

    /** @param upheld the objection is right and the order is opened again */
    public record Ruling(boolean upheld, String reason, UUID account, String officer, Instant at) {}

    /** As its history keeps it: digests stand for the words. */
    record Sealed(
            UUID id,
            UUID appeal,
            String order,
            Instant closedAt,
            @Nullable UUID acceptedBy,
            Instant askedAt,
            String wordsDigest,
            @Nullable Boolean upheld,
            @Nullable String reasonDigest,
            @Nullable UUID account,
            @Nullable String officer,
            @Nullable Instant ruledAt) {}

    static Optional<Refused> refuseRuling(Objection o, String reason, CurrentUser by) {
        if (o.ruling() != null) return no("objection-ruled");
        if (!by.has(Role.DISPATCHER) && !by.has(Role.SUPERVISOR)) return no("objection-platform");
        if (by.account().equals(o.acceptedBy())) return no("objection-another-officer");
        return reason.isBlank() ? no("reason-missing") : Optional.empty();
    }

    private static Optional<Refused> no(String words) {
        return Optional.of(new Refused(Clause.A13_7, "appeal.refused." + words));
    }
}
