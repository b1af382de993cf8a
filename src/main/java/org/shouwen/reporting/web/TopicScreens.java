package org.shouwen.reporting.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.shouwen.accounts.CurrentUser;
import org.shouwen.problems.BadInput;
import org.shouwen.reporting.facts.Dimension;
import org.shouwen.reporting.maps.Boundaries;
import org.shouwen.reporting.maps.MapDrawing;
import org.shouwen.reporting.maps.Shades;
import org.shouwen.reporting.topics.Topic;
import org.shouwen.reporting.topics.TopicReports;
import org.shouwen.search.PersonalWords;
import org.shouwen.search.SearchParameters;
import org.shouwen.search.SearchQuery;
import org.shouwen.tables.SheetWriter;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** 专题报告 on any search: the page, the paper and the table (Art. 2). */
@Controller
@RequestMapping("/topic")
class TopicScreens {
    private static final int ROWS = 15;

    private final TopicReports topics;
    private final TopicPaper paper;
    private final Boundaries boundaries;
    private final KeyNames names;
    private final InstantSource clock;

    TopicScreens(TopicReports topics, TopicPaper paper, Boundaries boundaries, KeyNames names, InstantSource clock) {
        this.topics = topics;
        this.paper = paper;
        this.boundaries = boundaries;
        this.names = names;
        this.clock = clock;
    }

    /** A place as the map draws it. */
    record Shape(String name, String shown, int shade, MapDrawing.@Nullable Area area, String link) {}

    /** A row of one of the tables, with the search that finds its cases. */
    record Row(String name, long count, String link) {}

    @GetMapping
    String topic(
            @RequestParam MultiValueMap<String, String> sent, @AuthenticationPrincipal CurrentUser me, Model model) {
        SearchQuery query = query(sent);
        Topic t = topics.of(me, query);
        String written = SearchParameters.write(query);
        model.addAttribute("t", t);
        model.addAttribute("query", written);
        model.addAttribute("words", words(query));
        model.addAttribute("places", rows(Dimension.PLACE, "place", t.places(), written));
        model.addAttribute("unitRows", rows(Dimension.UNIT, "unit", t.units(), written));
        model.addAttribute("classes", rows(Dimension.CLASS, "class", t.classes(), written));
        MapDrawing map = drawing(t);
        model.addAttribute("height", map.height());
        model.addAttribute("width", MapDrawing.WIDTH);
        model.addAttribute("shapes", shapes(t, map, written));
        model.addAttribute(
                "says",
                t.places().isEmpty()
                        ? ""
                        : names.of(Dimension.PLACE, t.places().getFirst().key()));
        return "reporting/topic";
    }

    @GetMapping("/report.docx")
    ResponseEntity<byte[]> docx(
            @RequestParam MultiValueMap<String, String> sent, @AuthenticationPrincipal CurrentUser me) {
        SearchQuery query = query(sent);
        return ResponseEntity.ok()
                .header(
                        HttpHeaders.CONTENT_TYPE,
                        "application/vnd.openxmlformats-officedocument.wordprocessingml.document")
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"topic.docx\"")
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .body(paper.docx(words(query), topics.of(me, query)));
    }

    /** Counts only: words of appeals leave by the search's own export, which a second person grants. */
    @GetMapping("/report.xlsx")
    void xlsx(
            @RequestParam MultiValueMap<String, String> sent,
            @AuthenticationPrincipal CurrentUser me,
            HttpServletResponse answer)
            throws IOException {
        SearchQuery query = query(sent);
        Topic t = topics.of(me, query);
        List<String> about = List.of(names.say("reporting.topic"), words(query), Sheets.made(names, clock));
        List<String> heads = List.of(
                names.say("reporting.topic.part"),
                names.say("reporting.topic.time"),
                names.say("reporting.topic.count"));
        try (SheetWriter sheet = Sheets.open(answer, "topic", names.say("reporting.topic"), about, heads)) {
            for (Topic.Step s : t.steps())
                sheet.row(Arrays.asList(names.say("reporting.topic.trend"), s.from(), s.count()));
            part(sheet, Dimension.PLACE, t.places());
            part(sheet, Dimension.UNIT, t.units());
            part(sheet, Dimension.CLASS, t.classes());
            for (Topic.Word w : t.words())
                sheet.row(Arrays.asList(names.say("reporting.topic.words"), w.word(), w.in()));
        }
    }

    private void part(SheetWriter sheet, Dimension by, List<Topic.Count> counts) {
        for (Topic.Count c : counts)
            sheet.row(Arrays.asList(names.say("reporting.by." + by.name()), names.of(by, c.key()), c.count()));
    }

    /** @throws BadInput also for words that lead to a person: addresses are kept in many places */
    private static SearchQuery query(Map<String, List<String>> sent) {
        SearchQuery query = SearchParameters.read(sent);
        if (PersonalWords.in(query.words())) throw new BadInput("q", "search.personal-in-address");
        return query;
    }

    private String words(SearchQuery q) {
        List<String> said = new ArrayList<>();
        if (!q.words().isEmpty()) said.add("“" + q.words() + "”");
        if (q.from() != null || q.to() != null)
            said.add(names.say(
                    "reporting.sheet.period", q.from() == null ? "…" : q.from(), q.to() == null ? "…" : q.to()));
        q.classes().forEach(c -> said.add(names.of(Dimension.CLASS, c)));
        q.places().forEach(c -> said.add(names.of(Dimension.PLACE, c)));
        q.units().forEach(c -> said.add(names.of(Dimension.UNIT, c)));
        q.channels().forEach(c -> said.add(names.of(Dimension.CHANNEL, c)));
        return String.join(" ", said);
    }

    private List<Row> rows(Dimension by, String parameter, List<Topic.Count> counts, String written) {
        return counts.stream()
                .limit(ROWS)
                .map(c -> new Row(names.of(by, c.key()), c.count(), link(written, parameter, c.key())))
                .toList();
    }

    private static String link(String written, String parameter, String key) {
        return "/search?" + written + (key.isEmpty() ? "" : "&" + parameter + "=" + key);
    }

    private MapDrawing drawing(Topic t) {
        return MapDrawing.of(boundaries
                .of(t.places().stream().map(Topic.Count::key).toList())
                .values());
    }

    private List<Shape> shapes(Topic t, MapDrawing map, String written) {
        Shades shades = new Shades(
                t.places().stream().map(c -> BigDecimal.valueOf(c.count())).toList());
        return t.places().stream()
                .map(c -> new Shape(
                        names.of(Dimension.PLACE, c.key()),
                        String.valueOf(c.count()),
                        shades.of(BigDecimal.valueOf(c.count())),
                        map.areas().stream()
                                .filter(a -> Objects.equals(a.place(), c.key()))
                                .findFirst()
                                .orElse(null),
                        link(written, "place", c.key())))
                .toList();
    }
}
