package org.shouwen.reporting.facts;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.shouwen.regulation.Pure;

/** What is counted of an appeal: that it came in, what the desk did with it, and whether a decline was overturned. */
@Pure
final class AppealFold {
    private AppealFold() {}

    /**
     * An entry of its history.
     *
     * @param type as the journal names it
     * @param unit that was asked directly (Art. 10); empty: the platform
     * @param outcome of a decision; empty in all others
     * @param upheld of a review's ruling
     */
    record Step(String type, Instant at, String unit, String outcome, boolean upheld) {}

    static Folded of(List<Step> steps, Heading heading) {
        List<Fact> facts = new ArrayList<>();
        String unit = steps.isEmpty() ? "" : steps.getFirst().unit();
        for (Step s : steps) {
            Fact fact = Fact.at(s.at(), unit, "", heading);
            switch (s.type()) {
                case "Received" -> facts.add(fact.with(Counted.TAKEN));
                case "Decided" -> {
                    Fact decided = decided(fact, s.outcome());
                    if (decided.counted() != 0) facts.add(decided);
                }
                case "ReviewRuled" -> facts.add(fact.with(Counted.REVIEW, !s.upheld()));
                default -> {}
            }
        }
        return new Folded(facts, null);
    }

    private static Fact decided(Fact fact, String outcome) {
        return switch (outcome) {
            case "answered" -> fact.with(Counted.DESK_ANSWERED, true);
            case "guided" -> fact.with(Counted.DESK_ANSWERED, false).with(Counted.DESK_GUIDED);
            case "declined" -> fact.with(Counted.DESK_ANSWERED, false).with(Counted.DESK_DECLINED);
            case "order" -> fact.with(Counted.DESK_ORDERED);
            default -> fact;
        };
    }
}
