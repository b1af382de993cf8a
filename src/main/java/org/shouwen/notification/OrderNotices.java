package org.shouwen.notification;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.shouwen.directory.UnitId;
import org.shouwen.notification.StaffNotice.Kind;
import org.shouwen.workorder.Contribution;
import org.shouwen.workorder.Due;
import org.shouwen.workorder.Event;
import org.shouwen.workorder.OrderMoved;

/** Which people of units are told of a step of an order; a new kind of step has to be decided on here. */
final class OrderNotices {
    private OrderNotices() {}

    static List<StaffNotice> of(OrderMoved moved) {
        return switch (moved.event()) {
            case Event.Dispatched e -> dispatched(moved, e);
            case Event.Redispatched e ->
                both(away(moved, e.from(), Kind.TAKEN_AWAY), dispatched(moved, e.dispatched()));
            case Event.ReturnGranted e -> both(away(moved, e.from(), Kind.DECIDED), dispatched(moved, e.dispatched()));
            case Event.Recalled e -> away(moved, e.from(), Kind.TAKEN_AWAY);
            case Event.Assigned _ -> lead(moved, Kind.ASSIGNED, null);
            case Event.SentBack _ -> lead(moved, Kind.SENT_BACK, null);
            case Event.Reopened _ -> lead(moved, Kind.REOPENED, null);
            case Event.Reminded _ -> lead(moved, Kind.REMINDED, null);
            case Event.Reclassified e -> lead(moved, Kind.DECIDED, e.newHandling());
            case Event.ExtensionGranted e -> lead(moved, Kind.DECIDED, e.newHandling());
            case Event.ExtensionRefused _, Event.ReturnRefused _ -> lead(moved, Kind.DECIDED, null);
            case Event.PartReminded e -> List.of(unit(moved, e.unit(), Kind.PART_REMINDED, null));
            case Event.ReceiptOverdue e -> lead(moved, Kind.OVERDUE, new Due(e.since(), false));
            case Event.HandlingOverdue e -> lead(moved, Kind.OVERDUE, new Due(e.since(), false));
            case Event.PartOverdue e -> List.of(unit(moved, e.unit(), Kind.OVERDUE, new Due(e.since(), false)));
            // the unit's own acts, what the platform keeps to itself, and what the list of moved limits tells
            case Event.Registered _,
                    Event.AccusedNamed _,
                    Event.SecrecyAsked _,
                    Event.Permitted _,
                    Event.Forgotten _,
                    Event.AnsweredForUnit _,
                    Event.Received _,
                    Event.Noted _,
                    Event.Attached _,
                    Event.Contacted _,
                    Event.Contributed _,
                    Event.ReportedOutcome _,
                    Event.ExtensionAsked _,
                    Event.ReturnAsked _,
                    Event.UrgencyRaised _,
                    Event.Phoned _,
                    Event.OnSite _,
                    Event.BackToNormal _,
                    Event.Accepted _,
                    Event.Rated _,
                    Event.Joined _,
                    Event.Separated _,
                    Event.AnsweredWithLead _,
                    Event.MatterCorrected _,
                    Event.IntakeAsked _,
                    Event.IntakeAnswered _,
                    Event.LimitsMoved _ -> List.of();
        };
    }

    private static List<StaffNotice> dispatched(OrderMoved moved, Event.Dispatched e) {
        StaffNotice lead = unit(moved, e.lead(), Kind.NEW_ORDER, e.receipt());
        return Stream.concat(
                        Stream.of(lead),
                        e.parts().stream().map((Contribution p) -> unit(moved, p.unit(), Kind.PART_ASKED, p.due())))
                .toList();
    }

    private static List<StaffNotice> both(List<StaffNotice> first, List<StaffNotice> second) {
        return Stream.concat(first.stream(), second.stream()).toList();
    }

    private static List<StaffNotice> away(OrderMoved moved, UnitId from, Kind kind) {
        return List.of(unit(moved, from, kind, null));
    }

    /** The lead unit, and who of it has the order. */
    private static List<StaffNotice> lead(OrderMoved moved, Kind kind, @Nullable Due due) {
        UnitId lead = moved.lead();
        return lead == null
                ? List.of()
                : List.of(new StaffNotice(
                        lead,
                        moved.section(),
                        moved.officer(),
                        kind,
                        moved.number(),
                        moved.at(),
                        due == null ? null : due.at()));
    }

    private static StaffNotice unit(OrderMoved moved, UnitId unit, Kind kind, @Nullable Due due) {
        return new StaffNotice(unit, null, null, kind, moved.number(), moved.at(), due == null ? null : due.at());
    }
}
