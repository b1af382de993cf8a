package org.shouwen.reporting;

import java.util.List;
import java.util.UUID;
import org.shouwen.regulation.Pure;

/**
 * Appeals of a class in a county, against what was to be expected.
 *
 * @param county code; empty for the city as a whole and where none is known
 * @param expected by the same hours of the same weekdays in the eight weeks before, corrected for the season
 * @param appeals ids of those that were seen
 */
@Pure
public record Unusual(String matterClass, String county, double expected, List<UUID> appeals) {
    public Unusual {
        appeals = List.copyOf(appeals);
    }

    public int seen() {
        return appeals.size();
    }

    /** By how many standard deviations of a count with that expectation it is above. */
    public double deviations() {
        return (seen() - expected) / Math.sqrt(expected + 1);
    }
}
