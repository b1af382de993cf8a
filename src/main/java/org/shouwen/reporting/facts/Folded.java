package org.shouwen.reporting.facts;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.shouwen.regulation.Pure;

/**
 * The countable facts that the journal of one subject (appeal, order, callback) comes to, ready to be written.
 *
 * @param again when it has to be looked at again though nothing happens to it; null when never
 */
@Pure
record Folded(List<Fact> facts, @Nullable Instant again) {
    static final Folded NOTHING = new Folded(List.of(), null);

    Folded {
        facts = List.copyOf(facts);
    }
}
