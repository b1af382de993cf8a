package org.shouwen.handover;

import java.time.Instant;
import java.util.EnumSet;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouwen.access.Role;
import org.shouwen.accounts.CurrentUser;
import org.shouwen.directory.UnitId;
import org.shouwen.regulation.Clause;
import org.shouwen.regulation.Refused;

/**
 * A matter handed on: to the petition office (Art. 18), or by special report to the city leader in charge (Art. 19).
 *
 * @param unit who wrote the special report; null for the platform
 * @param due until when an answer is awaited
 * @param provisional the limit waits for a calendar (ruling 2)
 * @param readAt when the city leader whom a special report is for marked it as read; null until then
 * @param readBy who that was; null until then
 */
public record Handover(
        UUID id,
        String number,
        Kind kind,
        Clause ground,
        UUID order,
        String orderNumber,
        @Nullable UnitId unit,
        String recipient,
        String reason,
        Instant handedAt,
        String handedBy,
        Instant due,
        boolean provisional,
        @Nullable Instant answeredAt,
        String answer,
        @Nullable Instant readAt,
        @Nullable String readBy) {
    public enum Kind {
        /** 移交信访. */
        PETITION,
        /** 专报. */
        SPECIAL_REPORT;

        boolean rests(Clause ground) {
            return switch (this) {
                case PETITION ->
                    EnumSet.of(Clause.A18_1, Clause.A18_2, Clause.A18_3).contains(ground);
                case SPECIAL_REPORT -> ground == Clause.A19;
            };
        }
    }

    /** @param lead the order's lead unit */
    static Optional<Refused> refuse(
            Kind kind, Clause ground, String recipient, String reason, int workingDays, UnitId lead, CurrentUser by) {
        Clause under = kind == Kind.PETITION ? Clause.A18_1 : Clause.A19;
        boolean may = kind == Kind.PETITION
                ? by.has(Role.DISPATCHER) || by.has(Role.BUREAU)
                : by.has(Role.BUREAU) || (by.has(Role.UNIT_LEADER) && lead.equals(by.unit()));
        if (!may) return no(under, kind == Kind.PETITION ? "platform-hands-over" : "unit-leader-reports");
        if (!kind.rests(ground)) return no(under, "not-a-ground");
        if (recipient.isBlank()) return no(ground, "to-whom");
        if (reason.isBlank()) return no(ground, "reason-missing");
        return workingDays < 1 || workingDays > 60 ? no(ground, "days") : Optional.empty();
    }

    Optional<Refused> refuseAnswer(String words, CurrentUser by) {
        boolean may =
                by.has(Role.DISPATCHER) || by.has(Role.BUREAU) || isFor(by) || (unit != null && unit.equals(by.unit()));
        if (!may) return no(ground, "not-yours");
        if (answeredAt != null) return no(ground, "answered-already");
        return words.isBlank() ? no(ground, "answer-missing") : Optional.empty();
    }

    /** A special report is for the city leaders: they read and answer it in person (Art. 19). */
    public boolean isFor(CurrentUser person) {
        return kind == Kind.SPECIAL_REPORT && person.has(Role.CITY_LEADER);
    }

    Handover read(Instant at, String by) {
        return new Handover(
                id,
                number,
                kind,
                ground,
                order,
                orderNumber,
                unit,
                recipient,
                reason,
                handedAt,
                handedBy,
                due,
                provisional,
                answeredAt,
                answer,
                at,
                by);
    }

    Handover answered(Instant at, String words) {
        return new Handover(
                id,
                number,
                kind,
                ground,
                order,
                orderNumber,
                unit,
                recipient,
                reason,
                handedAt,
                handedBy,
                due,
                provisional,
                at,
                words,
                readAt,
                readBy);
    }

    /** With the limit that another calendar gives it (ruling 2). */
    Handover limitMoved(Instant newDue, boolean newProvisional) {
        return new Handover(
                id,
                number,
                kind,
                ground,
                order,
                orderNumber,
                unit,
                recipient,
                reason,
                handedAt,
                handedBy,
                newDue,
                newProvisional,
                answeredAt,
                answer,
                readAt,
                readBy);
    }

    private static Optional<Refused> no(Clause under, String words) {
        return Optional.of(new Refused(under, "handover.refused." + words));
    }
}
