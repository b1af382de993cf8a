package org.shouwen.workorder;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouwen.confidentiality.MaskRemover;
import org.shouwen.directory.UnitId;

/**
 * An order as a list shows it.
 *
 * @param shielded whether there is something to be kept from units
 * @param intakeAskedAt since when a question of the dispatcher waits for its answer; null when none does
 */
public record OrderLine(
        UUID id,
        String number,
        WorkOrder.State state,
        boolean urgent,
        String title,
        String kind,
        @Nullable String matterClass,
        @Nullable String place,
        String location,
        Instant registeredAt,
        @Nullable UnitId lead,
        @Nullable String limitClass,
        @Nullable UUID section,
        @Nullable UUID officer,
        @Nullable Instant dispatchedAt,
        @Nullable Due receipt,
        @Nullable Due handling,
        @Nullable Instant receiptOverdue,
        @Nullable Instant handlingOverdue,
        @Nullable Instant reportedAt,
        int reworks,
        long version,
        @JsonIgnore boolean shielded,
        @Nullable Instant intakeAskedAt) {

    /** For units where there is something to be kept from them: no masks, no exact place. */
    OrderLine blank() {
        return new OrderLine(
                id,
                number,
                state,
                urgent,
                MaskRemover.of(title),
                kind,
                matterClass,
                place,
                "",
                registeredAt,
                lead,
                limitClass,
                section,
                officer,
                dispatchedAt,
                receipt,
                handling,
                receiptOverdue,
                handlingOverdue,
                reportedAt,
                reworks,
                version,
                shielded,
                intakeAskedAt);
    }

    /** Whether a running limit has passed, seen from now and not from the last sweep. */
    public boolean overdue(Instant now) {
        boolean handlingPassed = handling != null && handling.passed(now);
        return switch (state) {
            case AWAITING_RECEIPT -> handlingPassed || (receipt != null && receipt.passed(now));
            case IN_HAND -> handlingPassed;
            case REGISTERED, REPORTED, CLOSED, JOINED -> false;
        };
    }
}
