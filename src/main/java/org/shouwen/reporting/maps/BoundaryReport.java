package org.shouwen.reporting.maps;

import java.util.List;

/**
 * What an import of boundaries took.
 *
 * @param taken how many places have the boundary of this file now
 */
public record BoundaryReport(int taken, List<Refused> refused) {
    public BoundaryReport {
        refused = List.copyOf(refused);
    }

    /**
     * A feature that was not taken.
     *
     * @param no of the feature in the file, from 1
     * @param why {@code no-code}, {@code no-place}, {@code twice} or {@code shape}
     */
    public record Refused(int no, String code, String why) {}
}
