package org.shouwen.reporting.web;

import java.time.InstantSource;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.stream.Stream;
import org.shouwen.accounts.CurrentUser;
import org.shouwen.calendar.Limits;
import org.shouwen.reporting.Figures;
import org.shouwen.reporting.OverviewNotices;
import org.shouwen.reporting.Period;
import org.shouwen.reporting.facts.Counted;
import org.shouwen.reporting.facts.Dimension;
import org.shouwen.reporting.figures.Figure;
import org.shouwen.reporting.figures.FigureLine;
import org.shouwen.reporting.figures.FigureRegistry;
import org.shouwen.reporting.figures.FigureTable;
import org.shouwen.reporting.figures.LeaderFigures;
import org.shouwen.reporting.figures.Selection;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** A leader's page: one look without scrolling on 1366×768; every number opens its list (Art. 2). */
@Controller
class LeaderScreens {
    private static final int ROWS = 6;
    private static final int DAYS = 30;

    private final LeaderFigures leader;
    private final FigureTable table;
    private final FigureRegistry registry;
    private final Figures open;
    private final KeyNames names;
    private final RisingRows risings;
    private final List<OverviewNotices> notices;
    private final InstantSource clock;

    LeaderScreens(
            LeaderFigures leader,
            FigureTable table,
            FigureRegistry registry,
            Figures open,
            KeyNames names,
            RisingRows risings,
            List<OverviewNotices> notices,
            InstantSource clock) {
        this.notices = List.copyOf(notices);
        this.risings = risings;
        this.leader = leader;
        this.table = table;
        this.registry = registry;
        this.open = open;
        this.names = names;
        this.clock = clock;
    }

    record County(String name, FigureLine taken, String query) {}

    @GetMapping("/overview")
    String overview(@AuthenticationPrincipal CurrentUser me, Model model) {
        LocalDateTime now = clock.instant().atZone(Limits.ZONE).toLocalDateTime();
        LocalDate today = now.toLocalDate();
        Period month = new Period(today.minusDays(DAYS - 1), today);
        model.addAttribute("taken", leader.today(Counted.TAKEN, now));
        model.addAttribute("closed", leader.today(Counted.CLOSED, now));
        model.addAttribute("today", "from=" + today + "&to=" + today);
        model.addAttribute("month", "from=" + month.from() + "&to=" + month.to());
        model.addAttribute("rising", risings.of(Counted.TAKEN, "", today, ROWS));
        model.addAttribute("counties", counties(month));
        List<Figures.UnitFigures> units = open.byUnit();
        model.addAttribute("now", open.now(units));
        List<Figures.UnitFigures> late = units.stream()
                .filter(u -> u.lateHandling() + u.lateReceipt() > 0)
                .toList();
        model.addAttribute("late", late.stream().limit(ROWS).toList());
        model.addAttribute("lateAll", late.size());
        List<Figure> outcome = Stream.of(
                        "handled-in-time",
                        "first-dispatch-right",
                        "solved",
                        "satisfied-first",
                        "satisfied-final",
                        "portal-satisfied")
                .map(registry::get)
                .toList();
        model.addAttribute("outcome", table.lines(month, Selection.ALL, outcome));
        model.addAttribute("notices", notices.stream().map(n -> n.of(me)).toList());
        model.addAttribute("english", KeyNames.english());
        model.addAttribute("few", FigureScreens.FEW);
        return "reporting/overview";
    }

    private List<County> counties(Period month) {
        return leader.counties(month, registry.get("taken")).stream()
                .map(l -> new County(
                        names.of(Dimension.PLACE, l.key()),
                        l,
                        "from=" + month.from() + "&to=" + month.to() + "&place=" + l.key()))
                .limit(ROWS + 2)
                .toList();
    }
}
