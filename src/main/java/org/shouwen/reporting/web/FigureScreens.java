package org.shouwen.reporting.web;

import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.shouwen.access.Role;
import org.shouwen.accounts.CurrentUser;
import org.shouwen.calendar.Limits;
import org.shouwen.directory.Directory;
import org.shouwen.directory.UnitId;
import org.shouwen.problems.After;
import org.shouwen.problems.NotFound;
import org.shouwen.reporting.facts.Counted;
import org.shouwen.reporting.facts.Dimension;
import org.shouwen.reporting.figures.Figure;
import org.shouwen.reporting.figures.FigureCases;
import org.shouwen.reporting.figures.FigureLine;
import org.shouwen.reporting.figures.FigureRegistry;
import org.shouwen.reporting.figures.FigureRequest;
import org.shouwen.reporting.figures.FigureTable;
import org.shouwen.reporting.figures.Part;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** All figures of a period; one figure by unit, class, place …; and the lists behind both of its numbers (Art. 3, 4). */
@Controller
class FigureScreens {
    /** Fewer cases are shown with the interval in which the share lies. */
    static final int FEW = 10;

    private static final int PAGE = 100;
    private static final int RISING = 6;

    private final FigureRegistry registry;
    private final FigureTable table;
    private final FigureCases cases;
    private final Directory directory;
    private final KeyNames names;
    private final RisingRows risings;
    private final InstantSource clock;

    FigureScreens(
            FigureRegistry registry,
            FigureTable table,
            FigureCases cases,
            Directory directory,
            KeyNames names,
            RisingRows risings,
            InstantSource clock) {
        this.risings = risings;
        this.registry = registry;
        this.table = table;
        this.cases = cases;
        this.directory = directory;
        this.names = names;
        this.clock = clock;
    }

    /** A line as the page shows it, with the name of its key. */
    record Row(FigureLine line, String name, String link) {}

    @GetMapping("/figures")
    String all(@RequestParam Map<String, String> typed, @AuthenticationPrincipal CurrentUser me, Model model) {
        FigureRequest asked = asked(typed, me);
        fill(asked, me, model);
        List<FigureLine> lines = table.lines(asked.period(), asked.selection(), registry.all());
        UnitId unit = me.unit();
        // half of the figures are of the hotline's own work: to a unit that has no case of them they say nothing
        Map<Boolean, List<FigureLine>> folded =
                lines.stream().collect(Collectors.partitioningBy(l -> unit != null && l.withoutCases()));
        List<FigureLine> shown = folded.getOrDefault(false, List.of());
        model.addAttribute("lines", shown);
        model.addAttribute(
                "groups",
                shown.stream().map(l -> l.figure().group()).distinct().sorted().toList());
        model.addAttribute("without", folded.getOrDefault(true, List.of()));
        model.addAttribute(
                "rising", unit == null ? List.of() : risings.of(Counted.FIRST_DISPATCH, unit.code(), today(), RISING));
        return "reporting/figures";
    }

    /** @param typed {@code by}: by what it is told apart; unit where nobody says */
    @GetMapping("/figures/{id}")
    String one(
            @PathVariable String id,
            @RequestParam Map<String, String> typed,
            @AuthenticationPrincipal CurrentUser me,
            Model model) {
        Figure figure = registry.get(id);
        FigureRequest asked = asked(typed, me);
        Dimension by = asked.by().orElse(me.unit() == null ? Dimension.UNIT : Dimension.CLASS);
        fill(asked, me, model);
        model.addAttribute("figure", figure);
        model.addAttribute("by", by);
        List<Row> rows = new ArrayList<>();
        for (FigureLine l : table.lines(asked.period(), asked.selection(), by, List.of(figure)))
            rows.add(new Row(l, names.of(by, l.key()), FigureLinks.with(asked, by, l.key())));
        model.addAttribute("rows", rows);
        model.addAttribute(
                "total",
                table.lines(asked.period(), asked.selection(), List.of(figure)).getFirst());
        return "reporting/figure";
    }

    /** @param part {@code numerator} or {@code denominator} */
    @GetMapping("/figures/{id}/{part}")
    String behind(
            @PathVariable String id,
            @PathVariable String part,
            @RequestParam Map<String, String> typed,
            @AuthenticationPrincipal CurrentUser me,
            Model model) {
        Figure figure = registry.get(id);
        FigureRequest asked = asked(typed, me);
        fill(asked, me, model);
        model.addAttribute("figure", figure);
        model.addAttribute("part", part);
        // others read the figures and not what single people brought
        model.addAttribute("opensAppeals", me.has(Role.AGENT) || me.has(Role.DISPATCHER) || me.has(Role.SUPERVISOR));
        model.addAttribute(
                "page",
                cases.list(
                        part(figure, part),
                        asked.period(),
                        asked.selection(),
                        me,
                        After.parse(typed.get("after")),
                        PAGE));
        return "reporting/cases";
    }

    /** @throws NotFound when the figure has no such list */
    static Part part(Figure figure, String part) {
        Part named = switch (part) {
            case "numerator" -> figure.numerator();
            case "denominator" -> figure.denominator();
            default -> null;
        };
        if (named == null) throw new NotFound("list", figure.id() + "/" + part);
        return named;
    }

    FigureRequest asked(Map<String, String> typed, CurrentUser me) {
        return FigureRequest.of(typed, me, directory, today());
    }

    private void fill(FigureRequest asked, CurrentUser me, Model model) {
        model.addAttribute("asked", asked);
        model.addAttribute("period", asked.period());
        model.addAttribute("named", FigureLinks.named(asked));
        model.addAttribute("filter", filter(asked));
        model.addAttribute("query", FigureLinks.query(asked));
        model.addAttribute("units", me.unit() == null ? directory.units() : List.of());
        model.addAttribute("channels", names.edition().channels());
        model.addAttribute("english", KeyNames.english());
        model.addAttribute("few", FEW);
        model.addAttribute(
                "dimensions",
                Dimension.ASKED.stream()
                        .filter(d -> d != Dimension.AGENT || FigureRequest.agents(me))
                        .toList());
    }

    /** What is filtered by, in words. */
    List<String> filter(FigureRequest asked) {
        List<String> words = new ArrayList<>();
        asked.named().forEach((d, code) -> words.add(names.say("reporting.by." + d.name()) + " " + names.of(d, code)));
        return words;
    }

    private LocalDate today() {
        return clock.instant().atZone(Limits.ZONE).toLocalDate();
    }
}
