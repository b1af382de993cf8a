package org.shouwen.search;

import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.shouwen.problems.BadInput;
import org.shouwen.problems.TypedDay;

/**
 * A day, week or month that was typed among the words of a search: 8月3日, 2026/8/3, 8月3日至5日, 8月, 昨天, 上周三, 本月. Where
 * no year was said, the latest that has begun is meant, for what is looked for has come in. Only a word that is nothing
 * else counts, and only the first.
 *
 * @param word as typed
 * @param rest the other words
 * @param from first day, Asia/Shanghai
 * @param to last day, inclusive
 */
public record WrittenPeriod(String word, String rest, LocalDate from, LocalDate to) {
    private static final Pattern DAY = Pattern.compile("(\\d{1,2})月(\\d{1,2})[日号]");
    private static final Pattern DAYS = Pattern.compile("(.+[日号])(?:至|到|-|~|—|–)(.+[日号])");
    private static final Pattern LATER_DAY = Pattern.compile("(\\d{1,2})[日号]");
    private static final Pattern MONTH = Pattern.compile("(?:(\\d{4})年)?(\\d{1,2})月份?");
    private static final Pattern WEEKDAY = Pattern.compile("(上|这|本)(?:周|星期)([一二三四五六日天])");
    private static final String WEEKDAYS = "一二三四五六日";

    private record Days(LocalDate from, LocalDate to) {}

    /**
     * @param typed words with blanks between them
     * @param plain a word that is to be looked for as it stands; empty: none
     */
    public static Optional<WrittenPeriod> in(String typed, LocalDate today, String plain) {
        List<String> words = new ArrayList<>(Arrays.asList(typed.strip().split("[\\s\\p{Z}]+")));
        for (String word : words) {
            if (word.equals(plain)) continue;
            Days days = read(Normalizer.normalize(word, Normalizer.Form.NFKC), today);
            if (days == null) continue;
            words.remove(word);
            return Optional.of(new WrittenPeriod(word, String.join(" ", words), days.from(), days.to()));
        }
        return Optional.empty();
    }

    private static @Nullable Days read(String word, LocalDate today) {
        try {
            Days said = said(word, today);
            if (said != null) return said;
            Matcher days = DAYS.matcher(word);
            if (days.matches()) return between(days.group(1), days.group(2), today);
            Matcher month = MONTH.matcher(word);
            if (month.matches()) return month(month, today);
            LocalDate day = day(word, today);
            return day == null ? null : new Days(day, day);
        } catch (DateTimeException e) {
            return null; // 2月30日, 13月: a word like others
        }
    }

    private static @Nullable Days said(String word, LocalDate today) {
        LocalDate monday = today.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        Matcher weekday = WEEKDAY.matcher(word);
        if (weekday.matches()) {
            int later = WEEKDAYS.indexOf(weekday.group(2).replace('天', '日'));
            LocalDate day = (weekday.group(1).equals("上") ? monday.minusWeeks(1) : monday).plusDays(later);
            return new Days(day, day);
        }
        return switch (word) {
            case "今天", "今日", "当天", "today" -> new Days(today, today);
            case "昨天", "昨日", "yesterday" -> new Days(today.minusDays(1), today.minusDays(1));
            case "前天", "前日" -> new Days(today.minusDays(2), today.minusDays(2));
            case "本周", "这周", "这星期" -> new Days(monday, monday.plusDays(6));
            case "上周", "上星期" -> new Days(monday.minusWeeks(1), monday.minusDays(1));
            case "本月", "这个月" -> whole(YearMonth.from(today));
            case "上月", "上个月" -> whole(YearMonth.from(today).minusMonths(1));
            default -> null;
        };
    }

    private static Days whole(YearMonth month) {
        return new Days(month.atDay(1), month.atEndOfMonth());
    }

    private static Days month(Matcher m, LocalDate today) {
        int of = Integer.parseInt(m.group(2));
        if (m.group(1) != null) return whole(YearMonth.of(Integer.parseInt(m.group(1)), of));
        YearMonth latest = YearMonth.of(today.getYear(), of);
        return whole(latest.isAfter(YearMonth.from(today)) ? latest.minusYears(1) : latest);
    }

    /** A range that runs backwards, such as 8月5日至3日, is no range. */
    private static @Nullable Days between(String first, String last, LocalDate today) {
        LocalDate from = day(first, today);
        if (from == null) return null;
        Matcher later = LATER_DAY.matcher(last);
        LocalDate to = later.matches() ? from.withDayOfMonth(Integer.parseInt(later.group(1))) : ending(last, from);
        return to == null || to.isBefore(from) ? null : new Days(from, to);
    }

    /** The first such day from the beginning on: 12月30日至1月2日 runs over the turn of the year. */
    private static @Nullable LocalDate ending(String word, LocalDate from) {
        Matcher m = DAY.matcher(word);
        if (!m.matches()) return day(word, from);
        for (int year = from.getYear(); year <= from.getYear() + 1; year++) {
            LocalDate day = LocalDate.of(year, Integer.parseInt(m.group(1)), Integer.parseInt(m.group(2)));
            if (!day.isBefore(from)) return day;
        }
        return null;
    }

    private static @Nullable LocalDate day(String word, LocalDate today) {
        Matcher m = DAY.matcher(word);
        if (m.matches()) return latest(Integer.parseInt(m.group(1)), Integer.parseInt(m.group(2)), today);
        try {
            return TypedDay.read("q", word);
        } catch (BadInput e) {
            return null;
        }
    }

    /** The latest that is not after today; 29 February of the last leap year. */
    private static LocalDate latest(int month, int day, LocalDate today) {
        for (int year = today.getYear(); year > today.getYear() - 8; year--) {
            if (month == 2 && day == 29 && !YearMonth.of(year, 2).isValidDay(29)) continue;
            LocalDate of = LocalDate.of(year, month, day);
            if (!of.isAfter(today)) return of;
        }
        throw new DateTimeException("no such day");
    }
}
