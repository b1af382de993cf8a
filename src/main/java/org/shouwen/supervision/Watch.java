package org.shouwen.supervision;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.shouwen.callback.FoundUntruthful;
import org.shouwen.directory.UnitId;
import org.shouwen.jobs.Job;
import org.shouwen.rowsecurity.UnitScope;
import org.shouwen.workorder.Event;
import org.shouwen.workorder.OrderMoved;
import org.shouwen.workorder.OrdersMoved;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Finds what calls for supervision, in the transaction in which it happens; and draws the consequence of limits passed. */
@Component
class Watch implements Job {
    private final TriggerStore store;
    private final Supervisions supervisions;
    private final UnitScope scope;

    Watch(TriggerStore store, Supervisions supervisions, UnitScope scope) {
        this.store = store;
        this.supervisions = supervisions;
        this.scope = scope;
    }

    @EventListener
    void on(OrderMoved moved) {
        if (taken(moved.event()))
            scope.asPlatform(() -> {
                store.settle(moved.order(), null, "dispatched elsewhere", moved.at());
                return moved;
            });
        trigger(moved).ifPresent(t -> add(List.of(t)));
    }

    /** The platform's, also where a unit's own act calls for it. */
    private void add(List<Trigger> triggers) {
        scope.asPlatform(() -> {
            store.add(triggers);
            return triggers;
        });
    }

    /** Many at once: what a sweep has marked. */
    @EventListener
    void on(OrdersMoved moved) {
        List<Trigger> triggers = new ArrayList<>();
        for (OrderMoved m : moved.moved()) trigger(m).ifPresent(triggers::add);
        if (!triggers.isEmpty()) add(triggers);
    }

    /** A callback has shown that the report was not true (Art. 14, 16). */
    @EventListener
    void on(FoundUntruthful found) {
        add(List.of(Trigger.of(
                found.order(),
                found.orderNumber(),
                found.unit(),
                Trigger.Kind.UNTRUTHFUL,
                found.at(),
                found.words(),
                found.by())));
    }

    @Override
    public String name() {
        return "supervision-escalation";
    }

    @Override
    public Duration every() {
        return Duration.ofSeconds(30);
    }

    @Override
    public void run() {
        supervisions.escalate();
    }

    /** The platform took the order from the unit: what had not been ruled on yet does not count against it (ruling 5). */
    private static boolean taken(Event event) {
        return event instanceof Event.Recalled || event instanceof Event.Redispatched;
    }

    private static Optional<Trigger> trigger(OrderMoved moved) {
        UnitId unit = moved.lead();
        if (unit == null) return Optional.empty();
        return switch (moved.event()) {
            case Event.HandlingOverdue _ -> found(moved, unit, Trigger.Kind.OVERDUE, "");
            case Event.SentBack e -> found(moved, unit, Trigger.Kind.REFUSED_REPORT, e.reason());
            case Event.ReturnAsked e ->
                moved.returns() > 0
                        ? found(moved, unit, Trigger.Kind.REPEATED_RETURN, e.statement())
                        : Optional.empty();
            case Event.Rated e when e.discontent() -> found(moved, unit, Trigger.Kind.DISCONTENT, e.words());
            case Event.Reopened e when e.objection() -> found(moved, unit, Trigger.Kind.OBJECTION, e.words());
            case Event.Registered _,
                    Event.Rated _,
                    Event.Reopened _,
                    Event.AccusedNamed _,
                    Event.SecrecyAsked _,
                    Event.Permitted _,
                    Event.Forgotten _,
                    Event.AnsweredForUnit _,
                    Event.Dispatched _,
                    Event.Received _,
                    Event.Assigned _,
                    Event.Noted _,
                    Event.Attached _,
                    Event.Contacted _,
                    Event.Contributed _,
                    Event.ReportedOutcome _,
                    Event.PartReminded _,
                    Event.PartOverdue _,
                    Event.ExtensionAsked _,
                    Event.ExtensionGranted _,
                    Event.ExtensionRefused _,
                    Event.ReturnGranted _,
                    Event.ReturnRefused _,
                    Event.UrgencyRaised _,
                    Event.Phoned _,
                    Event.OnSite _,
                    Event.BackToNormal _,
                    Event.Accepted _,
                    Event.Reclassified _,
                    Event.Reminded _,
                    Event.Joined _,
                    Event.Separated _,
                    Event.AnsweredWithLead _,
                    Event.ReceiptOverdue _,
                    Event.Recalled _,
                    Event.Redispatched _,
                    Event.MatterCorrected _,
                    Event.IntakeAsked _,
                    Event.IntakeAnswered _,
                    Event.LimitsMoved _ -> Optional.empty();
        };
    }

    private static Optional<Trigger> found(OrderMoved m, UnitId unit, Trigger.Kind kind, String words) {
        return Optional.of(Trigger.of(m.order(), m.number(), unit, kind, m.at(), words, "system"));
    }
}
