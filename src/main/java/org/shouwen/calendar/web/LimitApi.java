package org.shouwen.calendar.web;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.shouwen.calendar.Limits;
import org.shouwen.calendar.WorkCalendar;
import org.shouwen.calendar.WorkingDays;
import org.shouwen.problems.BadInput;
import org.shouwen.regulation.Limit;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** When a limit falls, and why; open to anyone (ruling 4). */
@RestController
@RequestMapping("/api/v1")
class LimitApi {
    private final WorkCalendar calendar;
    private final StepWords words;

    LimitApi(WorkCalendar calendar, StepWords words) {
        this.calendar = calendar;
        this.words = words;
    }

    /** A step of the explanation, as data and in words. */
    record StepView(LocalDate from, LocalDate to, int day, Limits.Reason reason, String name, String text) {}

    record LimitView(Instant due, LocalDate dueDate, boolean provisional, List<StepView> explanation) {}

    @GetMapping("/calendar/limit")
    LimitView limit(
            @RequestParam(required = false) @Nullable String from,
            @RequestParam(required = false) @Nullable String workingDays,
            Locale locale) {
        Instant start = start(from);
        Limit limit = new Limit.WorkingDays(number(workingDays));
        WorkingDays days = calendar.current();
        try {
            Limits.DueTime due = Limits.due(start, limit, LocalTime.MIDNIGHT, days);
            List<StepView> steps = Limits.explain(start, limit, days).stream()
                    .map(s -> new StepView(s.from(), s.to(), s.day(), s.reason(), s.name(), words.of(s, locale)))
                    .toList();
            return new LimitView(due.due(), due.dueDate(), due.provisional(), steps);
        } catch (IllegalArgumentException e) {
            throw new BadInput("from", "calendar.bad.from");
        }
    }

    /** Local time of Shanghai, or with an offset. */
    private static Instant start(@Nullable String text) {
        if (text == null || text.isBlank()) throw new BadInput("from", "problems.field.missing");
        try {
            return LocalDateTime.parse(text).atZone(Limits.ZONE).toInstant();
        } catch (DateTimeException notLocal) {
            try {
                return OffsetDateTime.parse(text.replace(' ', '+')).toInstant();
            } catch (DateTimeException e) {
                throw new BadInput("from", "calendar.bad.from");
            }
        }
    }

    private static int number(@Nullable String text) {
        try {
            int n = text == null ? 0 : Integer.parseInt(text.strip());
            if (n >= 1 && n <= 366) return n;
        } catch (NumberFormatException e) {
            // told below
        }
        throw new BadInput("workingDays", "calendar.bad.working-days");
    }
}
