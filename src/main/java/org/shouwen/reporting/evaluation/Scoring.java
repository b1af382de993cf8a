package org.shouwen.reporting.evaluation;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.shouwen.reporting.evaluation.Scores.Extra;
import org.shouwen.reporting.evaluation.Scores.Share;
import org.shouwen.reporting.evaluation.Scores.UnitScore;
import org.shouwen.reporting.figures.CaseSums;
import org.shouwen.reporting.figures.Figure;
import org.shouwen.reporting.figures.FigureRegistry;
import org.shouwen.reporting.figures.FigureValue;
import org.shouwen.reporting.figures.Fraction;

/** Works a scheme out: points by the curve, shares by weight, rank inside the group. No clock, no database. */
final class Scoring {
    private static final int DIGITS = 2;

    private final Scheme scheme;
    private final FigureRegistry figures;

    Scoring(Scheme scheme, FigureRegistry figures) {
        this.scheme = scheme;
        this.figures = figures;
    }

    /** @param active units that are there by now; others are shown and not ranked */
    Scores of(Map<String, CaseSums> sums, Set<String> active) {
        List<UnitScore> all = new ArrayList<>();
        for (Scheme.Group g : scheme.groups()) {
            List<UnitScore> group = new ArrayList<>();
            for (String unit : g.units())
                group.add(unit(unit, g.id(), sums.getOrDefault(unit, new CaseSums()), active.contains(unit)));
            group.sort(Comparator.comparing(Scoring::unranked)
                    .thenComparing(UnitScore::score, Comparator.reverseOrder())
                    .thenComparing(UnitScore::unit));
            all.addAll(ranked(group));
        }
        return new Scores(all);
    }

    private static boolean unranked(UnitScore u) {
        return u.rank() == null;
    }

    /** Equal scores share a place. */
    private static List<UnitScore> ranked(List<UnitScore> group) {
        List<UnitScore> ranked = new ArrayList<>();
        int place = 0;
        @Nullable BigDecimal before = null;
        for (int i = 0; i < group.size(); i++) {
            UnitScore u = group.get(i);
            if (unranked(u)) {
                ranked.add(u);
                continue;
            }
            if (before == null || before.compareTo(u.score()) != 0) place = i + 1;
            before = u.score();
            ranked.add(u.ranked(place));
        }
        return ranked;
    }

    private UnitScore unit(String unit, String group, CaseSums sums, boolean active) {
        BigDecimal present = BigDecimal.ZERO;
        long cases = 0;
        for (Scheme.Weighted w : scheme.figures()) {
            FigureValue v = FigureValue.of(figures.get(w.figure()), sums, w.adjusted());
            if (v.value() != null && v.cases() > 0) present = present.add(w.weight());
            cases = Math.max(cases, v.cases());
        }
        List<Share> shares = new ArrayList<>();
        for (Scheme.Weighted w : scheme.figures()) shares.add(share(w, sums, present));
        shares.sort(Comparator.comparing(Share::lost).reversed());
        List<Extra> extras = new ArrayList<>();
        for (Scheme.Addition a : scheme.additions()) {
            long n = FigureValue.of(figures.get(a.figure()), sums, true).over();
            if (n > 0) extras.add(new Extra(a.figure(), n, a.of(n)));
        }
        BigDecimal score = shares.stream().map(Share::share).reduce(BigDecimal.ZERO, BigDecimal::add);
        for (Extra e : extras) score = score.add(e.points());
        boolean ranked = active && cases >= Math.max(1, scheme.leastCases());
        return new UnitScore(
                unit,
                group,
                score.max(BigDecimal.ZERO).setScale(DIGITS, RoundingMode.HALF_UP),
                ranked ? 0 : null,
                cases,
                !active,
                shares,
                extras);
    }

    private Share share(Scheme.Weighted w, CaseSums sums, BigDecimal present) {
        Figure figure = figures.get(w.figure());
        FigureValue v = FigureValue.of(figure, sums, w.adjusted());
        String raw = shown(figure, FigureValue.of(figure, sums, false));
        if (v.value() == null || v.cases() == 0)
            return new Share(
                    w.figure(),
                    w.version(),
                    v.over(),
                    0,
                    "–",
                    raw,
                    BigDecimal.ZERO,
                    BigDecimal.ZERO,
                    BigDecimal.ZERO,
                    BigDecimal.ZERO);
        BigDecimal weight = w.weight().multiply(Scheme.FULL).divide(present, DIGITS + 2, RoundingMode.HALF_UP);
        BigDecimal points = w.curve().points(value(figure, v.value()));
        BigDecimal share = weight.multiply(points).divide(Scheme.FULL, DIGITS + 2, RoundingMode.HALF_UP);
        return new Share(
                w.figure(),
                w.version(),
                v.over(),
                v.cases(),
                shown(figure, v),
                raw,
                weight,
                points.setScale(DIGITS, RoundingMode.HALF_UP),
                share,
                weight.subtract(share));
    }

    private static BigDecimal value(Figure figure, Fraction f) {
        return figure.measure() == Figure.Measure.RATIO ? f.percent(6) : f.rounded(6);
    }

    private static String shown(Figure figure, FigureValue v) {
        Fraction f = v.value();
        if (f == null) return "–";
        return figure.measure() == Figure.Measure.RATIO
                ? f.percent(1).toPlainString() + "%"
                : f.rounded(2).stripTrailingZeros().toPlainString();
    }
}
