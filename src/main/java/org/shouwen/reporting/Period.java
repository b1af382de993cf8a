package org.shouwen.reporting;

import java.time.Instant;
import java.time.LocalDate;
import org.shouwen.calendar.Limits;
import org.shouwen.problems.BadInput;

/** Whole days of Asia/Shanghai, both included; a figure names them with what they are the days of. */
public record Period(LocalDate from, LocalDate to) {
    /** Days that a board shows when nobody names any: this one and those before it. */
    static final int DAYS = 30;

    public Period {
        if (to.isBefore(from)) throw new BadInput("to", "reporting.bad.period");
    }

    Instant start() {
        return from.atStartOfDay(Limits.ZONE).toInstant();
    }

    /** The first moment after it. */
    Instant end() {
        return to.plusDays(1).atStartOfDay(Limits.ZONE).toInstant();
    }
}
