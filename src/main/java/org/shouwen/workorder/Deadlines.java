package org.shouwen.workorder;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.shouwen.regulation.Basis;
import org.shouwen.regulation.Clause;
import org.shouwen.regulation.Pure;
import org.shouwen.workorder.WorkOrder.AwaitingReceipt;
import org.shouwen.workorder.WorkOrder.Closed;
import org.shouwen.workorder.WorkOrder.InHand;
import org.shouwen.workorder.WorkOrder.Joined;
import org.shouwen.workorder.WorkOrder.Registered;
import org.shouwen.workorder.WorkOrder.Reported;

/** What the passing of time and a new calendar do to an order. */
@Basis({Clause.A13_1, Clause.A13_2})
@Pure
final class Deadlines {
    private Deadlines() {}

    /** Marks what became overdue, since the limit and not since somebody noticed; nothing when all is marked already. */
    static List<Event> tick(WorkOrder order, Instant now) {
        List<Event> marks = new ArrayList<>(2);
        switch (order) {
            case AwaitingReceipt o -> {
                if (o.duty().receiptOverdue() == null && o.duty().receipt().passed(now))
                    marks.add(new Event.ReceiptOverdue(o.duty().receipt().at()));
                handling(o.duty(), now, marks);
                parts(o.duty(), now, marks);
            }
            case InHand o -> {
                handling(o.duty(), now, marks);
                parts(o.duty(), now, marks);
            }
            case Reported o -> handling(o.duty(), o.reportedAt(), marks);
            case Registered _, Joined _, Closed _ -> {}
        }
        return marks;
    }

    /** While an extension that was asked for in time waits for its decision, the order is not overdue (ruling 6). */
    private static void handling(Assignment duty, Instant met, List<Event> marks) {
        if (duty.asked().extension() == null
                && duty.handlingOverdue() == null
                && duty.handling().passed(met)) {
            marks.add(new Event.HandlingOverdue(duty.handling().at()));
        }
    }

    private static void parts(Assignment duty, Instant now, List<Event> marks) {
        for (Contribution part : duty.parts()) {
            if (part.owed() && part.overdue() == null && part.due().passed(now))
                marks.add(new Event.PartOverdue(part.unit(), part.due().at()));
        }
    }

    /**
     * Works the open limits out anew (ruling 2). A receipt that has happened keeps its limit; a handling limit is open
     * until the order is closed, because a report may still be refused. A mark that the new limit does not bear is
     * withdrawn; the history keeps both.
     */
    static List<Event> recalculate(WorkOrder order, Instant now, DecisionContext rules) {
        Assignment duty = order.dutyOrNull();
        if (duty == null || order instanceof Closed) return List.of();
        boolean unreceived = order instanceof AwaitingReceipt;
        Instant met = order instanceof Reported o ? o.reportedAt() : now;
        Due receipt = unreceived ? rules.receipt(duty.dispatchedAt()) : duty.receipt();
        Due handling = rules.handling(
                duty.dispatchedAt(), duty.limitClass(), duty.asked().daysExtended());
        List<Contribution> parts = parts(duty, duty.limitClass(), now, rules);
        if (receipt.equals(duty.receipt()) && handling.equals(duty.handling()) && parts.equals(duty.parts()))
            return List.of();
        return List.of(new Event.LimitsMoved(
                duty.receipt(),
                receipt,
                duty.handling(),
                handling,
                mark(duty.receiptOverdue(), duty.receipt(), receipt, now),
                mark(duty.handlingOverdue(), duty.handling(), handling, met),
                parts));
    }

    /** The parts still owed, under another class or calendar. */
    static List<Contribution> parts(Assignment duty, String limitClass, Instant now, DecisionContext rules) {
        Due due = duty.parts().isEmpty() ? null : rules.part(duty.dispatchedAt(), limitClass);
        List<Contribution> parts = new ArrayList<>();
        for (Contribution p : duty.parts())
            parts.add(
                    p.owed() && due != null
                            ? new Contribution(p.unit(), due, null, mark(p.overdue(), p.due(), due, now))
                            : p);
        return parts;
    }

    private static @Nullable Instant mark(@Nullable Instant mark, Due before, Due after, Instant met) {
        if (mark == null || before.equals(after)) return mark;
        return after.passed(met) ? after.at() : null;
    }
}
