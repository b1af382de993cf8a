package org.shouwen.reporting.figures;

import java.util.List;
import org.shouwen.regulation.Pure;

/**
 * What is seen, held against what is usual.
 *
 * @param seen so far today
 * @param low the second least of the same weekdays, up to the same hour; {@code high} the second most
 * @param days how many such days there are; below four nothing is said to be usual
 */
@Pure
public record Usual(long seen, long low, long high, int days) {
    private static final int ENOUGH = 4;

    static Usual of(long seen, List<Long> before) {
        List<Long> sorted = before.stream().sorted().toList();
        int n = sorted.size();
        if (n < ENOUGH) return new Usual(seen, 0, 0, n);
        return new Usual(seen, sorted.get(1), sorted.get(n - 2), n);
    }

    public boolean known() {
        return days >= ENOUGH;
    }

    public boolean above() {
        return known() && seen > high;
    }

    public boolean below() {
        return known() && seen < low;
    }
}
