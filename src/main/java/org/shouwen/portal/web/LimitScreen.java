package org.shouwen.portal.web;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.shouwen.calendar.Limits;
import org.shouwen.calendar.WorkCalendar;
import org.shouwen.calendar.WorkingDays;
import org.shouwen.problems.BadInput;
import org.shouwen.problems.FormProblem;
import org.shouwen.regulation.Limit;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** How a limit is worked out, day by day, for anyone who wants to check it (ruling 4). */
@Controller
class LimitScreen {
    private final WorkCalendar calendar;
    private final InstantSource clock;
    private final MessageSource messages;

    LimitScreen(WorkCalendar calendar, InstantSource clock, MessageSource messages) {
        this.calendar = calendar;
        this.clock = clock;
        this.messages = messages;
    }

    @GetMapping("/limits")
    String limits(
            @RequestParam(required = false) @Nullable String from,
            @RequestParam(defaultValue = "7") String workingDays,
            Model model,
            Locale locale) {
        String start = from == null
                ? clock.instant()
                        .atZone(Limits.ZONE)
                        .toLocalDateTime()
                        .truncatedTo(ChronoUnit.MINUTES)
                        .toString()
                : from.strip();
        model.addAttribute("from", start);
        model.addAttribute("workingDays", workingDays);
        try {
            Instant instant = instant(start);
            Limit limit = new Limit.WorkingDays(number(workingDays));
            WorkingDays days = calendar.current();
            model.addAttribute("due", Limits.due(instant, limit, LocalTime.MIDNIGHT, days));
            model.addAttribute("steps", Limits.explain(instant, limit, days));
        } catch (BadInput e) {
            model.addAttribute("problem", FormProblem.of(e, messages, locale));
        } catch (IllegalArgumentException e) {
            model.addAttribute(
                    "problem",
                    new FormProblem(
                            422, "", "", Map.of("from", messages.getMessage("calendar.bad.from", null, locale))));
        }
        return "portal/limits";
    }

    private static Instant instant(String text) {
        try {
            return LocalDateTime.parse(text).atZone(Limits.ZONE).toInstant();
        } catch (DateTimeException e) {
            throw new BadInput("from", "calendar.bad.from");
        }
    }

    private static int number(String text) {
        try {
            int n = Integer.parseInt(text.strip());
            if (n >= 1 && n <= 366) return n;
        } catch (NumberFormatException e) {
            // told below
        }
        throw new BadInput("workingDays", "calendar.bad.working-days");
    }
}
