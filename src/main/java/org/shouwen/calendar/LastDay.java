package org.shouwen.calendar;

import java.time.Instant;
import java.time.LocalDate;
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

    private LastDay() {}

    /**
     * 12月8日（含当日）, for messages of the same year.
     *
     * @param end the first instant after the limit
     * @param provisional a notice still to come may move it (ruling 2), which is said too
     */
    public static String inMessage(Instant end, boolean provisional) {
        return said(SHORT, of(end), provisional);
    }

    /** 2026年12月8日（含当日）, for papers. */
    public static String inPaper(Instant end, boolean provisional) {
        return said(LONG, of(end), provisional);
    }

    /** The last day that counts, in Shanghai; of a limit at midnight the day before. */
    public static LocalDate of(Instant end) {
        return end.minusNanos(1).atZone(Limits.ZONE).toLocalDate();
    }

    private static String said(DateTimeFormatter as, LocalDate day, boolean provisional) {
        return as.format(day) + (provisional ? "（含当日，暂定）" : "（含当日）");
    }
}
