package org.shouwen.reporting.facts;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.shouwen.regulation.Pure;

/** What is counted of a risk warning (Art. 2). Its class and place stay out: the list behind a figure names no matter. */
@Pure
final class WarningFold {
    /** A warning that comes with this many appeals or more comes late. */
    static final int FIFTH = 5;

    private WarningFold() {}

    /**
     * A warning as it stands.
     *
     * @param unit of a backlog; else empty
     * @param sameMatter whether it says that several people bring one matter
     * @param seen how many appeals it was raised with
     * @param confirmed null while nobody has ruled on it
     * @param joined whether it turned out to be one with another, which counts for both
     */
    record Stands(
            Instant raised,
            String number,
            String unit,
            boolean sameMatter,
            int seen,
            @Nullable Boolean confirmed,
            boolean joined) {}

    static Folded of(Stands w) {
        if (w.joined()) return Folded.NOTHING;
        boolean confirmed = Boolean.TRUE.equals(w.confirmed());
        Fact fact = Fact.at(w.raised(), w.unit(), "", new Heading(w.number(), "", "", "", ""))
                .with(Counted.WARNING, confirmed);
        if (confirmed && w.sameMatter()) fact = fact.with(Counted.WARNING_SOON, w.seen() < FIFTH);
        return new Folded(List.of(fact), null);
    }
}
