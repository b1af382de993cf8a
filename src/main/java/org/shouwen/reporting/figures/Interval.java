package org.shouwen.reporting.figures;

import org.shouwen.regulation.Pure;

/** Between which values a share lies with 95 in a hundred, as few cases allow to say (Wilson). */
@Pure
public record Interval(double low, double high) {
    private static final double Z = 1.959963984540054;

    /**
     * @param met of {@code cases}
     * @param cases at least one
     */
    public static Interval wilson(long met, long cases) {
        if (cases <= 0 || met < 0 || met > cases) throw new IllegalArgumentException(met + " of " + cases);
        double p = (double) met / cases;
        double z2 = Z * Z / cases;
        double middle = p + z2 / 2;
        double half = Z * Math.sqrt(p * (1 - p) / cases + z2 / (4 * cases));
        return new Interval(
                met == 0 ? 0 : Math.max(0, (middle - half) / (1 + z2)),
                met == cases ? 1 : Math.min(1, (middle + half) / (1 + z2)));
    }
}
