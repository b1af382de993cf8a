package org.shouwen.reporting.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.shouwen.accounts.CurrentUser;
import org.shouwen.reporting.facts.Dimension;
import org.shouwen.reporting.figures.CaseLine;
import org.shouwen.reporting.figures.Figure;
import org.shouwen.reporting.figures.FigureCases;
import org.shouwen.reporting.figures.FigureLine;
import org.shouwen.reporting.figures.FigureRegistry;
import org.shouwen.reporting.figures.FigureRequest;
import org.shouwen.reporting.figures.FigureTable;
import org.shouwen.reporting.figures.FigureValue;
import org.shouwen.tables.SheetWriter;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** The same tables and lists as xlsx, with what they were filtered by and when they were made. */
@Controller
class FigureSheets {
    private final FigureRegistry registry;
    private final FigureTable table;
    private final FigureCases cases;
    private final FigureScreens screens;
    private final KeyNames names;
    private final InstantSource clock;

    FigureSheets(
            FigureRegistry registry,
            FigureTable table,
            FigureCases cases,
            FigureScreens screens,
            KeyNames names,
            InstantSource clock) {
        this.registry = registry;
        this.table = table;
        this.cases = cases;
        this.screens = screens;
        this.names = names;
        this.clock = clock;
    }

    @GetMapping("/figures.xlsx")
    void all(
            @RequestParam Map<String, String> typed,
            @AuthenticationPrincipal CurrentUser me,
            HttpServletResponse answer)
            throws IOException {
        FigureRequest asked = screens.asked(typed, me);
        List<FigureLine> lines = table.lines(asked.period(), asked.selection(), registry.all());
        try (SheetWriter sheet = sheet(
                answer,
                "figures",
                names.say("reporting.nav.figures"),
                asked,
                Sheets.counted(names, lines),
                columns("figure"))) {
            for (FigureLine l : lines)
                sheet.row(row(l, l.figure().words(KeyNames.english()).name()));
        }
    }

    @GetMapping("/figures/{id}.xlsx")
    void one(
            @PathVariable String id,
            @RequestParam Map<String, String> typed,
            @AuthenticationPrincipal CurrentUser me,
            HttpServletResponse answer)
            throws IOException {
        Figure figure = registry.get(id);
        FigureRequest asked = screens.asked(typed, me);
        Dimension by = asked.by().orElse(me.unit() == null ? Dimension.UNIT : Dimension.CLASS);
        List<FigureLine> lines = table.lines(asked.period(), asked.selection(), by, List.of(figure));
        String title = figure.words(KeyNames.english()).name();
        try (SheetWriter sheet =
                sheet(answer, id, title, asked, Sheets.counted(names, lines), columns("by." + by.name()))) {
            for (FigureLine l : lines) sheet.row(row(l, names.of(by, l.key())));
        }
    }

    @GetMapping("/figures/{id}/{part}.xlsx")
    void behind(
            @PathVariable String id,
            @PathVariable String part,
            @RequestParam Map<String, String> typed,
            @AuthenticationPrincipal CurrentUser me,
            HttpServletResponse answer)
            throws IOException {
        Figure figure = registry.get(id);
        FigureRequest asked = screens.asked(typed, me);
        String title = figure.words(KeyNames.english()).name();
        List<String> heads = heads(
                "number",
                "day",
                "by.UNIT",
                "by.CLASS",
                "by.PLACE",
                "by.CHANNEL",
                "by.KIND",
                "met",
                "taken-out",
                "value");
        try (SheetWriter sheet = sheet(answer, id + "-" + part, title, asked, List.of(), heads)) {
            cases.each(FigureScreens.part(figure, part), asked.period(), asked.selection(), me, c -> sheet.row(row(c)));
        }
    }

    private List<Object> row(CaseLine c) {
        return List.of(
                c.heading().number(),
                c.day(),
                names.of(Dimension.UNIT, c.unit()),
                names.of(Dimension.CLASS, c.heading().matterClass()),
                names.of(Dimension.PLACE, c.heading().place()),
                names.of(Dimension.CHANNEL, c.heading().channel()),
                names.of(Dimension.KIND, c.heading().kind()),
                c.met() ? 1 : 0,
                c.takenOut() ? 1 : 0,
                c.value());
    }

    private static List<Object> row(FigureLine l, String name) {
        List<Object> cells = new ArrayList<>(Arrays.asList(name));
        for (FigureValue v : List.of(l.raw(), l.adjusted())) {
            cells.add(l.number(v));
            cells.add(l.figure().measured() && !l.beingCounted() ? v.over() : null);
            cells.add(l.figure().measured() ? v.cases() : null);
        }
        cells.add(l.figure().id());
        cells.add(l.figure().version());
        return cells;
    }

    private List<String> columns(String first) {
        return heads(
                first,
                "raw",
                "raw-over",
                "raw-cases",
                "adjusted",
                "adjusted-over",
                "adjusted-cases",
                "definition",
                "version");
    }

    private List<String> heads(String... keys) {
        return Arrays.stream(keys).map(k -> names.say("reporting." + k)).toList();
    }

    private SheetWriter sheet(
            HttpServletResponse answer,
            String file,
            String title,
            FigureRequest asked,
            List<String> counted,
            List<String> heads)
            throws IOException {
        List<String> about = new ArrayList<>();
        about.add(title);
        about.add(names.say(
                "reporting.sheet.period", asked.period().from(), asked.period().to()));
        about.addAll(screens.filter(asked));
        about.addAll(counted);
        about.add(Sheets.made(names, clock));
        return Sheets.open(answer, file, title, about, heads);
    }
}
