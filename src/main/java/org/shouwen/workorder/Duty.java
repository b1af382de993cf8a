package org.shouwen.workorder;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouwen.directory.UnitId;

/**
 * An order in a unit's hands: under which edition and class, who leads, who assists, and where the clocks stand.
 *
 * @param lead 首问责任部门, exactly one at any time (Art. 13.5)
 * @param receiptOverdue since when the receipt is overdue; stays for ever (Art. 13.1)
 * @param handlingOverdue since when the handling is overdue; stays for ever
 * @param reworks how often the order was sent back for rework 重办 (ruling 8)
 */
public record Duty(
        String edition,
        String limitClass,
        UnitId lead,
        List<UnitId> assisting,
        Instant dispatchedAt,
        Due receipt,
        Due handling,
        @Nullable Instant receivedAt,
        @Nullable Instant receiptOverdue,
        @Nullable Instant handlingOverdue,
        @Nullable UUID section,
        @Nullable UUID officer,
        int reworks) {
    public Duty {
        assisting = List.copyOf(assisting);
    }

    boolean concerns(UnitId unit) {
        return lead.equals(unit) || assisting.contains(unit);
    }

    Duty received(Instant at) {
        return new Duty(
                edition,
                limitClass,
                lead,
                assisting,
                dispatchedAt,
                receipt,
                handling,
                at,
                receiptOverdue,
                handlingOverdue,
                section,
                officer,
                reworks);
    }

    Duty overdue(@Nullable Instant receiptSince, @Nullable Instant handlingSince) {
        return new Duty(
                edition,
                limitClass,
                lead,
                assisting,
                dispatchedAt,
                receipt,
                handling,
                receivedAt,
                receiptSince,
                handlingSince,
                section,
                officer,
                reworks);
    }

    Duty assigned(@Nullable UUID newSection, @Nullable UUID newOfficer) {
        return new Duty(
                edition,
                limitClass,
                lead,
                assisting,
                dispatchedAt,
                receipt,
                handling,
                receivedAt,
                receiptOverdue,
                handlingOverdue,
                newSection,
                newOfficer,
                reworks);
    }

    Duty limits(String newClass, Due newReceipt, Due newHandling) {
        return new Duty(
                edition,
                newClass,
                lead,
                assisting,
                dispatchedAt,
                newReceipt,
                newHandling,
                receivedAt,
                receiptOverdue,
                handlingOverdue,
                section,
                officer,
                reworks);
    }

    Duty rework() {
        return new Duty(
                edition,
                limitClass,
                lead,
                assisting,
                dispatchedAt,
                receipt,
                handling,
                receivedAt,
                receiptOverdue,
                handlingOverdue,
                section,
                officer,
                reworks + 1);
    }
}
