package org.shouwen.reporting.figures;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.shouwen.regulation.Pure;

/**
 * How many people brought the cases of a line.
 *
 * @param number null: too many cases to count while somebody waits, and nobody had asked before; it is known in a minute
 * @param at when they were counted; null: now
 */
@Pure
record People(@Nullable Long number, @Nullable Instant at) {
    static final People BEING_COUNTED = new People(null, null);
}
