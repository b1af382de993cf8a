package org.shouwen.reporting.web;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.shouwen.accounts.CurrentUser;
import org.shouwen.calendar.Limits;
import org.shouwen.directory.Directory;
import org.shouwen.problems.After;
import org.shouwen.problems.Page;
import org.shouwen.reporting.figures.CaseLine;
import org.shouwen.reporting.figures.Figure;
import org.shouwen.reporting.figures.FigureCases;
import org.shouwen.reporting.figures.FigureLine;
import org.shouwen.reporting.figures.FigureRegistry;
import org.shouwen.reporting.figures.FigureRequest;
import org.shouwen.reporting.figures.FigureTable;
import org.shouwen.reporting.figures.FigureValue;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** All figures for integrators; each answer names the definition and its version. */
@RestController
@RequestMapping("/api/v1/figures")
class FigureApi {
    private final FigureRegistry registry;
    private final FigureTable table;
    private final FigureCases cases;
    private final Directory directory;
    private final InstantSource clock;

    FigureApi(FigureRegistry registry, FigureTable table, FigureCases cases, Directory directory, InstantSource clock) {
        this.registry = registry;
        this.table = table;
        this.cases = cases;
        this.directory = directory;
        this.clock = clock;
    }

    record Definition(
            String id,
            int version,
            Figure.Group group,
            Figure.Basis basis,
            Figure.ValueUnit unit,
            Figure.Measure measure,
            Figure.Words zh,
            Figure.Words en,
            Figure.@Nullable Missing missing) {}

    /**
     * @param value of a share in hundredths; null where there are no cases, nothing is measured, or people are being counted
     * @param numerator null while people are being counted
     */
    record Measured(
            @Nullable BigDecimal value,
            @Nullable Long numerator,
            long denominator,
            @Nullable BigDecimal low,
            @Nullable BigDecimal high) {}

    /**
     * @param key of the dimension asked by; empty for all together
     * @param beingCounted of people of many cases: there is no value yet, it is there in about a minute
     * @param countedAt of people of many cases, at most two days ago; null: counted now
     */
    record FigureValueLine(
            String figure,
            int version,
            boolean measured,
            String key,
            Measured raw,
            Measured adjusted,
            boolean beingCounted,
            @Nullable Instant countedAt) {}

    record FigureValues(LocalDate from, LocalDate to, List<FigureValueLine> items) {}

    @GetMapping
    List<Definition> definitions() {
        return registry.all().stream()
                .map(f -> new Definition(
                        f.id(), f.version(), f.group(), f.basis(), f.unit(), f.measure(), f.zh(), f.en(), f.missing()))
                .toList();
    }

    /** @param figure one of the definitions; without it all figures */
    @GetMapping("/values")
    FigureValues values(
            @RequestParam(required = false) @Nullable String figure,
            @RequestParam(required = false) @Nullable String from,
            @RequestParam(required = false) @Nullable String to,
            @RequestParam(required = false) @Nullable String by,
            @RequestParam Map<String, String> typed,
            @AuthenticationPrincipal CurrentUser me) {
        FigureRequest asked = FigureRequest.of(typed, me, directory, today());
        List<Figure> figures = figure == null ? registry.all() : List.of(registry.get(figure));
        List<FigureLine> lines = asked.by()
                .map(d -> table.lines(asked.period(), asked.selection(), d, figures))
                .orElseGet(() -> table.lines(asked.period(), asked.selection(), figures));
        return new FigureValues(
                asked.period().from(),
                asked.period().to(),
                lines.stream()
                        .map(l -> new FigureValueLine(
                                l.figure().id(),
                                l.figure().version(),
                                l.figure().measured(),
                                l.key(),
                                measured(l, l.raw()),
                                measured(l, l.adjusted()),
                                l.beingCounted(),
                                l.countedAt()))
                        .toList());
    }

    /** The cases of one of a figure's two lists, oldest first. */
    @GetMapping("/{id}/{part}")
    Page<CaseLine> behind(
            @PathVariable String id,
            @PathVariable String part,
            @RequestParam(required = false) @Nullable String from,
            @RequestParam(required = false) @Nullable String to,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(defaultValue = "200") int limit,
            @RequestParam Map<String, String> typed,
            @AuthenticationPrincipal CurrentUser me) {
        FigureRequest asked = FigureRequest.of(typed, me, directory, today());
        return cases.list(
                FigureScreens.part(registry.get(id), part),
                asked.period(),
                asked.selection(),
                me,
                After.parse(after),
                Page.limit(limit));
    }

    private static Measured measured(FigureLine line, FigureValue v) {
        return new Measured(
                line.number(v),
                line.beingCounted() ? null : v.over(),
                v.cases(),
                v.interval() == null ? null : percent(v.interval().low()),
                v.interval() == null ? null : percent(v.interval().high()));
    }

    private static BigDecimal percent(double share) {
        return BigDecimal.valueOf(share * 100).setScale(2, java.math.RoundingMode.HALF_UP);
    }

    private LocalDate today() {
        return clock.instant().atZone(Limits.ZONE).toLocalDate();
    }
}
