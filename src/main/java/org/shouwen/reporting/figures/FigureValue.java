package org.shouwen.reporting.figures;

import java.util.Map;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;
import org.shouwen.regulation.Pure;

/**
 * A figure's value with its cases.
 *
 * @param over numerator; of a mean the sum of values
 * @param cases denominator; of a count the number itself, of a median how many values, of people how many cases they
 *     brought, per ten thousand inhabitants how many live there
 * @param value null where there are no cases, or their people are being counted
 * @param interval of a share; null for anything else
 */
@Pure
public record FigureValue(
        long over,
        long cases,
        @Nullable Fraction value,
        @Nullable Interval interval) {
    private static final long TEN_THOUSAND = 10_000;
    private static final FigureValue NONE = new FigureValue(0, 0, null, null);

    /** @param adjusted without what rulings took out */
    public static FigureValue of(Figure figure, CaseSums sums, boolean adjusted) {
        Part numerator = figure.numerator();
        if (numerator == null) return NONE;
        return switch (figure.measure()) {
            case COUNT -> {
                long n = sums.count(numerator, adjusted);
                yield new FigureValue(n, n, new Fraction(n, 1), null);
            }
            case RATIO -> ratio(figure, sums, adjusted, numerator);
            case MEAN -> mean(sums.histogram(numerator.as(), adjusted));
            case MEDIAN -> median(sums.histogram(numerator.as(), adjusted));
            case P90 -> percentile(sums.histogram(numerator.as(), adjusted), 9, 10);
            case PERSONS -> persons(sums, numerator, adjusted);
            case PER_TEN_THOUSAND -> perTenThousand(sums.inhabited());
        };
    }

    private static FigureValue persons(CaseSums sums, Part numerator, boolean adjusted) {
        People known = sums.people(numerator.as());
        Long people = known == null ? null : known.number();
        long cases = sums.count(numerator, adjusted);
        if (people == null) return known == null ? NONE : new FigureValue(0, cases, null, null);
        return new FigureValue(people, cases, new Fraction(people, 1), null);
    }

    private static FigureValue perTenThousand(CaseSums.@Nullable Inhabited of) {
        if (of == null) return NONE;
        return new FigureValue(
                of.taken(), of.inhabitants(), new Fraction(of.taken() * TEN_THOUSAND, of.inhabitants()), null);
    }

    private static FigureValue ratio(Figure figure, CaseSums sums, boolean adjusted, Part numerator) {
        if (figure.denominator() == null) throw new IllegalStateException(figure.id() + " has no denominator");
        long over = sums.count(numerator, adjusted);
        long cases = sums.count(figure.denominator(), adjusted);
        if (cases == 0) return new FigureValue(over, 0, null, null);
        // of events of two kinds more may have happened than of what they are held against
        Interval interval = over <= cases ? Interval.wilson(over, cases) : null;
        return new FigureValue(over, cases, new Fraction(over, cases), interval);
    }

    private static FigureValue mean(SortedMap<Integer, Long> values) {
        long n = count(values);
        long sum = values.entrySet().stream()
                .mapToLong(e -> e.getKey() * e.getValue())
                .sum();
        return n == 0 ? NONE : new FigureValue(sum, n, new Fraction(sum, n), null);
    }

    /** The middle value; of an even number the mean of the two in the middle. */
    private static FigureValue median(SortedMap<Integer, Long> values) {
        long n = count(values);
        if (n == 0) return NONE;
        long two = (long) at(values, (n + 1) / 2) + at(values, n / 2 + 1);
        return new FigureValue(two, n, new Fraction(two, 2), null);
    }

    /** The least value that at least so many of the values do not pass (nearest rank). */
    private static FigureValue percentile(SortedMap<Integer, Long> values, long of, long all) {
        long n = count(values);
        if (n == 0) return NONE;
        long value = at(values, (n * of + all - 1) / all);
        return new FigureValue(value, n, new Fraction(value, 1), null);
    }

    private static long count(Map<Integer, Long> values) {
        return values.values().stream().mapToLong(Long::longValue).sum();
    }

    /** The value of a rank from 1, in ascending order. */
    private static int at(SortedMap<Integer, Long> values, long rank) {
        long passed = 0;
        for (Map.Entry<Integer, Long> e : values.entrySet()) {
            passed += e.getValue();
            if (passed >= rank) return e.getKey();
        }
        throw new IllegalArgumentException("rank " + rank);
    }
}
