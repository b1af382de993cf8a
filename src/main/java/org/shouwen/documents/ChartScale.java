package org.shouwen.documents;

/** The end of a scale: the least 1, 2, 4 or 8 times a power of ten that holds everything, so that quarters are round. */
final class ChartScale {
    private static final double[] ROUND = {1, 2, 4, 8, 10};

    private ChartScale() {}

    static double top(double most) {
        if (most <= 4) return 4;
        double power = Math.pow(10, Math.floor(Math.log10(most)));
        for (double r : ROUND) if (r * power >= most) return r * power;
        return 10 * power;
    }
}
