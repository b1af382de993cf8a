package org.shouwen.reporting.evaluation;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a scheme comes to, as it is kept and published.
 *
 * @param units by group, best first; not ranked ones last
 */
public record Scores(List<UnitScore> units) {
    public Scores {
        units = List.copyOf(units);
    }

    /**
     * @param rank in its group; null when it is not ranked
     * @param cases the most that any weighted figure has of it
     * @param closed whether the unit was closed or merged by the time of computing
     * @param shares of the score, what cost most first
     */
    public record UnitScore(
            String unit,
            String group,
            BigDecimal score,
            @Nullable Integer rank,
            long cases,
            boolean closed,
            List<Share> shares,
            List<Extra> extras) {
        public UnitScore {
            shares = List.copyOf(shares);
            extras = List.copyOf(extras);
        }

        UnitScore ranked(int place) {
            return new UnitScore(unit, group, score, place, cases, closed, shares, extras);
        }
    }

    /**
     * @param value as shown; a dash where the unit has no case
     * @param weight that it has for this unit: figures without cases give theirs to the others
     * @param lost weight less what it gave
     */
    public record Share(
            String figure,
            int version,
            long over,
            long cases,
            String value,
            String raw,
            BigDecimal weight,
            BigDecimal points,
            BigDecimal share,
            BigDecimal lost) {}

    /** Points that a count added or deducted. */
    public record Extra(String figure, long cases, BigDecimal points) {}
}
