package org.shouwen.calendar;

import java.time.LocalDate;
import org.shouwen.regulation.Pure;

/**
 * A day that the State Council's notice names.
 *
 * @param working true for a make-up day 调休上班, false for a holiday
 * @param name such as 国庆节
 */
@Pure
public record SpecialDay(LocalDate date, boolean working, String name) {}
