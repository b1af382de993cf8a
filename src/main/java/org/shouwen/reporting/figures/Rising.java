package org.shouwen.reporting.figures;

import org.shouwen.regulation.Pure;

/**
 * Appeals of a class in a county that came more often in some days, usually the last seven, than in the eight weeks before.
 *
 * @param expected of as many days, by the eight weeks before
 * @param sigmas by how many standard deviations of a count with that expectation it is above
 */
@Pure
public record Rising(String matterClass, String place, long seen, double expected, double sigmas) {
    /** Eight weeks. */
    private static final double BEFORE = 56;

    /** @param before in the eight weeks before; {@code days} of the period in which the others were seen */
    static Rising of(String matterClass, String place, long seen, long before, int days) {
        double expected = before * days / BEFORE;
        return new Rising(matterClass, place, seen, expected, (seen - expected) / Math.sqrt(expected + 1));
    }
}
