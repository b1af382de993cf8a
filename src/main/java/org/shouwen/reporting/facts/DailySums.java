package org.shouwen.reporting.facts;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.shouwen.regulation.Pure;

/** By how much the sums of days move when facts come and go. */
@Pure
final class DailySums {
    private static final Counted[] ALL = Counted.values();
    private static final Dimension[] DIMENSIONS = Dimension.values();

    /** @param value of a case that has one; else 0 */
    record Cell(Dimension dimension, Counted as, LocalDate day, String key, int value) {}

    private final Map<Cell, int[]> cells = new HashMap<>();

    /** @param times 1 for a fact that comes, -1 for one that goes */
    void add(Fact fact, int times) {
        for (Counted as : ALL) {
            if (!fact.counts(as)) continue;
            int value = as.valued() ? fact.value() : 0;
            for (Dimension d : DIMENSIONS) {
                if (!d.sums(fact, as)) continue;
                int[] sums = cells.computeIfAbsent(new Cell(d, as, fact.day(), d.key(fact), value), _ -> new int[4]);
                sums[0] += times;
                if (fact.meets(as)) sums[1] += times;
                if (fact.stays(as)) {
                    sums[2] += times;
                    if (fact.meets(as)) sums[3] += times;
                }
            }
        }
    }

    /** Moves them by as much as others move. */
    void add(DailySums others) {
        others.cells.forEach((cell, by) -> {
            int[] sums = cells.computeIfAbsent(cell, _ -> new int[by.length]);
            for (int i = 0; i < by.length; i++) sums[i] += by[i];
        });
    }

    /** Counted, met, adjusted, met of the adjusted; only what moves. */
    Map<Cell, int[]> moved() {
        cells.values().removeIf(s -> s[0] == 0 && s[1] == 0 && s[2] == 0 && s[3] == 0);
        return cells;
    }

    void clear() {
        cells.clear();
    }

    int size() {
        return cells.size();
    }
}
