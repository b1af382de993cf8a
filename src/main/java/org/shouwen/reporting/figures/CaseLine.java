package org.shouwen.reporting.figures;

import java.time.LocalDate;
import java.util.UUID;
import org.shouwen.reporting.facts.Heading;
import org.shouwen.reporting.facts.Source;

/**
 * One case behind a figure.
 *
 * @param source of which kind of history it is
 * @param heading without a number where the case is no appeal, order or warning
 * @param day of the figure's date basis
 * @param unit code; empty when it is of no unit
 * @param takenOut whether a ruling took it out of the adjusted figure
 * @param value of a case that has one; else 0
 */
public record CaseLine(
        UUID subject,
        Source source,
        int no,
        LocalDate day,
        String unit,
        String limitClass,
        Heading heading,
        boolean met,
        boolean takenOut,
        int value) {}
