package org.shouwen.roster.web;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.shouwen.access.Role;
import org.shouwen.accounts.CurrentUser;
import org.shouwen.calendar.WorkCalendar;
import org.shouwen.calendar.WorkingDays;
import org.shouwen.directory.Directory;
import org.shouwen.directory.Unit;
import org.shouwen.directory.UnitId;
import org.shouwen.problems.BadInput;
import org.shouwen.problems.Forms;
import org.shouwen.problems.NotFound;
import org.shouwen.problems.TypedDay;
import org.shouwen.roster.Roster;
import org.shouwen.roster.Shift;
import org.shouwen.roster.Upkeep;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The month as a calendar: who comes, who came, who swaps; below it what each unit keeps up to date (Art. 4). */
@Controller
@RequestMapping("/roster")
class RosterScreens {
    private final Roster roster;
    private final Upkeep upkeep;
    private final Directory directory;
    private final WorkCalendar calendar;
    private final Forms forms;

    RosterScreens(Roster roster, Upkeep upkeep, Directory directory, WorkCalendar calendar, Forms forms) {
        this.roster = roster;
        this.upkeep = upkeep;
        this.directory = directory;
        this.calendar = calendar;
        this.forms = forms;
    }

    record Day(@Nullable LocalDate date, boolean working, boolean today, List<Shift> shifts) {}

    @GetMapping
    String month(
            @RequestParam(required = false) @Nullable String month,
            @AuthenticationPrincipal CurrentUser me,
            Model model) {
        YearMonth shown = month(month);
        List<Shift> shifts = roster.of(shown);
        WorkingDays days = calendar.current();
        Map<LocalDate, List<Shift>> byDay = shifts.stream().collect(Collectors.groupingBy(Shift::day));
        List<List<Day>> weeks = new ArrayList<>();
        LocalDate day = shown.atDay(1);
        day = day.minusDays(day.getDayOfWeek().getValue() - 1L);
        while (!day.isAfter(shown.atEndOfMonth())) {
            List<Day> week = new ArrayList<>();
            for (int i = 0; i < 7; i++, day = day.plusDays(1))
                week.add(
                        YearMonth.from(day).equals(shown)
                                ? new Day(
                                        day,
                                        days.isWorking(day),
                                        day.equals(roster.today()),
                                        byDay.getOrDefault(day, List.of()))
                                : new Day(null, true, false, List.of()));
            weeks.add(week);
        }
        UnitId unit = me.unit();
        model.addAttribute("weeks", weeks);
        model.addAttribute("month", shown);
        model.addAttribute("shifts", shifts);
        model.addAttribute(
                "mine", shifts.stream().filter(s -> s.unit().equals(unit)).toList());
        model.addAttribute(
                "asking", shifts.stream().filter(s -> s.swap() != null).toList());
        model.addAttribute("plans", me.has(Role.SUPERVISOR) || me.has(Role.BUREAU));
        model.addAttribute(
                "units", directory.units().stream().filter(Unit::active).toList());
        model.addAttribute("halves", Shift.Half.values());
        model.addAttribute("purposes", Shift.Purpose.values());
        model.addAttribute("today", roster.today());
        List<Upkeep.Line> kept = upkeep.lines(unit);
        model.addAttribute("upkeep", kept);
        model.addAttribute("upkeepLate", kept.stream().filter(Upkeep.Line::late).count());
        return "roster/month";
    }

    @PostMapping
    String plan(
            @RequestParam(defaultValue = "") String day,
            @RequestParam(defaultValue = "") String half,
            @RequestParam(defaultValue = "") String purpose,
            @RequestParam(defaultValue = "") String unit,
            @AuthenticationPrincipal CurrentUser me,
            Model model,
            RedirectAttributes redirect) {
        return saved(
                model,
                me,
                redirect,
                day.length() >= 7 ? day.substring(0, 7) : null,
                () -> roster.plan(
                        date(day),
                        named("half", Shift.Half.class, half),
                        named("purpose", Shift.Purpose.class, purpose),
                        new UnitId(unit),
                        me));
    }

    @PostMapping("/{id}/{act}")
    String act(
            @PathVariable UUID id,
            @PathVariable String act,
            @RequestParam(defaultValue = "") String person,
            @RequestParam(required = false) @Nullable UUID other,
            @RequestParam(defaultValue = "") String month,
            @AuthenticationPrincipal CurrentUser me,
            Model model,
            RedirectAttributes redirect) {
        return saved(model, me, redirect, month, () -> {
            switch (act) {
                case "people" -> roster.person(id, person, me);
                case "arrivals" -> roster.attended(id, true, me);
                case "removals" -> roster.remove(id, me);
                case "no-shows" -> roster.attended(id, false, me);
                case "swaps" -> roster.askSwap(id, need(other), me);
                case "acceptances" -> roster.acceptSwap(id, need(other), me);
                default -> throw new NotFound("act", act);
            }
        });
    }

    @PostMapping("/upkeep")
    String done(
            @RequestParam(defaultValue = "") String what,
            @RequestParam(defaultValue = "") String words,
            @AuthenticationPrincipal CurrentUser me,
            Model model,
            RedirectAttributes redirect) {
        return saved(model, me, redirect, null, () -> upkeep.done(named("what", Upkeep.What.class, what), words, me));
    }

    private String saved(
            Model model, CurrentUser me, RedirectAttributes redirect, @Nullable String month, Runnable what) {
        if (forms.refused(model, what)) return month(month, me, model);
        redirect.addFlashAttribute("told", "roster.told");
        return "redirect:/roster" + (month == null || month.isEmpty() ? "" : "?month=" + month(month));
    }

    private YearMonth month(@Nullable String typed) {
        try {
            return typed == null || typed.isBlank()
                    ? YearMonth.from(roster.today())
                    : YearMonth.from(TypedDay.read("month", typed.strip() + "-01"));
        } catch (BadInput e) {
            return YearMonth.from(roster.today());
        }
    }

    private static LocalDate date(String typed) {
        return TypedDay.read("day", typed);
    }

    private static UUID need(@Nullable UUID other) {
        if (other == null) throw new BadInput("other", "problems.field.missing");
        return other;
    }

    private static <E extends Enum<E>> E named(String field, Class<E> type, String name) {
        try {
            return Enum.valueOf(type, name);
        } catch (IllegalArgumentException e) {
            throw new BadInput(field, "problems.field.unknown", name);
        }
    }
}
