package org.shouwen.reporting.facts;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.shouwen.regulation.Pure;
import org.shouwen.supervision.Supervision;
import org.shouwen.supervision.Supervision.Level;

/** What is counted of a supervision: that it was issued, and once that it was answered late or not at all (Art. 16). */
@Pure
final class SupervisionFold {
    private SupervisionFold() {}

    /** @param type as the journal names it: Issued, Answered, Escalated … */
    record Step(String type, Supervision after, Instant at) {}

    static Folded of(List<Step> steps, Heading heading) {
        List<Fact> facts = new ArrayList<>();
        boolean late = false;
        for (Step s : steps) {
            Fact fact = Fact.at(s.at(), s.after().unit().code(), "", heading);
            if (s.type().equals("Issued"))
                facts.add(fact.with(
                        s.after().level() == Level.FIRST ? Counted.SUPERVISION_FIRST : Counted.SUPERVISION_SECOND));
            if (!late && isLate(s)) {
                late = true;
                facts.add(fact.with(Counted.SUPERVISION_LATE));
            }
        }
        return new Folded(facts, null);
    }

    private static boolean isLate(Step s) {
        return s.type().equals("Escalated")
                || (s.type().equals("Answered") && !s.at().isBefore(s.after().due()));
    }
}
