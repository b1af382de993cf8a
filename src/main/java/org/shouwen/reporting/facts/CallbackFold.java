package org.shouwen.reporting.facts;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.shouwen.callback.Callback;
import org.shouwen.callback.Callback.State;
import org.shouwen.regulation.Pure;

/** What is counted of a callback: its first call, its end, and what the person said first and last (Art. 14). */
@Pure
final class CallbackFold {
    private CallbackFold() {}

    /** A callback as a call left it. */
    record Call(Callback after, Instant at) {}

    static Folded of(List<Call> calls, Heading heading) {
        if (calls.isEmpty()) return Folded.NOTHING;
        List<Fact> facts = new ArrayList<>();
        facts.add(fact(calls.getFirst(), heading).with(Counted.CALLED));
        calls.stream()
                .filter(c -> c.after().state() != State.WAITING)
                .findFirst()
                .ifPresent(c -> facts.add(ended(c, heading)));
        Call last = null;
        for (Call c : calls) if (c.after().state() == State.REACHED) last = c;
        if (last != null)
            facts.add(fact(last, heading)
                    .with(Counted.SOLVED, Boolean.TRUE.equals(last.after().resolved()))
                    .with(Counted.TRUTHFUL, Boolean.TRUE.equals(last.after().truthful()))
                    .with(
                            Counted.SATISFIED_FINAL,
                            Boolean.TRUE.equals(last.after().satisfied())));
        return new Folded(facts, null);
    }

    private static Fact ended(Call c, Heading heading) {
        boolean reached = c.after().state() == State.REACHED;
        Fact end = fact(c, heading).with(Counted.REACHED, reached);
        return reached
                ? end.with(
                        Counted.SATISFIED_FIRST, Boolean.TRUE.equals(c.after().satisfiedFirst()))
                : end;
    }

    private static Fact fact(Call c, Heading heading) {
        return Fact.at(c.at(), c.after().unit().code(), "", heading);
    }
}
