package org.shouwen.reporting.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.shouwen.accounts.CurrentUser;
import org.shouwen.calendar.Limits;
import org.shouwen.directory.Directory;
import org.shouwen.reporting.Period;
import org.shouwen.reporting.TypedPeriod;
import org.shouwen.reporting.figures.Comparison;
import org.shouwen.reporting.figures.Figure;
import org.shouwen.reporting.figures.FigureLine;
import org.shouwen.reporting.figures.FigureRegistry;
import org.shouwen.reporting.figures.FigureRequest;
import org.shouwen.reporting.figures.FigureTable;
import org.shouwen.tables.SheetWriter;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Any two periods, units, classes, places or channels side by side, figure by figure (Art. 2). */
@Controller
class CompareScreens {
    private final FigureRegistry registry;
    private final FigureTable table;
    private final FigureScreens screens;
    private final Directory directory;
    private final KeyNames names;
    private final InstantSource clock;

    CompareScreens(
            FigureRegistry registry,
            FigureTable table,
            FigureScreens screens,
            Directory directory,
            KeyNames names,
            InstantSource clock) {
        this.registry = registry;
        this.table = table;
        this.screens = screens;
        this.directory = directory;
        this.names = names;
        this.clock = clock;
    }

    /** One side as it was asked for. */
    record Side(String id, FigureRequest asked, Map<String, String> named, String query, String words) {}

    /** @param typed of each side the parameters of figures, begun with {@code a.} or {@code b.} */
    @GetMapping("/figures/compare")
    String compare(@RequestParam Map<String, String> typed, @AuthenticationPrincipal CurrentUser me, Model model) {
        Side a = side("a", typed, me);
        Side b = side("b", typed, me);
        model.addAttribute("sides", List.of(a, b));
        model.addAttribute("rows", rows(a, b));
        model.addAttribute("query", query(a) + "&" + query(b));
        model.addAttribute("units", me.unit() == null ? directory.units() : List.of());
        model.addAttribute("channels", names.edition().channels());
        model.addAttribute("english", KeyNames.english());
        return "reporting/compare";
    }

    @GetMapping("/figures/compare.xlsx")
    void sheet(
            @RequestParam Map<String, String> typed,
            @AuthenticationPrincipal CurrentUser me,
            HttpServletResponse answer)
            throws IOException {
        Side a = side("a", typed, me);
        Side b = side("b", typed, me);
        List<Comparison> rows = rows(a, b);
        List<String> about = new ArrayList<>(List.of(
                names.say("reporting.compare"),
                names.say("reporting.compare.a") + " " + a.words(),
                names.say("reporting.compare.b") + " " + b.words()));
        about.addAll(Sheets.counted(
                names, rows.stream().flatMap(c -> Stream.of(c.a(), c.b())).toList()));
        about.add(Sheets.made(names, clock));
        List<String> heads = new ArrayList<>(List.of(names.say("reporting.figure")));
        for (String s : List.of("a", "b"))
            for (String c : List.of("raw", "raw-over", "raw-cases"))
                heads.add(names.say("reporting.compare." + s) + " " + names.say("reporting." + c));
        heads.add(names.say("reporting.compare.difference"));
        heads.add(names.say("reporting.definition"));
        heads.add(names.say("reporting.version"));
        try (SheetWriter sheet = Sheets.open(answer, "compare", names.say("reporting.compare"), about, heads)) {
            for (Comparison c : rows) sheet.row(cells(c));
        }
    }

    private static List<Object> cells(Comparison c) {
        Figure f = c.a().figure();
        List<Object> cells =
                new ArrayList<>(Arrays.asList(f.words(KeyNames.english()).name()));
        for (FigureLine l : List.of(c.a(), c.b())) {
            cells.add(l.number(l.raw()));
            cells.add(f.measured() && !l.beingCounted() ? l.raw().over() : null);
            cells.add(f.measured() ? l.raw().cases() : null);
        }
        cells.add(c.difference());
        cells.add(f.id());
        cells.add(f.version());
        return cells;
    }

    private List<Comparison> rows(Side a, Side b) {
        List<Figure> measured = registry.all().stream().filter(Figure::measured).toList();
        List<FigureLine> first = table.lines(a.asked().period(), a.asked().selection(), measured);
        List<FigureLine> second = table.lines(b.asked().period(), b.asked().selection(), measured);
        List<Comparison> rows = new ArrayList<>();
        for (int i = 0; i < first.size(); i++) rows.add(new Comparison(first.get(i), second.get(i)));
        return rows;
    }

    /** Where nothing is typed: the last thirty days against the thirty before. */
    private Side side(String id, Map<String, String> typed, CurrentUser me) {
        Map<String, String> own = new HashMap<>();
        typed.forEach((name, value) -> {
            if (name.startsWith(id + ".")) own.put(name.substring(2), value);
        });
        LocalDate today = clock.instant().atZone(Limits.ZONE).toLocalDate();
        Period month = TypedPeriod.read(null, null, today);
        FigureRequest asked = FigureRequest.of(
                own, me, directory, id.equals("a") ? month.from().minusDays(1) : today);
        String words = String.join(
                " ",
                names.say(
                        "reporting.sheet.period",
                        asked.period().from(),
                        asked.period().to()),
                String.join(" ", screens.filter(asked)));
        return new Side(id, asked, FigureLinks.named(asked), FigureLinks.query(asked), words.strip());
    }

    private static String query(Side side) {
        return side.id() + "." + side.query().replace("&", "&" + side.id() + ".");
    }
}
