package org.shouwen.calendar.web;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouwen.calendar.CalendarAskings;
import org.shouwen.calendar.Moved;
import org.shouwen.calendar.SpecialDay;
import org.shouwen.calendar.WorkCalendar;
import org.shouwen.calendar.YearCalendar;
import org.shouwen.history.Actor;
import org.shouwen.problems.BadInput;
import org.shouwen.problems.NotFound;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The calendars of the years (ruling 2). Putting the same year twice moves nothing the second time. */
@RestController
@RequestMapping("/api/v1/calendars")
class CalendarApi {
    private final WorkCalendar calendar;
    private final CalendarAskings askings;

    CalendarApi(WorkCalendar calendar, CalendarAskings askings) {
        this.askings = askings;
        this.calendar = calendar;
    }

    /** @param notice number of the State Council's notice */
    record Body(@Nullable String notice, @Nullable List<Day> days) {
        YearCalendar year(int year) {
            List<SpecialDay> special =
                    days == null ? List.of() : days.stream().map(Day::special).toList();
            return new YearCalendar(year, notice == null ? "" : notice, special);
        }
    }

    record Day(
            @Nullable LocalDate date,
            @Nullable Boolean working,
            @Nullable String name) {
        SpecialDay special() {
            if (date == null) throw new BadInput("days.date", "problems.field.missing");
            if (working == null) throw new BadInput("days.working", "problems.field.missing");
            return new SpecialDay(date, working, name == null ? "" : name);
        }
    }

    /**
     * @param dropped days that the year as it is held names and the new one does not
     * @param moved the open limits that the year moves, of every kind
     * @param asking what another person loads; null for a preview
     */
    record Loaded(
            int year,
            boolean preview,
            List<LocalDate> dropped,
            List<Moved> moved,
            @Nullable UUID asking) {}

    @GetMapping
    List<YearCalendar> all() {
        return calendar.years();
    }

    @GetMapping("/{year}")
    YearCalendar get(@PathVariable int year) {
        return calendar.year(year).orElseThrow(() -> new NotFound("calendar", Integer.toString(year)));
    }

    /**
     * Asks for a year or its correction, which another person loads (calendar-askings); says which open limits it moves. With {@code preview} (or {@code dryRun}, as other imports call it) it only says which would move. A year that
     * names fewer days than before is refused (422) without {@code dropDays}, one without a notice's number without {@code noNotice}. Days of the December before and the January
     * after may stand in it when the notice names them.
     */
    @PutMapping("/{year}")
    Loaded put(
            @PathVariable int year,
            @RequestParam(defaultValue = "false") boolean preview,
            @RequestParam(defaultValue = "false") boolean dryRun,
            @RequestParam(defaultValue = "false") boolean dropDays,
            @RequestParam(defaultValue = "false") boolean noNotice,
            @RequestBody Body body,
            Actor by) {
        YearCalendar next = body.year(year);
        List<LocalDate> dropped = calendar.dropped(next);
        boolean only = preview || dryRun;
        UUID asking = only ? null : askings.ask(next, dropDays, noNotice, by).id();
        return new Loaded(year, only, dropped, calendar.preview(next), asking);
    }
}
