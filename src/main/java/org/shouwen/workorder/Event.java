package org.shouwen.workorder;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouwen.directory.UnitId;

/** What happened to an order, as its history keeps it; {@link Evolution} makes the order of its events. */
@JsonTypeInfo(use = JsonTypeInfo.Id.SIMPLE_NAME, property = "event")
public sealed interface Event {
    /** @param matterDigest keyed digest of the matter's words, so that a changed word shows */
    record Registered(String number, UUID appeal, String matterDigest) implements Event {}

    record Dispatched(String edition, String limitClass, UnitId lead, List<UnitId> assisting, Due receipt, Due handling)
            implements Event {}

    /** @param late 超期接收 */
    record Received(boolean late) implements Event {}

    record Assigned(@Nullable UUID section, @Nullable UUID officer) implements Event {}

    record Noted(String text) implements Event {}

    record Contacted(Instant contactedAt, String how, String said) implements Event {}

    record Contributed(UnitId unit, String text) implements Event {}

    record ReportedOutcome(Report report) implements Event {}

    record Accepted(String note) implements Event {}

    record SentBack(String reason) implements Event {}

    record Reclassified(String from, String to, Due oldHandling, Due newHandling, String reason) implements Event {}

    record Reminded(String text) implements Event {}

    record ReceiptOverdue(Instant since) implements Event {}

    record HandlingOverdue(Instant since) implements Event {}

    /** @param receiptOverdue what the marks are under the new limits: since when, or null */
    record LimitsMoved(
            Due oldReceipt,
            Due newReceipt,
            Due oldHandling,
            Due newHandling,
            @Nullable Instant receiptOverdue,
            @Nullable Instant handlingOverdue)
            implements Event {}
}
