package org.shouwen.workorder;

import static org.shouwen.regulation.Clause.A17_9;
import static org.shouwen.workorder.Decision.done;
import static org.shouwen.workorder.Decision.no;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.shouwen.regulation.Pure;

/**
 * 紧急 (Art. 17): how far the phone dispatch of an urgent order has come. Until somebody at the unit has answered, the
 * order stays on the desk's alarm list. Urgency is raised, never lowered.
 *
 * @param since when it was known to be urgent
 * @param answeredAt when somebody at the unit was reached; null keeps the alarm on
 */
@Pure
public record Urgent(
        String kind,
        Instant since,
        int calls,
        @Nullable Instant answeredAt,
        @Nullable Instant onSiteAt,
        @Nullable Instant normalAt) {
    public boolean alarming() {
        return answeredAt == null;
    }

    /** The urgency that an event leaves behind; null while the order is not urgent. */
    static @Nullable Urgent evolve(@Nullable Urgent u, Event event, Instant at) {
        return switch (event) {
            case Event.Registered e -> e.urgentKind() == null ? u : new Urgent(e.urgentKind(), at, 0, null, null, null);
            case Event.UrgencyRaised e ->
                u == null
                        ? new Urgent(e.urgentKind(), at, 0, null, null, null)
                        : new Urgent(e.urgentKind(), u.since(), u.calls(), u.answeredAt(), u.onSiteAt(), u.normalAt());
            // another unit has it now: it has to be called as well
            case Event.ReturnGranted _, Event.Redispatched _, Event.Recalled _ ->
                u == null ? null : new Urgent(u.kind(), at, 0, null, null, null);
            case Event.Phoned e ->
                u == null
                        ? null
                        : new Urgent(
                                u.kind(),
                                u.since(),
                                u.calls() + 1,
                                e.answeredBy().isBlank() || u.answeredAt() != null ? u.answeredAt() : e.calledAt(),
                                u.onSiteAt(),
                                u.normalAt());
            case Event.OnSite e ->
                u == null
                        ? null
                        : new Urgent(u.kind(), u.since(), u.calls(), u.answeredAt(), e.arrivedAt(), u.normalAt());
            case Event.BackToNormal e ->
                u == null
                        ? null
                        : new Urgent(u.kind(), u.since(), u.calls(), u.answeredAt(), u.onSiteAt(), e.restoredAt());
            case Event.AccusedNamed _,
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
                    Event.ReturnAsked _,
                    Event.ReturnRefused _,
                    Event.Accepted _,
                    Event.SentBack _,
                    Event.Reopened _,
                    Event.Reclassified _,
                    Event.Reminded _,
                    Event.Rated _,
                    Event.Joined _,
                    Event.Separated _,
                    Event.AnsweredWithLead _,
                    Event.ReceiptOverdue _,
                    Event.HandlingOverdue _,
                    Event.MatterCorrected _,
                    Event.IntakeAsked _,
                    Event.IntakeAnswered _,
                    Event.LimitsMoved _ -> u;
        };
    }

    static Decision raise(@Nullable Urgent u, Command.RaiseUrgency c, Party by, DecisionContext rules) {
        if (!by.takesAppeals()) return no(A17_9, "platform-raises");
        if (rules.edition().urgentKinds().stream().noneMatch(k -> k.code().equals(c.urgentKind())))
            return no(A17_9, "no-such-urgent-kind", c.urgentKind());
        if (u != null && u.kind().equals(c.urgentKind())) return no(A17_9, "already-urgent");
        if (c.reason().isBlank()) return no(A17_9, "reason-missing");
        return done(new Event.UrgencyRaised(c.urgentKind(), c.reason()));
    }

    static Decision phone(@Nullable Urgent u, WorkOrder order, Command.Phone c, Party by, Instant now) {
        Assignment duty = order.dutyOrNull();
        if (!by.takesAppeals()) return no(A17_9, "platform-phones");
        if (u == null) return no(A17_9, "not-urgent");
        if (duty == null) return no(A17_9, "dispatch-first");
        if (c.called().isBlank()) return no(A17_9, "called-whom");
        if (c.calledAt().isAfter(now)) return no(A17_9, "in-future");
        return done(new Event.Phoned(duty.lead(), c.called(), c.calledAt(), c.answeredBy()));
    }

    static Decision onSite(@Nullable Urgent u, WorkOrder order, Command.ArriveOnSite c, Party by, Instant now) {
        if (u == null) return no(A17_9, "not-urgent");
        if (!concerned(order, by)) return no(A17_9, "not-yours");
        if (c.at().isAfter(now)) return no(A17_9, "in-future");
        if (c.who().isBlank()) return no(A17_9, "who-missing");
        return done(new Event.OnSite(c.at(), c.who()));
    }

    static Decision restored(@Nullable Urgent u, WorkOrder order, Command.RestoreNormal c, Party by, Instant now) {
        Instant onSite = u == null ? null : u.onSiteAt();
        if (u == null) return no(A17_9, "not-urgent");
        if (!concerned(order, by)) return no(A17_9, "not-yours");
        if (c.at().isAfter(now)) return no(A17_9, "in-future");
        if (onSite != null && c.at().isBefore(onSite)) return no(A17_9, "normal-before-on-site");
        return done(new Event.BackToNormal(c.at(), c.note()));
    }

    private static boolean concerned(WorkOrder order, Party by) {
        Assignment duty = order.dutyOrNull();
        return by.takesAppeals() || (duty != null && by.isOf(duty.lead()));
    }
}
