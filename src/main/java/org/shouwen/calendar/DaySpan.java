package org.shouwen.calendar;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.shouwen.tables.Moments;

/** A day, or the days from one to another as notices write them: 2027年1月1日至3日, 2027-01-01~2027-01-03. */
record DaySpan(LocalDate first, LocalDate last) {
    private static final Pattern SPAN = Pattern.compile("(.+?)\\s*(?:至|到|[~～—–]+)\\s*(.+)");
    private static final Pattern REST = Pattern.compile("(?:(\\d{1,2})\\s*[-/.月]\\s*)?(\\d{1,2})\\s*日?");

    /** No holiday is longer; what is was mistyped. */
    private static final int MOST = 15;

    static Optional<DaySpan> of(String typed) {
        Optional<LocalDate> day = Moments.date(typed);
        if (day.isPresent()) return day.map(d -> new DaySpan(d, d));
        Matcher m = SPAN.matcher(typed);
        if (!m.matches()) return Optional.empty();
        return Moments.date(m.group(1))
                .flatMap(first -> last(m.group(2), first).map(last -> new DaySpan(first, last)))
                .filter(s -> !s.last().isBefore(s.first()) && s.days().size() <= MOST);
    }

    List<LocalDate> days() {
        return first.datesUntil(last.plus(1, ChronoUnit.DAYS)).toList();
    }

    private static Optional<LocalDate> last(String typed, LocalDate first) {
        Optional<LocalDate> whole = Moments.date(typed);
        if (whole.isPresent()) return whole;
        Matcher m = REST.matcher(typed);
        if (!m.matches()) return Optional.empty();
        @Nullable String month = m.group(1);
        try {
            return Optional.of(LocalDate.of(
                    first.getYear(),
                    month == null ? first.getMonthValue() : Integer.parseInt(month),
                    Integer.parseInt(m.group(2))));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
