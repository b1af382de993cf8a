package org.shouwen.reporting;

import org.shouwen.regulation.Pure;

/**
 * How much more of a class came a year ago in this week than in the eight weeks before it: heating that begins in November,
 * floods of July and August, days of examinations.
 *
 * @param week a year ago, in the week around the day; {@code before} in the eight weeks before that week
 */
@Pure
record Season(long week, long before) {
    private static final int WEEKS = 8;
    private static final int ENOUGH = 20;
    private static final double LEAST = 0.5;
    private static final double MOST = 5;

    static final Season UNKNOWN = new Season(0, 0);

    /** What the mean of eight weeks is multiplied with; 1 where a year ago too little came to say. */
    double factor() {
        if (week + before < ENOUGH) return 1;
        return Math.clamp((week + 1) / ((double) before / WEEKS + 1), LEAST, MOST);
    }
}
