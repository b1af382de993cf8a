package org.shouwen.workorder;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.shouwen.confidentiality.Confidentiality;
import org.shouwen.directory.UnitId;
import org.shouwen.regulation.Pure;

/** What is to be kept of an order, as its events leave it. */
@Pure
final class ConfidentialityReplay {
    private ConfidentialityReplay() {}

    static Confidentiality evolve(Confidentiality c, Event event, Instant at) {
        return switch (event) {
            case Event.Registered e ->
                new Confidentiality(e.secret(), e.accusedUnits(), e.accused(), null, null, e.unclear());
            case Event.AccusedNamed e -> named(c, e);
            case Event.SecrecyAsked _ ->
                new Confidentiality(true, c.accusedUnits(), c.accused(), null, c.answeredAt(), c.unclear());
            case Event.Permitted _ ->
                new Confidentiality(c.secret(), c.accusedUnits(), c.accused(), at, c.answeredAt(), c.unclear());
            case Event.AnsweredForUnit _ ->
                new Confidentiality(c.secret(), c.accusedUnits(), c.accused(), c.permittedAt(), at, c.unclear());
            // what was answered before does not answer what is worked on anew
            case Event.SentBack _, Event.Reopened _ ->
                new Confidentiality(c.secret(), c.accusedUnits(), c.accused(), c.permittedAt(), null, c.unclear());
            case Event.ReturnGranted _, Event.Redispatched _ ->
                new Confidentiality(c.secret(), c.accusedUnits(), c.accused(), null, null, c.unclear());
            case Event.Dispatched _, Event.Separated _, Event.Recalled _ ->
                new Confidentiality(c.secret(), c.accusedUnits(), c.accused(), null, c.answeredAt(), c.unclear());
            case Event.Forgotten _,
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
                    Event.UrgencyRaised _,
                    Event.Phoned _,
                    Event.OnSite _,
                    Event.BackToNormal _,
                    Event.Accepted _,
                    Event.Reclassified _,
                    Event.Reminded _,
                    Event.Rated _,
                    Event.Joined _,
                    Event.AnsweredWithLead _,
                    Event.ReceiptOverdue _,
                    Event.HandlingOverdue _,
                    Event.MatterCorrected _,
                    Event.IntakeAsked _,
                    Event.IntakeAnswered _,
                    Event.LimitsMoved _ -> c;
        };
    }

    private static Confidentiality named(Confidentiality c, Event.AccusedNamed e) {
        List<UnitId> units = e.unit() == null || c.accusedUnits().contains(e.unit())
                ? c.accusedUnits()
                : Stream.concat(c.accusedUnits().stream(), Stream.of(e.unit())).toList();
        String words = e.accused().isEmpty() || c.accused().contains(e.accused())
                ? c.accused()
                : c.accused().isEmpty() ? e.accused() : c.accused() + "；" + e.accused();
        return new Confidentiality(
                c.secret(), units, words, e.noUnit() ? c.permittedAt() : null, c.answeredAt(), e.unclear());
    }

    /** What has to happen so that what is kept from units elsewhere is kept from them here too. */
    static List<Event> taking(Confidentiality c, Confidentiality other) {
        List<Event> events = new ArrayList<>();
        if (other.secret() && (!c.secret() || c.permittedAt() != null)) events.add(new Event.SecrecyAsked(""));
        boolean words = !c.accused().contains(other.accused())
                || (other.unclear() && !c.unclear() && !c.accused().equals(other.accused()));
        boolean open = c.unclear() || (words && other.unclear());
        for (UnitId unit : other.accusedUnits())
            if (!c.accusedUnits().contains(unit)) events.add(new Event.AccusedNamed(unit, "", open));
        if (words) events.add(new Event.AccusedNamed(null, other.accused(), open));
        return events;
    }
}
