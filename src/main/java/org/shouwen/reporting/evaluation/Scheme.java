package org.shouwen.reporting.evaluation;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.shouwen.regulation.Pure;
import org.shouwen.reporting.Period;

/**
 * By what units are evaluated in a period (Art. 3). Every number of it is the Bureau's.
 *
 * @param leastCases a unit with fewer cases is shown and not ranked
 * @param objectionDays working days in which a unit may object to single orders, from the first working day after the period
 * @param figures weights add up to 100
 */
@Pure
public record Scheme(
        String code,
        String title,
        Period period,
        int leastCases,
        int objectionDays,
        List<Group> groups,
        List<Weighted> figures,
        List<Addition> additions) {
    static final BigDecimal FULL = BigDecimal.valueOf(100);
    private static final int DIGITS = 6;

    public Scheme {
        groups = List.copyOf(groups);
        figures = List.copyOf(figures);
        additions = List.copyOf(additions);
    }

    /** Units that are alike, and are ranked among themselves. */
    public record Group(String id, String name, List<String> units) {}

    /** @param adjusted whether orders that rulings took out are left out */
    public record Weighted(String figure, int version, BigDecimal weight, boolean adjusted, Curve curve) {}

    /**
     * Points added, or with a minus deducted, for each case of a figure.
     *
     * @param most to which they may add up; the same sign as {@code each}
     */
    public record Addition(String figure, BigDecimal each, BigDecimal most) {
        BigDecimal of(long cases) {
            BigDecimal all = each.multiply(BigDecimal.valueOf(cases));
            return each.signum() < 0 ? all.max(most) : all.min(most);
        }
    }

    /** From which value on a step gives how many points in a hundred; up to the next one, which may give fewer. */
    public record Step(BigDecimal from, BigDecimal points) {}

    /**
     * How a value becomes points in a hundred: linear between floor and goal, or by steps. A goal below its floor means
     * that less is better.
     */
    public record Curve(
            @Nullable BigDecimal floor, @Nullable BigDecimal goal, List<Step> steps) {
        public Curve {
            steps = List.copyOf(steps);
        }

        BigDecimal points(BigDecimal value) {
            if (floor == null || goal == null)
                return steps.stream()
                        .filter(s -> value.compareTo(s.from()) >= 0)
                        .max(Comparator.comparing(Step::from))
                        .map(Step::points)
                        .orElse(BigDecimal.ZERO);
            BigDecimal share =
                    value.subtract(floor).multiply(FULL).divide(goal.subtract(floor), DIGITS, RoundingMode.HALF_UP);
            return share.max(BigDecimal.ZERO).min(FULL);
        }
    }

    public Optional<Group> groupOf(String unit) {
        return groups.stream().filter(g -> g.units().contains(unit)).findFirst();
    }

    List<String> units() {
        return groups.stream().flatMap(g -> g.units().stream()).toList();
    }
}
