package org.shouwen.reporting.facts;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.shouwen.accountability.Breach;

/** What is counted of a breach: that it was verified, on the day of the finding (Art. 22, ruling 15). */
final class BreachFold {
    private BreachFold() {}

    /** @param last the breach as it was written last */
    static Folded of(@Nullable Breach last, Heading heading) {
        if (last == null || last.foundAt() == null || !Boolean.TRUE.equals(last.upheld())) return Folded.NOTHING;
        Fact found = Fact.at(last.foundAt(), last.unit().code(), "", heading);
        return new Folded(List.of(found.with(Counted.BREACH, last.second())), null);
    }
}
