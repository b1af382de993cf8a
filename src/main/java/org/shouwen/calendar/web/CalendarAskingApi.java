package org.shouwen.calendar.web;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.shouwen.calendar.CalendarAskings;
import org.shouwen.calendar.Moved;
import org.shouwen.calendar.YearCalendar;
import org.shouwen.history.Actor;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Calendars that were asked for: loaded by another person than the one who asked (ruling 2). */
@RestController
@RequestMapping("/api/v1/calendar-askings")
class CalendarAskingApi {
    private final CalendarAskings askings;

    CalendarAskingApi(CalendarAskings askings) {
        this.askings = askings;
    }

    /** @param asker who asked for the year */
    record Waiting(UUID id, YearCalendar calendar, String asker, Instant askedAt) {}

    @GetMapping
    List<Waiting> waiting() {
        return askings.waiting().stream()
                .map(a -> new Waiting(a.id(), a.year(), a.asker(), a.askedAt()))
                .toList();
    }

    /** @return the open limits that moved */
    @PostMapping("/{id}/loadings")
    @ResponseStatus(HttpStatus.CREATED)
    List<Moved> load(@PathVariable UUID id, Actor by) {
        return askings.load(id, by);
    }

    @PostMapping("/{id}/refusals")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void refuse(@PathVariable UUID id, Actor by) {
        askings.refuse(id, by);
    }
}
