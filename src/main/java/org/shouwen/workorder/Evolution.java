package org.shouwen.workorder;

import java.time.Instant;
import org.shouwen.workorder.WorkOrder.AwaitingReceipt;
import org.shouwen.workorder.WorkOrder.Closed;
import org.shouwen.workorder.WorkOrder.InHand;
import org.shouwen.workorder.WorkOrder.Registered;
import org.shouwen.workorder.WorkOrder.Reported;

/** Makes the order of its events; the row is what this yields, and a replay of the history must reach the row. */
final class Evolution {
    private Evolution() {}

    static WorkOrder evolve(WorkOrder order, Event event, Instant at) {
        return switch (event) {
            case Event.Registered _ -> new Registered();
            case Event.Dispatched e -> new AwaitingReceipt(duty(e, at));
            case Event.Received _ -> new InHand(need(order).received(at));
            case Event.Assigned e -> with(order, need(order).assigned(e.section(), e.officer()));
            case Event.ReportedOutcome e -> new Reported(need(order), e.report(), at);
            case Event.Accepted _ -> closed(order, at);
            case Event.SentBack _ -> new InHand(need(order).rework());
            case Event.Reclassified e ->
                with(order, need(order).limits(e.to(), need(order).receipt(), e.newHandling()));
            case Event.ReceiptOverdue e ->
                with(order, need(order).overdue(e.since(), need(order).handlingOverdue()));
            case Event.HandlingOverdue e ->
                with(order, need(order).overdue(need(order).receiptOverdue(), e.since()));
            case Event.LimitsMoved e ->
                with(
                        order,
                        need(order)
                                .limits(need(order).limitClass(), e.newReceipt(), e.newHandling())
                                .overdue(e.receiptOverdue(), e.handlingOverdue()));
            case Event.Noted _, Event.Contacted _, Event.Contributed _, Event.Reminded _ -> order;
        };
    }

    private static Duty duty(Event.Dispatched e, Instant at) {
        return new Duty(
                e.edition(),
                e.limitClass(),
                e.lead(),
                e.assisting(),
                at,
                e.receipt(),
                e.handling(),
                null,
                null,
                null,
                null,
                null,
                0);
    }

    private static WorkOrder closed(WorkOrder order, Instant at) {
        if (order instanceof Reported o) return new Closed(o.duty(), o.report(), o.reportedAt(), at);
        throw new IllegalStateException("accepted, but not reported: " + order);
    }

    private static WorkOrder with(WorkOrder order, Duty duty) {
        return switch (order) {
            case Registered _ -> throw new IllegalStateException("not dispatched");
            case AwaitingReceipt _ -> new AwaitingReceipt(duty);
            case InHand _ -> new InHand(duty);
            case Reported o -> new Reported(duty, o.report(), o.reportedAt());
            case Closed o -> new Closed(duty, o.report(), o.reportedAt(), o.closedAt());
        };
    }

    private static Duty need(WorkOrder order) {
        Duty duty = order.dutyOrNull();
        if (duty == null) throw new IllegalStateException("not dispatched: " + order);
        return duty;
    }
}
