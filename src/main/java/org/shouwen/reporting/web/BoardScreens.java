package org.shouwen.reporting.web;

import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.shouwen.accounts.CurrentUser;
import org.shouwen.calendar.Limits;
import org.shouwen.calendar.WorkCalendar;
import org.shouwen.directory.UnitId;
import org.shouwen.problems.After;
import org.shouwen.problems.Page;
import org.shouwen.regulation.Edition;
import org.shouwen.regulation.Editions;
import org.shouwen.reporting.Figures;
import org.shouwen.reporting.Period;
import org.shouwen.reporting.TypedPeriod;
import org.shouwen.workorder.OrderLine;
import org.shouwen.workorder.WorkOrderBoard;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The supervisor's board: what is late where; and the city's page for the Bureau and city leaders. */
@Controller
class BoardScreens {
    private final Figures figures;
    private final WorkOrderBoard board;
    private final Editions editions;
    private final WorkCalendar calendar;
    private final InstantSource clock;

    BoardScreens(Figures figures, WorkOrderBoard board, Editions editions, WorkCalendar calendar, InstantSource clock) {
        this.clock = clock;
        this.figures = figures;
        this.board = board;
        this.editions = editions;
        this.calendar = calendar;
    }

    @GetMapping("/supervision")
    String supervision(
            @RequestParam(defaultValue = "") String unit,
            @RequestParam(required = false) @Nullable String after,
            @AuthenticationPrincipal CurrentUser me,
            Model model) {
        fill(model);
        model.addAttribute("provisional", calendar.provisional());
        model.addAttribute("unit", unit);
        Page<OrderLine> late = board.late(unit.isBlank() ? null : new UnitId(unit), me, After.parse(after), 100);
        model.addAttribute("page", late);
        model.addAttribute("late", late.items());
        return "reporting/supervision";
    }

    /** @param from first day of dispatch that the rates count, {@code yyyy-MM-dd}; {@code to} the last */
    @GetMapping("/board")
    String board(
            @RequestParam(required = false) @Nullable String from,
            @RequestParam(required = false) @Nullable String to,
            Model model) {
        fill(model);
        Period period =
                TypedPeriod.read(from, to, clock.instant().atZone(Limits.ZONE).toLocalDate());
        model.addAttribute("channels", named(figures.today("channel")));
        model.addAttribute("outcomes", figures.today("outcome"));
        model.addAttribute("received", figures.receivedInTime(period));
        model.addAttribute("handled", figures.handledInTime(period));
        model.addAttribute("period", period);
        return "reporting/board";
    }

    private void fill(Model model) {
        List<Figures.UnitFigures> units = figures.byUnit();
        model.addAttribute("units", units);
        model.addAttribute("now", figures.now(units));
    }

    /** Channels by the names that the editions give them. */
    private List<Figures.Count> named(List<Figures.Count> counts) {
        Edition edition = editions.all().stream()
                .filter(e -> e.city().equals(editions.city()))
                .reduce((_, later) -> later)
                .orElseThrow();
        boolean english = LocaleContextHolder.getLocale().getLanguage().equals("en");
        return counts.stream()
                .map(c -> new Figures.Count(
                        edition.channel(c.key())
                                .map(n -> english ? n.nameEn() : n.name())
                                .orElse(c.key()),
                        c.count()))
                .toList();
    }
}
