package org.shouwen.workorder;

import java.time.Instant;
import java.util.List;
import java.util.function.UnaryOperator;
import org.shouwen.regulation.Pure;
import org.shouwen.workorder.WorkOrder.AwaitingReceipt;
import org.shouwen.workorder.WorkOrder.Closed;
import org.shouwen.workorder.WorkOrder.InHand;
import org.shouwen.workorder.WorkOrder.Joined;
import org.shouwen.workorder.WorkOrder.Registered;
import org.shouwen.workorder.WorkOrder.Reported;

/** Makes the order of its events; the row is what this yields, and a replay of the history must reach the row. */
@Pure
final class WorkOrderReplay {
    private WorkOrderReplay() {}

    static WorkOrder evolve(WorkOrder order, Event event, Instant at) {
        return switch (event) {
            case Event.Registered _ -> new Registered();
            case Event.Dispatched e -> new AwaitingReceipt(duty(e, at));
            case Event.Received _ -> new InHand(need(order).received(at));
            case Event.Assigned e -> with(order, need(order).assigned(e.section(), e.officer()));
            case Event.ReportedOutcome e ->
                new Reported(
                        need(order).asked(need(order).asked().with((PendingRequests.Return) null)), e.report(), at);
            case Event.Accepted _ -> closed(order, at);
            case Event.SentBack _, Event.Reopened _ -> new InHand(need(order).rework());
            case Event.Reclassified e ->
                with(order, need(order).reclassified(e.to(), e.newHandling()).parts(e.parts()));
            case Event.ReceiptOverdue e ->
                with(order, need(order).overdue(e.since(), need(order).handlingOverdue()));
            case Event.HandlingOverdue e ->
                with(order, need(order).overdue(need(order).receiptOverdue(), e.since()));
            case Event.LimitsMoved e ->
                with(
                        order,
                        need(order)
                                .limits(e.newReceipt(), e.newHandling())
                                .overdue(e.receiptOverdue(), e.handlingOverdue())
                                .parts(e.parts()));
            case Event.Contributed e -> with(order, need(order).part(e.unit(), p -> p.contributed(at)));
            case Event.PartOverdue e -> with(order, need(order).part(e.unit(), p -> p.late(e.since())));
            case Event.ExtensionAsked e ->
                asked(
                        order,
                        a -> a.with(new PendingRequests.Extension(
                                e.days(), e.reason(), e.basis(), e.toldAt(), e.toldHow(), at)));
            case Event.ExtensionGranted e ->
                with(
                        order,
                        need(order)
                                .limits(need(order).receipt(), e.newHandling())
                                .asked(need(order).asked().extended(e.days())));
            case Event.ExtensionRefused _ -> asked(order, a -> a.with((PendingRequests.Extension) null));
            case Event.ReturnAsked e ->
                asked(order, a -> a.with(new PendingRequests.Return(e.statement(), e.rulingNumber(), e.papers(), at)));
            case Event.ReturnGranted e ->
                new AwaitingReceipt(
                        duty(e.dispatched(), at).asked(need(order).asked().handedOn()));
            case Event.ReturnRefused _ -> asked(order, PendingRequests::returnRefused);
            case Event.Recalled _, Event.IntakeAnswered _ -> new Registered();
            case Event.IntakeAsked _ -> new Registered(at);
            case Event.Redispatched e ->
                new AwaitingReceipt(
                        duty(e.dispatched(), at).asked(need(order).asked().elsewhere()));
            case Event.Joined e -> new Joined(e.lead(), null);
            case Event.Separated _ -> new Registered();
            case Event.AnsweredWithLead e -> new Joined(e.lead(), at);
            case Event.Noted _,
                    Event.Attached _,
                    Event.MatterCorrected _,
                    Event.AccusedNamed _,
                    Event.SecrecyAsked _,
                    Event.Permitted _,
                    Event.Forgotten _,
                    Event.AnsweredForUnit _,
                    Event.Contacted _,
                    Event.Reminded _,
                    Event.Rated _,
                    Event.PartReminded _,
                    Event.UrgencyRaised _,
                    Event.Phoned _,
                    Event.OnSite _,
                    Event.BackToNormal _ -> order;
        };
    }

    static WorkOrder evolve(WorkOrder order, List<Event> events, Instant at) {
        WorkOrder now = order;
        for (Event event : events) now = evolve(now, event, at);
        return now;
    }

    private static Assignment duty(Event.Dispatched e, Instant at) {
        return new Assignment(
                e.edition(),
                e.limitClass(),
                e.lead(),
                e.parts(),
                at,
                e.receipt(),
                e.handling(),
                null,
                null,
                null,
                null,
                null,
                0,
                PendingRequests.NOTHING);
    }

    private static WorkOrder asked(WorkOrder order, UnaryOperator<PendingRequests> change) {
        return with(order, need(order).asked(change.apply(need(order).asked())));
    }

    private static WorkOrder closed(WorkOrder order, Instant at) {
        if (order instanceof Reported o) return new Closed(o.duty(), o.report(), o.reportedAt(), at);
        throw new IllegalStateException("accepted, but not reported: " + order);
    }

    private static WorkOrder with(WorkOrder order, Assignment duty) {
        return switch (order) {
            case Registered _, Joined _ -> throw new IllegalStateException("not dispatched");
            case AwaitingReceipt _ -> new AwaitingReceipt(duty);
            case InHand _ -> new InHand(duty);
            case Reported o -> new Reported(duty, o.report(), o.reportedAt());
            case Closed o -> new Closed(duty, o.report(), o.reportedAt(), o.closedAt());
        };
    }

    private static Assignment need(WorkOrder order) {
        Assignment duty = order.dutyOrNull();
        if (duty == null) throw new IllegalStateException("not dispatched: " + order);
        return duty;
    }
}
