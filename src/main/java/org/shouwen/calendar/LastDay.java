package org.shouwen.calendar;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.shouwen.regulation.Basis;
import org.shouwen.regulation.Clause;

/**
 * The last day of a limit as Chinese messages and papers say it: what is to be done 前 a day is read by some as before that
 * day begins, while the Measures count it in ("3 个工作日内"); so it is said each time that the day itself counts.
 */
@Basis(Clause.A13_2)
public final class LastDay {
    private static final DateTimeFormatter SHORT = DateTimeFormatter.ofPattern("M月d日", Locale.CHINA);
    private static final DateTimeFormatter LONG = DateTimeFormatter.ofPattern("yyyy年M月d日", Locale.CHINA);

    private static final DateTimeFormatter HOUR = DateTimeFormatter.ofPattern("HH:mm", Locale.CHINA);

    private LastDay() {}

    /**
     * 12月8日（含当日）, for messages of the same year; 12月8日17:00 of a limit in hours.
     *
     * @param end the first instant after the limit
     * @param provisional a notice still to come may move it (ruling 2), which is said too
     */
    public static String inMessage(Instant end, boolean provisional) {
        return said(SHORT, end, provisional);
    }

    /** 2026年12月8日（含当日）, for papers. */
    public static String inPaper(Instant end, boolean provisional) {
        return said(LONG, end, provisional);
    }

    /** The last day that counts, in Shanghai; of a limit at midnight the day before. */
    public static LocalDate of(Instant end) {
        return end.minusNanos(1).atZone(Limits.ZONE).toLocalDate();
    }

    /** A limit in hours ends within its day: its hour is said, and not that the day counts. */
    private static String said(DateTimeFormatter as, Instant end, boolean provisional) {
        ZonedDateTime at = end.atZone(Limits.ZONE);
        if (!at.toLocalTime().equals(LocalTime.MIDNIGHT))
            return as.format(at) + HOUR.format(at) + (provisional ? "（暂定）" : "");
        return as.format(of(end)) + (provisional ? "（含当日，暂定）" : "（含当日）");
    }
}
