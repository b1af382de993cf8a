package org.shouwen.bench;

import java.util.Arrays;
import java.util.Locale;

/**
 * The mean of figures that were measured independently, and the ends of its 95 % interval (Student's t).
 *
 * @param low equal to {@code high} and to the mean where there are fewer than two figures
 */
record Interval(double mean, double low, double high) {
    private static final double Z = 1.959964;

    static Interval of(double[] figures) {
        int n = figures.length;
        double mean = Arrays.stream(figures).average().orElse(0);
        if (n < 2) return new Interval(mean, mean, mean);
        double squares = Arrays.stream(figures).map(x -> (x - mean) * (x - mean)).sum();
        double half = t(n - 1) * Math.sqrt(squares / (n - 1) / n);
        return new Interval(mean, mean - half, mean + half);
    }

    /** The 97.5 % point of Student's t by the Cornish-Fisher series: within 0.002 from five degrees of freedom on. */
    static double t(int degrees) {
        double z2 = Z * Z;
        double first = (z2 + 1) / 4;
        double second = ((5 * z2 + 16) * z2 + 3) / 96;
        double third = (((3 * z2 + 19) * z2 + 17) * z2 - 15) / 384;
        double fourth = ((((79 * z2 + 776) * z2 + 1482) * z2 - 1920) * z2 - 945) / 92160;
        double d = degrees;
        return Z * (1 + first / d + second / (d * d) + third / (d * d * d) + fourth / (d * d * d * d));
    }

    /** As fields of JSON: mean, low and high. */
    String json() {
        return String.format(Locale.ROOT, "{\"mean\":%.3f,\"low\":%.3f,\"high\":%.3f}", mean, low, high);
    }
}
