package org.shouwen.roster.web;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouwen.accounts.CurrentUser;
import org.shouwen.directory.UnitId;
import org.shouwen.problems.BadInput;
import org.shouwen.problems.TypedDay;
import org.shouwen.roster.Roster;
import org.shouwen.roster.Shift;
import org.shouwen.roster.Upkeep;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The roster and the upkeep duties, for integrators (Art. 4). */
@RestController
@RequestMapping("/api/v1/roster")
class RosterApi {
    private final Roster roster;
    private final Upkeep upkeep;

    RosterApi(Roster roster, Upkeep upkeep) {
        this.roster = roster;
        this.upkeep = upkeep;
    }

    record Page(List<Shift> items) {}

    record PlanBody(
            @Nullable LocalDate day,
            Shift.@Nullable Half half,
            Shift.@Nullable Purpose purpose,
            @Nullable String unit) {}

    record PersonBody(@Nullable String person) {}

    record AttendanceBody(@Nullable Boolean came) {}

    record SwapBody(@Nullable UUID other) {}

    record UpkeepLine(String unit, Upkeep.What what, LocalDate due, boolean late) {}

    record UpkeepPage(List<UpkeepLine> items) {}

    /** @param month such as 2026-10 */
    @GetMapping("/shifts")
    Page list(@RequestParam String month) {
        try {
            return new Page(roster.of(YearMonth.parse(month)));
        } catch (DateTimeException e) {
            throw new BadInput("month", "problems.field.month");
        }
    }

    @PostMapping("/shifts")
    @ResponseStatus(HttpStatus.CREATED)
    Shift plan(@AuthenticationPrincipal CurrentUser by, @RequestBody PlanBody b) {
        return roster.plan(
                TypedDay.held("day", need("day", b.day())),
                need("half", b.half()),
                need("purpose", b.purpose()),
                new UnitId(need("unit", b.unit())),
                by);
    }

    @PostMapping("/shifts/{id}/removals")
    @ResponseStatus(HttpStatus.CREATED)
    Shift remove(@PathVariable UUID id, @AuthenticationPrincipal CurrentUser by) {
        return roster.remove(id, by);
    }

    @PostMapping("/shifts/{id}/people")
    @ResponseStatus(HttpStatus.CREATED)
    Shift person(@PathVariable UUID id, @AuthenticationPrincipal CurrentUser by, @RequestBody PersonBody b) {
        return roster.person(id, b.person(), by);
    }

    @PostMapping("/shifts/{id}/attendances")
    @ResponseStatus(HttpStatus.CREATED)
    Shift attended(@PathVariable UUID id, @AuthenticationPrincipal CurrentUser by, @RequestBody AttendanceBody b) {
        return roster.attended(id, need("came", b.came()), by);
    }

    @PostMapping("/shifts/{id}/swaps")
    @ResponseStatus(HttpStatus.CREATED)
    Shift swap(@PathVariable UUID id, @AuthenticationPrincipal CurrentUser by, @RequestBody SwapBody b) {
        return roster.askSwap(id, need("other", b.other()), by);
    }

    @PostMapping("/shifts/{id}/swap-acceptances")
    @ResponseStatus(HttpStatus.CREATED)
    void accept(@PathVariable UUID id, @AuthenticationPrincipal CurrentUser by, @RequestBody SwapBody b) {
        roster.acceptSwap(id, need("other", b.other()), by);
    }

    @GetMapping("/upkeep")
    UpkeepPage upkeep(@AuthenticationPrincipal CurrentUser by) {
        return new UpkeepPage(upkeep.lines(by.unit()).stream()
                .map(l -> new UpkeepLine(l.unit().id().code(), l.what(), l.due(), l.late()))
                .toList());
    }

    private static <T> T need(String field, @Nullable T value) {
        if (value == null) throw new BadInput(field, "problems.field.missing");
        return value;
    }
}
