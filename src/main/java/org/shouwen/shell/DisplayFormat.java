package org.shouwen.shell;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.shouwen.calendar.Limits;
import org.shouwen.calendar.WorkCalendar;
import org.shouwen.directory.Directory;
import org.shouwen.directory.UnitId;
import org.shouwen.directory.WithinPlace;
import org.shouwen.regulation.Clause;
import org.shouwen.regulation.Editions;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Times, limits and codes as people say them; templates call it {@code @say}. */
@Component
public class DisplayFormat {
    private static final DateTimeFormatter EXACT = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm");
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("M-d HH:mm");
    private static final DateTimeFormatter YEAR = DateTimeFormatter.ofPattern("yyyy-M-d HH:mm");

    private final InstantSource clock;
    private final WorkCalendar calendar;
    private final Directory directory;
    private final Editions editions;
    private final MessageSource messages;

    DisplayFormat(
            InstantSource clock,
            WorkCalendar calendar,
            Directory directory,
            Editions editions,
            MessageSource messages) {
        this.editions = editions;
        this.clock = clock;
        this.calendar = calendar;
        this.directory = directory;
        this.messages = messages;
    }

    /** 今天 17:20, 昨天 09:05, 10-8 09:00. */
    public String time(@Nullable Instant at) {
        if (at == null) return "";
        ZonedDateTime then = at.atZone(Limits.ZONE);
        LocalDate today = clock.instant().atZone(Limits.ZONE).toLocalDate();
        long days = then.toLocalDate().toEpochDay() - today.toEpochDay();
        if (days == 0) return text("site.today", then.format(CLOCK));
        if (days == -1) return text("site.yesterday", then.format(CLOCK));
        if (days == 1) return text("site.tomorrow", then.format(CLOCK));
        return then.format(then.getYear() == today.getYear() ? DAY : YEAR);
    }

    public String exact(@Nullable Instant at) {
        return at == null ? "" : at.atZone(Limits.ZONE).format(EXACT);
    }

    public String now() {
        return exact(clock.instant());
    }

    /** A limit's last day and hour; 24:00 rather than 0:00 of the next day. */
    public String due(@Nullable Instant at) {
        if (at == null) return "";
        ZonedDateTime end = at.atZone(Limits.ZONE);
        if (end.toLocalTime().toSecondOfDay() == 0) return end.toLocalDate().minusDays(1) + " 24:00";
        return end.toLocalDate() + " " + end.format(CLOCK);
    }

    /** 还剩 2 个工作日, 还剩 3 小时, 已超期 1 个工作日. */
    public String left(@Nullable Instant due) {
        if (due == null) return "";
        Instant now = clock.instant();
        LocalDate today = now.atZone(Limits.ZONE).toLocalDate();
        LocalDate last = due.minusNanos(1).atZone(Limits.ZONE).toLocalDate();
        if (!now.isBefore(due)) {
            int late = calendar.current().between(last, today);
            return late < 1 ? text("site.overdue-today") : text("site.overdue", late);
        }
        if (last.equals(today))
            return text(
                    "site.left-hours", Math.max(1, Duration.between(now, due).toHours()));
        return text("site.left-days", Math.max(1, calendar.current().between(today, last)));
    }

    /** late, today, soon or calm: the colour and sign of a limit. */
    public String urgency(@Nullable Instant due) {
        if (due == null) return "none";
        Instant now = clock.instant();
        if (!now.isBefore(due)) return "late";
        LocalDate today = now.atZone(Limits.ZONE).toLocalDate();
        LocalDate last = due.minusNanos(1).atZone(Limits.ZONE).toLocalDate();
        if (last.equals(today)) return "today";
        return calendar.current().between(today, last) <= 2 ? "soon" : "calm";
    }

    /** How much of the time from dispatch to the limit is gone, in percent; for the bar. */
    public int gone(@Nullable Instant from, @Nullable Instant due) {
        if (from == null || due == null) return 0;
        long whole = Math.max(1, Duration.between(from, due).toMinutes());
        return Math.clamp(Duration.between(from, clock.instant()).toMinutes() * 100 / whole, 0, 100);
    }

    public String unitOf(String code) {
        return unit(new UnitId(code));
    }

    public String unit(@Nullable UnitId id) {
        return id == null ? "" : directory.name(id);
    }

    public String place(@Nullable String code) {
        return directory.place(code).map(p -> p.fullName()).orElse("");
    }

    /** What was said of where, without the name of the place that stands before it already: 花园小区, not 振兴区 花园小区. */
    public String within(@Nullable String code, @Nullable String location) {
        return WithinPlace.of(place(code), location == null ? "" : location);
    }

    /** Place and location as one text, nothing said twice. */
    public String where(@Nullable String code, @Nullable String location) {
        return (place(code) + " " + within(code, location)).strip();
    }

    public String matterClass(@Nullable String code) {
        return directory.matterClass(code).map(c -> c.fullName()).orElse("");
    }

    /** A class of limit of the edition in force by its name, such as 一般; its code where the edition has none. */
    public String limitClass(@Nullable String code) {
        boolean english = LocaleContextHolder.getLocale().getLanguage().equals("en");
        if (code == null) return "";
        return editions.current(clock.instant().atZone(Limits.ZONE).toLocalDate())
                .limitClass(code)
                .map(c -> english ? c.nameEn() : c.name())
                .orElse(code);
    }

    /** 第十三条第三项; Art. 13, item 3. */
    public String citation(Clause clause) {
        if (!LocaleContextHolder.getLocale().getLanguage().equals("en")) return clause.citation();
        return clause.item() == 0
                ? text("site.article", clause.article())
                : text("site.article.item", clause.article(), clause.item());
    }

    /** What a clause is about, in one line. */
    public String summary(Clause clause) {
        return Objects.requireNonNullElse(
                messages.getMessage(
                        "site.clause." + clause.name(), null, clause.summary(), LocaleContextHolder.getLocale()),
                clause.summary());
    }

    /** A holiday by its name in the reader's language; any other name as the notice has it. */
    public String holiday(String name) {
        return Objects.requireNonNullElse(
                messages.getMessage("calendar.holiday." + name, null, name, LocaleContextHolder.getLocale()), name);
    }

    private String text(String key, Object... args) {
        Locale locale = LocaleContextHolder.getLocale();
        return messages.getMessage(key, args, locale);
    }
}
