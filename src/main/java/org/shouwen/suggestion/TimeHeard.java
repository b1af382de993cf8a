package org.shouwen.suggestion;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.shouwen.regulation.Pure;

/**
 * Reads when something happened from words as people say it (昨晚八点, 上周三下午, 刚才): the day and, where it is clear,
 * the hour, with what was said behind it, for "yesterday" means nothing to whoever reads it next week. What is planned is
 * no answer. Times are Asia/Shanghai.
 */
@Pure
final class TimeHeard {
    private static final String N = SpokenNumber.PATTERN;
    private static final String DAY = "大前天|前天|前儿个?|昨[天日]|昨儿个?|今[天日]|今儿个?|[昨今前](?=[早晚夜])"
            + "|(?:上个?|这个?|本)?(?:周|星期|礼拜)[一二三四五六日天](?!期)"
            + "|(?:(?:20\\d\\d|去|今)年)?" + N + "月份?" + N + "[日号]|" + N + "号(?![楼院线店门窗桌床房井路车台机岗公])|" + N + "天(?:之|以)?前";
    private static final String PART =
            "后半夜|前半夜|大半夜|半夜|凌晨|清晨|大清早|清早|一大早|一早|早上|早晨|早起|上午|头晌" + "|晌午|中午|下午|下晌|傍晚|傍黑|晚上|晚间|夜里|夜间|深夜|晚|早|夜";
    private static final String CLOCK = N + "[点时](?!间|候|段)(?:半|[一三]刻|过?" + N + "分?)?|\\d{1,2}[:：]\\d{2}";
    private static final Pattern MOMENT = Pattern.compile(
            "(?<day>" + DAY + ")?的?(?<part>" + PART + ")?(?<clock>" + CLOCK + ")?(?<about>多钟?|来钟|左右|前后|钟)?");
    private static final Pattern AGO = Pattern.compile(
            "(?<n>" + N + "|半|几|好几)个?(?<half>半)?(?<unit>分钟|小时|钟头)(?:之|以)?前|刚才|刚刚|刚(?=[才发着闻听看听炸漏停断掉])|就现在|现在正");
    private static final Pattern AHEAD = Pattern.compile("明[天早晚]|后天|下(?:个?星期|周|个月)|打算|准备|计划");

    private TimeHeard() {}

    /** @param now Asia/Shanghai */
    static Optional<Heard> in(String text, LocalDateTime now) {
        Moment best = null;
        Matcher m = MOMENT.matcher(text);
        while (m.find()) {
            if (m.group().isEmpty() || ahead(text, m.start())) continue;
            Moment found = moment(m, now);
            if (found != null && (best == null || found.weight > best.weight)) best = found;
        }
        if (best == null || best.weight < 2) {
            Matcher ago = AGO.matcher(text);
            if (ago.find()) return Optional.of(ago(ago, now));
        }
        return best == null ? Optional.empty() : Optional.of(best.heard());
    }

    /** More is known of it the higher the weight. */
    private record Moment(int weight, String value, String words) {
        Heard heard() {
            return new Heard(value + "（" + words + "）", words);
        }
    }

    private static boolean ahead(String text, int start) {
        Matcher m = AHEAD.matcher(text.substring(Math.max(0, start - 4), start));
        return m.find();
    }

    private static @Nullable Moment moment(Matcher m, LocalDateTime now) {
        String day = m.group("day");
        String part = m.group("part");
        String clock = m.group("clock");
        if (day == null && (clock == null || (part == null && !clock.matches("\\d{1,2}[:：]\\d{2}")))) return null;
        LocalDate date = day == null ? now.toLocalDate() : day(day, now.toLocalDate());
        if (date == null || date.isAfter(now.toLocalDate())) return null;
        String words = m.group().strip();
        if (clock == null) return new Moment(part == null ? 1 : 2, date(date, now) + said(part), words);
        int[] time = clock(clock);
        if (time == null) return null;
        LocalDateTime at = at(date, time, part, date.equals(now.toLocalDate()) ? now : null);
        if (at == null) return new Moment(2, date(date, now) + " " + clock, words);
        if (day == null && at.isAfter(now)) at = at.minusDays(1);
        boolean about = m.group("about") != null && !"钟".equals(m.group("about"));
        return new Moment(
                day == null ? 2 : 3,
                date(at.toLocalDate(), now) + " " + at.toLocalTime().truncatedTo(ChronoUnit.MINUTES)
                        + (about ? "前后" : ""),
                words);
    }

    private static String said(@Nullable String part) {
        return part == null ? "" : part.equals("晚") || part.equals("夜") ? "晚上" : part.equals("早") ? "早上" : part;
    }

