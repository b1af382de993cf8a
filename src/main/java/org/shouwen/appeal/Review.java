package org.shouwen.appeal;

import static org.shouwen.appeal.AcceptanceScope.no;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouwen.access.Role;
import org.shouwen.accounts.CurrentUser;
import org.shouwen.identity.Redactor;
import org.shouwen.regulation.Clause;
import org.shouwen.regulation.Refused;

/**
 * 复核: a person whose appeal was declined may have it looked at again, once, by another officer (Art. 9, 12.3).
 *
 * @param words why the person is not content
 * @param ruling null while it waits
 */
public record Review(
        Instant askedAt, String words, @Nullable Ruling ruling) {
    /** @param upheld it stays declined; otherwise it waits at the desk anew and can't be declined again */
    public record Ruling(boolean upheld, String reason, UUID account, String officer, Instant at) {}

    Review scrubbed(Redactor scrub) {
        return new Review(
                askedAt,
                scrub.of(words),
                ruling == null
                        ? null
                        : new Ruling(
                                ruling.upheld(),
                                scrub.of(ruling.reason()),
                                ruling.account(),
                                ruling.officer(),
                                ruling.at()));
    }

    boolean overturned() {
        return ruling != null && !ruling.upheld();
    }

    static Optional<Refused> refuseAsking(Appeal a, String words) {
        Appeal.Decision d = a.decision();
        if (a.review() != null) return no(Clause.A12_3, "reviewed-once");
        if (d == null || !(d.outcome() instanceof Disposition.Declined)) return no(Clause.A12_3, "not-declined");
        if (a.forgotten()) return no(Clause.A12_3, "forgotten-already");
        return words.isBlank() ? no(Clause.A12_3, "words-missing") : Optional.empty();
    }

    static Optional<Refused> refuseRuling(Appeal a, String reason, CurrentUser by) {
        Appeal.Decision d = a.decision();
        if (a.review() == null || a.review().ruling() != null || d == null) return no(Clause.A12_3, "no-review");
        if (a.forgotten()) return no(Clause.A12_3, "forgotten-already");
        if (!by.has(Role.AGENT) && !by.has(Role.DISPATCHER)) return no(Clause.A12_3, "desk-reviews");
        if (by.account().equals(d.account())) return no(Clause.A12_3, "another-officer");
        return reason.isBlank() ? no(Clause.A12_3, "reason-missing") : Optional.empty();
    }
}
