package org.shouwen.reporting.figures;

import org.shouwen.regulation.Pure;

/**
 * Appeals of a class in a county that came more often in the last seven days than in the eight weeks before.
 *
 * @param expected of seven days, by the eight weeks before
 * @param sigmas by how many standard deviations of a count with that expectation it is above
 */
@Pure
public record Rising(String matterClass, String place, long seen, double expected, double sigmas) {
    private static final int WEEKS = 8;

    static Rising of(String matterClass, String place, long seen, long before) {
        double expected = (double) before / WEEKS;
        return new Rising(matterClass, place, seen, expected, (seen - expected) / Math.sqrt(expected + 1));
    }
}
