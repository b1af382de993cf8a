package org.shouwen.reporting.facts;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.shouwen.calendar.WorkingDays;
import org.shouwen.regulation.Pure;
import org.shouwen.workorder.Event;

/** What is counted of an order, from the first of its events to the last: the definitions of the figures as code. */
@Pure
final class OrderFold {
    private final Heading heading;
    private final Terms terms;
    private final WorkingDays days;
    private final List<Turn> turns = new ArrayList<>();
    private final List<Fact> happened = new ArrayList<>();
    private int dispatches;
    private boolean dispatchedAnew;
    private boolean urgent;
    private boolean joined;
    private Instant registered = Instant.EPOCH;

    @Nullable
    private Turn turn;

    @Nullable
    private Instant called;

    private boolean onSite;

    private OrderFold(Heading heading, Terms terms, WorkingDays days) {
        this.heading = heading;
        this.terms = terms;
        this.days = days;
    }

    /** An event and when it was written down. */
    record Happening(Event event, Instant at) {}

    static Folded of(List<Happening> history, Heading heading, Terms terms, WorkingDays days, Instant now) {
        OrderFold fold = new OrderFold(heading, terms, days);
        for (Happening h : history) fold.on(h.event(), h.at());
        return fold.folded(now);
    }

    private void on(Event event, Instant at) {
        switch (event) {
            case Event.Registered e -> {
                registered = at;
                urgent = e.urgentKind() != null;
            }
            case Event.Dispatched e -> dispatched(e, at);
            case Event.ReturnGranted e -> {
                count(Counted.RETURN_GRANTED, at, e.from().code());
                leave(true);
                dispatched(e.dispatched(), at);
            }
            case Event.Redispatched e -> {
                leave(false);
                dispatched(e.dispatched(), at);
            }
            case Event.Recalled _ -> leave(false);
            case Event.Joined _ -> joined = true;
            case Event.Separated _ -> joined = false;
            case Event.ExtensionAsked _ -> count(Counted.EXTENSION_ASKED, at, unit());
            case Event.ExtensionGranted _ -> count(Counted.EXTENSION_GRANTED, at, unit());
            case Event.ExtensionRefused _ -> count(Counted.EXTENSION_REFUSED, at, unit());
            case Event.ReturnAsked _ -> count(Counted.RETURN_ASKED, at, unit());
            case Event.ReturnRefused _ -> count(Counted.RETURN_REFUSED, at, unit());
            case Event.Rated e ->
                happened.add(
                        fact(at, unit()).with(Counted.RATED, e.satisfied()).with(Counted.RATED_SOLVED, e.resolved()));
            case Event.Phoned e -> {
                if (called == null && !e.answeredBy().isBlank()) called = e.calledAt();
            }
            case Event.OnSite e -> onSite(e.arrivedAt());
            case Event.Received _,
                    Event.ReceiptOverdue _,
                    Event.HandlingOverdue _,
                    Event.LimitsMoved _,
                    Event.Reclassified _,
                    Event.Contacted _,
                    Event.AnsweredForUnit _,
                    Event.Contributed _,
                    Event.PartOverdue _,
                    Event.ReportedOutcome _,
                    Event.Accepted _,
                    Event.SentBack _,
                    Event.Reopened _ -> inTurn(event, at);
            case Event.AccusedNamed _,
                    Event.SecrecyAsked _,
                    Event.Permitted _,
                    Event.Forgotten _,
                    Event.Assigned _,
                    Event.Noted _,
                    Event.Attached _,
                    Event.PartReminded _,
                    Event.UrgencyRaised _,
                    Event.BackToNormal _,
                    Event.Reminded _,
                    Event.AnsweredWithLead _,
                    Event.MatterCorrected _,
                    Event.IntakeAsked _,
                    Event.IntakeAnswered _ -> {}
        }
    }

    /** What happens to an order while a unit has it; before its first dispatch none of this does. */
    private void inTurn(Event event, Instant at) {
        Turn t = turn;
        if (t == null) return;
        t.on(event, at);
        if (event instanceof Event.Accepted) count(Counted.CLOSED, at, t.unit);
        if (event instanceof Event.SentBack) count(Counted.REWORK, at, t.unit);
        if (event instanceof Event.Reopened)
            happened.add(fact(at, t.unit).with(Counted.REWORK).with(Counted.REOPENED));
    }

    private void dispatched(Event.Dispatched e, Instant at) {
        turn = new Turn(e.lead().code(), e.limitClass(), at, e.parts());
        turns.add(turn);
        dispatches++;
        joined = false;
    }

    private void leave(boolean byReturn) {
        dispatchedAnew = true;
        if (turn != null) turn.leaves(byReturn);
        turn = null;
        called = null;
        onSite = false;
    }

    private void onSite(Instant arrived) {
        if (called == null || onSite) return;
        onSite = true;
        int minutes = (int) Math.max(0, Duration.between(called, arrived).toMinutes());
        happened.add(fact(arrived, unit()).valued(Counted.ON_SITE, minutes));
    }

    private void count(Counted as, Instant at, String unit) {
        happened.add(fact(at, unit).with(as));
    }

    private Fact fact(Instant at, String unit) {
        return Fact.at(at, unit, turn == null ? "" : turn.limitClass(), heading);
    }

    private String unit() {
        return turn == null ? "" : turn.unit;
    }

    /** An order whose history does not begin (somebody took its entries away) is no case of anything; {@code verify} names it. */
    private Folded folded(Instant now) {
        if (registered.equals(Instant.EPOCH)) return new Folded(List.of(), null);
        Instant limit = urgent
                ? registered.plus(Duration.ofMinutes(terms.dispatchUrgentMinutes()))
                : Deadline.ofDays(registered, terms.dispatchDays(), days);
        List<Fact> facts = new ArrayList<>();
        Fact order = Fact.at(registered, "", "", heading);
        if (!turns.isEmpty())
            facts.add(order.with(Counted.DISPATCH, turns.getFirst().dispatched.isBefore(limit)));
        else if (!joined && !now.isBefore(limit)) facts.add(order.with(Counted.DISPATCH, false));
        if (!turns.isEmpty()) {
            Turn first = turns.getFirst();
            facts.add(Fact.at(first.dispatched, first.unit, first.limitClass(), heading)
                    .with(Counted.FIRST_DISPATCH, !dispatchedAnew)
                    .valued(Counted.HOPS, dispatches));
        }
        for (Turn t : turns) facts.addAll(t.facts(heading, terms, days, now));
        facts.addAll(happened);
        return new Folded(facts, again(limit, now));
    }

    private @Nullable Instant again(Instant dispatchLimit, Instant now) {
        if (turns.isEmpty()) return joined || !now.isBefore(dispatchLimit) ? null : dispatchLimit;
        if (turn == null || !turn.waitsForContact()) return null;
        Instant limit = turn.contactLimit(terms, days);
        return now.isBefore(limit) ? limit : null;
    }
}
