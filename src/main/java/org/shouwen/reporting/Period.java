package org.shouwen.reporting;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.shouwen.calendar.Limits;
import org.shouwen.problems.BadInput;
import org.shouwen.problems.TypedDay;

/** Whole days of Asia/Shanghai, both included; a figure names them with what they are the days of. */
public record Period(LocalDate from, LocalDate to) {
    /** Days that a board shows when nobody names any: this one and those before it. */
    static final int DAYS = 30;

    public Period {
        if (to.isBefore(from)) throw new BadInput("to", "reporting.bad.period");
    }

    /**
     * @param from as typed, {@code yyyy-MM-dd}; empty: thirty days up to {@code to}
     * @param to as typed; empty: today
     * @throws BadInput when either is no date, or they are the wrong way round
     */
    public static Period of(@Nullable String from, @Nullable String to, LocalDate today) {
        LocalDate last = date("to", to, today);
        return new Period(date("from", from, last.minusDays(DAYS - 1)), last);
    }

    private static LocalDate date(String field, @Nullable String typed, LocalDate otherwise) {
        if (typed == null || typed.isBlank()) return otherwise;
        return TypedDay.read(field, typed);
    }

    Instant start() {
        return from.atStartOfDay(Limits.ZONE).toInstant();
    }

    /** The first moment after it. */
    Instant end() {
        return to.plusDays(1).atStartOfDay(Limits.ZONE).toInstant();
    }
}
