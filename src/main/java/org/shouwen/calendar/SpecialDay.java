package org.shouwen.calendar;

import java.time.LocalDate;

/**
 * A day that the State Council's notice names.
 *
 * @param working true for a make-up day 调休上班, false for a holiday
 * @param name such as 国庆节
 */
public record SpecialDay(LocalDate date, boolean working, String name) {}
