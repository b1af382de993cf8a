package org.shouwen.workorder;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.shouwen.access.Role;
import org.shouwen.accounts.CurrentUser;
import org.shouwen.directory.UnitId;
import org.shouwen.regulation.Pure;

/**
 * An order in a unit's hands: under which edition and class, who leads, who assists, and where the clocks stand.
 *
 * @param lead 首问责任部门, exactly one at any time (Art. 13.5)
 * @param parts what the assisting units 配合部门 owe
 * @param receiptOverdue since when the receipt is overdue; stays for ever (Art. 13.1)
 * @param handlingOverdue since when the handling is overdue; stays for ever
 * @param reworks how often the order was sent back for rework 重办 (ruling 8)
 */
@Pure
public record Assignment(
        String edition,
        String limitClass,
        UnitId lead,
        List<Contribution> parts,
        Instant dispatchedAt,
        Due receipt,
        Due handling,
        @Nullable Instant receivedAt,
        @Nullable Instant receiptOverdue,
        @Nullable Instant handlingOverdue,
        @Nullable UUID section,
        @Nullable UUID officer,
        int reworks,
        PendingRequests asked) {
    public Assignment {
        parts = List.copyOf(parts);
    }

    public List<UnitId> assisting() {
        return parts.stream().map(Contribution::unit).toList();
    }

    public boolean concerns(UnitId unit) {
        return lead.equals(unit) || assists(unit);
    }

    /**
     * Whether the lead unit's desk has given it to somebody else of the unit than this person (Art. 4); the desk itself
     * keeps it in view.
     *
     * @param theirs the person's section; null when they have none
     */
    public boolean assignedPast(CurrentUser person, @Nullable UUID theirs) {
        return lead.equals(person.unit()) && assignedPast(person.has(Role.UNIT_DESK), person.officer(), theirs);
    }

    /** Of a person of the lead unit; where nobody has it yet, it is assigned past nobody. */
    boolean assignedPast(boolean desk, @Nullable UUID person, @Nullable UUID theirs) {
        if (desk) return false;
        if (officer != null) return !officer.equals(person);
        return section != null && !section.equals(theirs);
    }

    boolean assists(UnitId unit) {
        return parts.stream().anyMatch(p -> p.unit().equals(unit));
    }

    /** The parts that the lead unit still waits for. */
    public List<Contribution> owed() {
        return parts.stream().filter(Contribution::owed).toList();
    }

    Assignment received(Instant at) {
        return copy(receipt, handling, at, receiptOverdue, handlingOverdue, reworks, asked, parts);
    }

    Assignment overdue(@Nullable Instant receiptSince, @Nullable Instant handlingSince) {
        return copy(receipt, handling, receivedAt, receiptSince, handlingSince, reworks, asked, parts);
    }

    Assignment limits(Due newReceipt, Due newHandling) {
        return copy(newReceipt, newHandling, receivedAt, receiptOverdue, handlingOverdue, reworks, asked, parts);
    }

    Assignment rework() {
        return copy(receipt, handling, receivedAt, receiptOverdue, handlingOverdue, reworks + 1, asked, parts);
    }

    /** Whether something was before the dispatch; people say when to the minute, so all of its minute is not before it. */
    boolean beforeDispatch(Instant at) {
        return at.isBefore(dispatchedAt.truncatedTo(ChronoUnit.MINUTES));
    }

    Assignment asked(PendingRequests now) {
        return copy(receipt, handling, receivedAt, receiptOverdue, handlingOverdue, reworks, now, parts);
    }

    Assignment part(UnitId unit, UnaryOperator<Contribution> change) {
        return parts(parts.stream()
                .map(p -> p.unit().equals(unit) ? change.apply(p) : p)
                .toList());
    }

    Assignment parts(List<Contribution> now) {
        return copy(receipt, handling, receivedAt, receiptOverdue, handlingOverdue, reworks, asked, now);
    }

    Assignment assigned(@Nullable UUID newSection, @Nullable UUID newOfficer) {
        return new Assignment(
                edition,
                limitClass,
                lead,
                parts,
                dispatchedAt,
                receipt,
                handling,
                receivedAt,
                receiptOverdue,
                handlingOverdue,
                newSection,
                newOfficer,
                reworks,
                asked);
    }

    Assignment reclassified(String newClass, Due newHandling) {
        return new Assignment(
                edition,
                newClass,
                lead,
                parts,
                dispatchedAt,
                receipt,
                newHandling,
                receivedAt,
                receiptOverdue,
                handlingOverdue,
                section,
                officer,
                reworks,
                asked);
    }

    private Assignment copy(
            Due receipt,
            Due handling,
            @Nullable Instant receivedAt,
            @Nullable Instant receiptOverdue,
            @Nullable Instant handlingOverdue,
            int reworks,
            PendingRequests asked,
            List<Contribution> parts) {
        return new Assignment(
                edition,
                limitClass,
                lead,
                parts,
                dispatchedAt,
                receipt,
                handling,
                receivedAt,
                receiptOverdue,
                handlingOverdue,
                section,
                officer,
                reworks,
                asked);
    }
}
