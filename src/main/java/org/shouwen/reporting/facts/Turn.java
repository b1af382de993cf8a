package org.shouwen.reporting.facts;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.shouwen.calendar.Limits;
import org.shouwen.calendar.WorkingDays;
import org.shouwen.regulation.Pure;
import org.shouwen.workorder.Contribution;
import org.shouwen.workorder.Event;

/** The time during which one unit led an order, as its history tells it (ruling 43). */
@Pure
final class Turn {
    /** What an assisting unit owed in it. */
    private static final class Part {
        final String unit;

        @Nullable
        Instant contributed;

        @Nullable
        Instant late;

        Part(String unit) {
            this.unit = unit;
        }
    }

    final String unit;
    final Instant dispatched;
    private final List<Part> parts = new ArrayList<>();
    private String limitClass;
    private boolean returned;
    private boolean left;
    private boolean receiptLate;
    private boolean handlingLate;

    @Nullable
    private Instant received;

    @Nullable
    private Instant contacted;

    @Nullable
    private Instant reported;

    @Nullable
    private Instant closed;

    Turn(String unit, String limitClass, Instant dispatched, List<Contribution> owed) {
        this.unit = unit;
        this.limitClass = limitClass;
        this.dispatched = dispatched;
        parts(owed);
    }

    String limitClass() {
        return limitClass;
    }

    /** What of an event moves the turn; of any other nothing does. */
    void on(Event event, Instant at) {
        if (event instanceof Event.Received) received = at;
        if (event instanceof Event.ReceiptOverdue) receiptLate = true;
        if (event instanceof Event.HandlingOverdue) handlingLate = true;
        if (event instanceof Event.LimitsMoved e) {
            receiptLate = e.receiptOverdue() != null;
            handlingLate = e.handlingOverdue() != null;
            parts(e.parts());
        }
        if (event instanceof Event.Reclassified e) reclassified(e.to(), e.parts());
        if (event instanceof Event.Contacted e) contact(e.contactedAt());
        if (event instanceof Event.AnsweredForUnit e) contact(e.contactedAt());
        if (event instanceof Event.Contributed e) contributed(e.unit().code(), at);
        if (event instanceof Event.PartOverdue e) partLate(e.unit().code(), at);
        if (event instanceof Event.ReportedOutcome e) {
            reported = at;
            Instant answered = e.report().answeredAt();
            if (answered != null) contact(answered);
        }
        if (event instanceof Event.Accepted) closed = at;
        if (event instanceof Event.Reopened) closed = null;
    }

    private void reclassified(String to, List<Contribution> owed) {
        limitClass = to;
        parts(owed);
    }

    /** The parts as they are owed from here on; a lateness that a new limit does not bear is withdrawn. */
    private void parts(List<Contribution> owed) {
        for (Contribution c : owed) {
            Part p = part(c.unit().code());
            if (c.overdue() == null) p.late = null;
        }
    }

    private void contributed(String by, Instant at) {
        Part p = part(by);
        if (p.contributed == null) p.contributed = at;
    }

    private void partLate(String by, Instant at) {
        Part p = part(by);
        if (p.late == null) p.late = at;
    }

    private Part part(String by) {
        for (Part p : parts) if (p.unit.equals(by)) return p;
        Part fresh = new Part(by);
        parts.add(fresh);
        return fresh;
    }

    private void contact(Instant at) {
        if (contacted == null || at.isBefore(contacted)) contacted = at;
    }

    void leaves(boolean byReturn) {
        left = true;
        returned = byReturn;
    }

    Instant contactLimit(Terms terms, WorkingDays days) {
        return Deadline.ofDays(dispatched, terms.contactDays(), days);
    }

    /** Whether only time can decide whether the appellant was contacted in time. */
    boolean waitsForContact() {
        return !left && contacted == null;
    }

    /** The unit's turn, with what of it is decided; and each part that is. */
    List<Fact> facts(Heading heading, Terms terms, WorkingDays days, Instant now) {
        List<Fact> facts = new ArrayList<>();
        Fact turn = Fact.at(dispatched, unit, limitClass, heading);
        if (receiptLate || (!left && received != null)) turn = turn.with(Counted.RECEIPT, !receiptLate);
        if (handlingLate || (!left && closed != null)) turn = turn.with(Counted.HANDLING, !handlingLate);
        if (!left && closed != null && reported != null) turn = turn.valued(Counted.ANSWER_DAYS, days(days, reported));
        Instant limit = contactLimit(terms, days);
        if (!left && (contacted != null || !now.isBefore(limit)))
            turn = turn.with(Counted.CONTACT, contacted != null && contacted.isBefore(limit));
        if (turn.counted() != 0) facts.add(returned ? turn.takenOut() : turn);
        for (Part p : parts) {
            Instant when = p.late != null ? p.late : p.contributed;
            if (when != null)
                facts.add(Fact.at(when, p.unit, limitClass, heading).with(Counted.PART, p.late == null));
        }
        return facts;
    }

    private int days(WorkingDays days, Instant until) {
        return days.between(
                dispatched.atZone(Limits.ZONE).toLocalDate(),
                until.atZone(Limits.ZONE).toLocalDate());
    }
}
