package org.shouwen.reporting.figures;

import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A figure's row on a page: raw and adjusted side by side, each with its cases.
 *
 * @param beingCounted whether it takes longer than somebody waits: asked again in a minute it has its value
 * @param countedAt of a count that is kept; null: counted now, like all others
 */
public record FigureLine(
        Figure figure,
        String key,
        FigureValue raw,
        FigureValue adjusted,
        boolean beingCounted,
        @Nullable Instant countedAt) {
    static FigureLine of(Figure figure, String key, CaseSums sums) {
        Part part = figure.numerator();
        People people = part != null && figure.measure() == Figure.Measure.PERSONS ? sums.people(part.as()) : null;
        return new FigureLine(
                figure,
                key,
                FigureValue.of(figure, sums, false),
                FigureValue.of(figure, sums, true),
                people != null && people.number() == null,
                people == null ? null : people.at());
    }

    /** Whether the rulings that took cases out changed anything. */
    public boolean differs() {
        return !raw.equals(adjusted);
    }

    /** Whether nothing of the period is a case of it; what is held against inhabitants has those whatever came in. */
    public boolean withoutCases() {
        return figure.measured()
                && raw.over() == 0
                && (raw.cases() == 0 || figure.measure() == Figure.Measure.PER_TEN_THOUSAND);
    }

    /** Whether it can not be measured because nobody has said how many live there. */
    public boolean lacksInhabitants() {
        return figure.measure() == Figure.Measure.PER_TEN_THOUSAND && raw.value() == null;
    }

    /** Such as {@code 96.4 %} or {@code 3.5}; a dash where there is nothing to divide by. */
    public String shown(FigureValue value) {
        BigDecimal number = number(value);
        if (number == null) return "–";
        return figure.unit() == Figure.ValueUnit.PERCENT ? number.toPlainString() + "%" : number.toPlainString();
    }

    /** Of a share the number of hundredths, with one digit; of a mean two digits; of all else the number. */
    public @Nullable BigDecimal number(FigureValue value) {
        Fraction f = value.value();
        if (f == null || !figure.measured()) return null;
        return switch (figure.measure()) {
            case RATIO -> f.percent(1);
            case MEAN, PER_TEN_THOUSAND -> f.rounded(2);
            case MEDIAN -> f.rounded(1);
            case COUNT, P90, PERSONS -> f.rounded(0);
        };
    }

    /** Between which shares it lies, where there are few cases; empty otherwise. */
    public String interval(int few) {
        Interval i = raw.interval();
        if (i == null || raw.cases() >= few) return "";
        return "%.1f–%.1f%%".formatted(i.low() * 100, i.high() * 100);
    }
}
