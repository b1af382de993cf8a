package org.shouwen.reporting.figures;

import java.time.LocalDate;
import java.util.UUID;
import org.shouwen.reporting.facts.Heading;

/**
 * One case behind a figure.
 *
 * @param day of the figure's date basis
 * @param unit code; empty when it is of no unit
 * @param takenOut whether a ruling took it out of the adjusted figure
 * @param value of a case that has one; else 0
 */
public record CaseLine(
        UUID subject,
        int no,
        LocalDate day,
        String unit,
        String limitClass,
        Heading heading,
        boolean met,
        boolean takenOut,
        int value) {}
