package org.shouwen.workorder;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.shouwen.regulation.Basis;
import org.shouwen.regulation.Clause;
import org.shouwen.workorder.WorkOrder.AwaitingReceipt;
import org.shouwen.workorder.WorkOrder.Closed;
import org.shouwen.workorder.WorkOrder.InHand;
import org.shouwen.workorder.WorkOrder.Registered;
import org.shouwen.workorder.WorkOrder.Reported;

/** What the passing of time and a new calendar do to an order. */
@Basis({Clause.A13_1, Clause.A13_2})
final class Clocks {
    private Clocks() {}

    /** Marks what became overdue, since the limit and not since somebody noticed; nothing when all is marked already. */
    static List<Event> tick(WorkOrder order, Instant now) {
        return switch (order) {
            case AwaitingReceipt o -> marks(o.duty(), true, now);
            case InHand o -> marks(o.duty(), false, now);
            case Registered _, Reported _, Closed _ -> List.of();
        };
    }

    private static List<Event> marks(Duty duty, boolean unreceived, Instant now) {
        List<Event> marks = new ArrayList<>(2);
        if (unreceived && duty.receiptOverdue() == null && duty.receipt().passed(now)) {
            marks.add(new Event.ReceiptOverdue(duty.receipt().at()));
        }
        if (duty.handlingOverdue() == null && duty.handling().passed(now)) {
            marks.add(new Event.HandlingOverdue(duty.handling().at()));
        }
        return marks;
    }

    /**
     * Works the open limits out anew (ruling 2). A receipt that has happened keeps its limit; a handling limit is open
     * until the order is closed, because a report may still be refused. A mark that the new limit does not bear is
     * withdrawn; the history keeps both.
     */
    static List<Event> recalculate(WorkOrder order, Instant now, Rules rules) {
        Duty duty = order.dutyOrNull();
        if (duty == null || order instanceof Closed) return List.of();
        boolean unreceived = order instanceof AwaitingReceipt;
        Due receipt = unreceived ? rules.receipt(duty.dispatchedAt()) : duty.receipt();
        Due handling = rules.handling(duty.dispatchedAt(), duty.limitClass());
        if (receipt.equals(duty.receipt()) && handling.equals(duty.handling())) return List.of();
        return List.of(new Event.LimitsMoved(
                duty.receipt(),
                receipt,
                duty.handling(),
                handling,
                mark(duty.receiptOverdue(), duty.receipt(), receipt, now),
                mark(duty.handlingOverdue(), duty.handling(), handling, now)));
    }

    private static @Nullable Instant mark(@Nullable Instant mark, Due before, Due after, Instant now) {
        if (mark == null || before.equals(after)) return mark;
        return after.passed(now) ? after.at() : null;
    }
}