    private static @Nullable LocalDate day(String said, LocalDate today) {
        if (said.startsWith("大前")) return today.minusDays(3);
        if (said.startsWith("前")) return today.minusDays(2);
        if (said.startsWith("昨")) return today.minusDays(1);
        if (said.startsWith("今") && !said.contains("月")) return today;
        Matcher ago = Pattern.compile("(" + N + ")天(?:之|以)?前").matcher(said);
        if (ago.matches())
            return SpokenNumber.of(ago.group(1)) < 0 ? null : today.minusDays(SpokenNumber.of(ago.group(1)));
        Matcher week = Pattern.compile("(上个?|这个?|本)?(?:周|星期|礼拜)(.)").matcher(said);
        if (week.matches()) return weekday(week.group(1), week.group(2), today);
        return calendarDay(said, today);
    }

    private static LocalDate weekday(@Nullable String which, String said, LocalDate today) {
        int number = "日天".contains(said) ? 7 : SpokenNumber.of(said);
        DayOfWeek day = DayOfWeek.of(number);
        LocalDate ofThisWeek =
                today.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)).plusDays(number - 1);
        if (which != null && which.startsWith("上")) return ofThisWeek.minusWeeks(1);
        return ofThisWeek.isAfter(today) ? today.with(TemporalAdjusters.previous(day)) : ofThisWeek;
    }

    private static @Nullable LocalDate calendarDay(String said, LocalDate today) {
        Matcher m = Pattern.compile("(?:(20\\d\\d|去|今)年)?(?:(" + N + ")月份?)?(" + N + ")[日号]")
                .matcher(said);
        if (!m.matches()) return null;
        try {
            LocalDate date =
                    m.group(2) == null ? today : today.withDayOfMonth(1).withMonth(SpokenNumber.of(m.group(2)));
            date = date.withDayOfMonth(SpokenNumber.of(m.group(3)));
            if (m.group(1) == null) {
                if (!date.isAfter(today)) return date;
                return m.group(2) == null ? date.minusMonths(1) : date.minusYears(1);
            }
            return switch (m.group(1)) {
                case "去" -> date.minusYears(1);
                case "今" -> date;
                default -> date.withYear(Integer.parseInt(m.group(1)));
            };
        } catch (DateTimeException e) {
            return null; // 二月三十号
        }
    }

    private static int @Nullable [] clock(String said) {
        Matcher m =
                Pattern.compile("(" + N + ")[点时:：](?:过?(半|[一三]刻|" + N + ")分?)?").matcher(said);
        if (!m.matches()) return null;
        String past = m.group(2) == null ? "" : m.group(2);
        int minute = switch (past) {
            case "" -> 0;
            case "半" -> 30;
            case "一刻" -> 15;
            case "三刻" -> 45;
            default -> SpokenNumber.of(past);
        };
        int hour = SpokenNumber.of(m.group(1));
        return hour < 0 || hour > 24 || minute < 0 || minute > 59 ? null : new int[] {hour, minute};
    }

    /** Null where morning and evening can not be told apart: then it stays as it was said. */
    private static @Nullable LocalDateTime at(
            LocalDate date, int[] time, @Nullable String part, @Nullable LocalDateTime now) {
        int hour = time[0];
        String p = part == null ? "" : part;
        boolean night = p.contains("晚") || p.contains("夜");
        if (hour > 12 || hour == 0) return date.atStartOfDay().plusHours(hour).plusMinutes(time[1]);
        // the small hours belong to the night that began the day before
        if (night && (hour == 12 || hour <= 5)) return date.plusDays(1).atTime(hour % 12, time[1]);
        if (night || p.startsWith("下") || p.startsWith("傍")) return date.atTime(hour == 12 ? 12 : hour + 12, time[1]);
        if (p.endsWith("午") && !p.startsWith("上")) return date.atTime(hour <= 3 ? hour + 12 : hour, time[1]);
        if (!p.isEmpty()) return date.atTime(hour % 12, time[1]);
        if (now == null) return null;
        LocalDateTime late = date.atTime(hour % 12 + 12, time[1]);
        return late.isAfter(now) ? date.atTime(hour % 12, time[1]) : late;
    }

    private static Heard ago(Matcher m, LocalDateTime now) {
        LocalDateTime at = now;
        String n = m.group("n");
        if (n != null && !n.contains("几")) {
            int minutes = n.equals("半") ? 30 : SpokenNumber.of(n) * ("分钟".equals(m.group("unit")) ? 1 : 60);
            at = now.minusMinutes(minutes + (m.group("half") == null ? 0 : 30));
        }
        String day = date(at.toLocalDate(), now) + " " + at.toLocalTime().truncatedTo(ChronoUnit.MINUTES);
        return new Heard(day + "前后（" + m.group() + "）", m.group());
    }

    private static String date(LocalDate date, LocalDateTime now) {
        String day = date.getMonthValue() + "月" + date.getDayOfMonth() + "日";
        return date.getYear() == now.getYear() ? day : date.getYear() + "年" + day;
    }
}
