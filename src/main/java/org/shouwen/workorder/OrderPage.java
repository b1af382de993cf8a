package org.shouwen.workorder;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.shouwen.confidentiality.Confidentiality;
import org.shouwen.history.Actor;

/**
 * All that the page of an order shows of it: state, matter, and the timeline from registration to closing.
 *
 * @param urgent how far the phone dispatch has come; null when the order is not urgent
 * @param shield what is kept secret from units
 * @param version for ETag and If-Match
 */
public record OrderPage(
        UUID id,
        String number,
        UUID appeal,
        Instant registeredAt,
        WorkOrder order,
        @Nullable Urgent urgent,
        Confidentiality shield,
        Matter matter,
        List<Happening> way,
        long version) {

    /** As units may read it: not in whose words somebody is complained about. */
    public OrderPage forUnits() {
        List<Happening> told =
                way.stream().flatMap(h -> forUnits(h.event()).map(h::with)).toList();
        return new OrderPage(id, number, appeal, registeredAt, order, urgent, shield.forUnits(), matter, told, version);
    }

    /** What units are told of a step: nothing, less, or all of it. A new kind of step has to be decided on here. */
    private static Stream<Event> forUnits(Event event) {
        return switch (event) {
            case Event.Registered e ->
                Stream.of(new Event.Registered(
                        e.number(),
                        e.appeal(),
                        e.matterDigest(),
                        e.urgentKind(),
                        e.secret(),
                        e.accusedUnits(),
                        "",
                        false));
            case Event.AccusedNamed e ->
                e.unit() == null ? Stream.empty() : Stream.of(new Event.AccusedNamed(e.unit(), "", false));
            // what the platform asks itself
            case Event.IntakeAsked _, Event.IntakeAnswered _ -> Stream.empty();
            case Event.SecrecyAsked _,
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
                    Event.ReturnGranted _,
                    Event.ReturnRefused _,
                    Event.UrgencyRaised _,
                    Event.Phoned _,
                    Event.OnSite _,
                    Event.BackToNormal _,
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
                    Event.Recalled _,
                    Event.Redispatched _,
                    Event.MatterCorrected _,
                    Event.LimitsMoved _ -> Stream.of(event);
        };
    }

    /** Without even the masks of what led to the appellant. */
    OrderPage blank(Matter matter, WorkOrder order, List<Happening> way) {
        return new OrderPage(id, number, appeal, registeredAt, order, urgent, shield, matter, way, version);
    }

    /** A step of the way: what happened, when, by whom. */
    public record Happening(long seq, Instant at, Actor by, Event event) {
        Happening with(Event told) {
            return new Happening(seq, at, by, told);
        }
    }
}
