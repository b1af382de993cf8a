package org.shouwen.tables;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Dates and times as programs of offices and people write them. */
public final class Moments {
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final String DAY = "(\\d{4})\\s*[-/.年]\\s*(\\d{1,2})\\s*[-/.月]\\s*(\\d{1,2})\\s*日?";
    private static final Pattern DATE =
            Pattern.compile(DAY + "(?:[T ]+0{1,2}:00(?::00(?:\\.0+)?)?)?\\s*(?:(?:周|星期|礼拜)[一二三四五六日天])?");

    /** A sheet's own number of a day from 2000 to 2099, where its cell was not formatted as a date. */
    private static final Pattern SERIAL = Pattern.compile("3[6-9]\\d{3}|[4-6]\\d{4}|7[0-2]\\d{3}");

    private static final LocalDate DAY_ZERO = LocalDate.of(1899, 12, 30);
    private static final Pattern SHORT = Pattern.compile("(\\d{4})(\\d{2})(\\d{2})");
    private static final Pattern TIME = Pattern.compile(
            DAY + "[T ]*(\\d{1,2})[:时](\\d{1,2})(?:[:分](\\d{1,2})(?:[.,]\\d+)?秒?)?分?\\s*(Z|[+-]\\d{2}:?\\d{2})?");

    private Moments() {}

    /** A day: 2027-01-01, 2027/1/1, 2027.1.1, 2027年1月1日, 20270101, 46388; a midnight and a day of the week may follow. */
    public static Optional<LocalDate> date(String text) {
        String t = Headings.plain(text).toUpperCase(java.util.Locale.ROOT);
        if (SERIAL.matcher(t).matches()) return Optional.of(DAY_ZERO.plusDays(Long.parseLong(t)));
        Matcher m = DATE.matcher(t);
        if (!m.matches()) {
            m = SHORT.matcher(t);
            if (!m.matches()) return Optional.empty();
        }
        return day(m);
    }

    /**
     * A time to the minute or second, with {@code T} or a blank between: 2026-09-30T10:00, 2026/9/30 9:05,
     * 2026-09-30T09:05:00+08:00. Without an offset it is China's time.
     */
    public static Optional<Instant> time(String text) {
        Matcher m = TIME.matcher(Headings.plain(text).toUpperCase(java.util.Locale.ROOT));
        if (!m.matches()) return Optional.empty();
        Optional<LocalDate> day = day(m);
        if (day.isEmpty()) return Optional.empty();
        try {
            LocalTime time = LocalTime.of(number(m, 4), number(m, 5), m.group(6) == null ? 0 : number(m, 6));
            @Nullable String offset = m.group(7);
            if (offset == null)
                return Optional.of(day.get().atTime(time).atZone(ZONE).toInstant());
            return Optional.of(
                    OffsetDateTime.of(day.get(), time, ZoneOffset.of(offset)).toInstant());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static Optional<LocalDate> day(Matcher m) {
        try {
            return Optional.of(LocalDate.of(number(m, 1), number(m, 2), number(m, 3)));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static int number(Matcher m, int group) {
        return Integer.parseInt(m.group(group));
    }
}
