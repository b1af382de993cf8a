package org.shouwen.reporting.figures;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.shouwen.regulation.Pure;

/** One figure of two selections side by side: any two periods, units, classes, places or channels. */
@Pure
public record Comparison(FigureLine a, FigureLine b) {
    /** How a share of one side stands to the other's. */
    public enum Apart {
        /** The intervals of both overlap: the difference may be chance. */
        CHANCE,
        /** They do not. */
        CLEAR,
        /** Nothing is said: no share, or one side has no cases. */
        UNKNOWN
    }

    /** b less a, in the figure's own unit; null where one side has no value. */
    public @Nullable BigDecimal difference() {
        BigDecimal first = a.number(a.raw());
        BigDecimal second = b.number(b.raw());
        return first == null || second == null ? null : second.subtract(first);
    }

    /** With its sign, of a share in percentage points; a dash where there is none. */
    public String shown() {
        BigDecimal d = difference();
        if (d == null) return "–";
        return d.signum() > 0 ? "+" + d.toPlainString() : d.toPlainString();
    }

    public Apart apart() {
        Interval first = a.raw().interval();
        Interval second = b.raw().interval();
        if (first == null || second == null) return Apart.UNKNOWN;
        return first.high() < second.low() || second.high() < first.low() ? Apart.CLEAR : Apart.CHANCE;
    }
}
