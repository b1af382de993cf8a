package org.shouwen.reporting;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.shouwen.problems.BadInput;
import org.shouwen.problems.TypedDay;

/** Reads a period from the two days that a form or an address names. */
public final class TypedPeriod {
    private TypedPeriod() {}

    /**
     * @param from as typed, {@code yyyy-MM-dd}; empty: thirty days up to {@code to}
     * @param to as typed; empty: today
     * @throws BadInput when either is no date, or they are the wrong way round
     */
    public static Period read(@Nullable String from, @Nullable String to, LocalDate today) {
        LocalDate last = day("to", to, today);
        return new Period(day("from", from, last.minusDays(Period.DAYS - 1)), last);
    }

    private static LocalDate day(String field, @Nullable String typed, LocalDate otherwise) {
        return typed == null || typed.isBlank() ? otherwise : TypedDay.read(field, typed);
    }
}
