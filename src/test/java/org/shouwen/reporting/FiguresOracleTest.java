package org.shouwen.reporting;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.InstantSource;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.shouwen.ShouwenTest;
import org.shouwen.TestClock;
import org.shouwen.directory.Directory;
import org.shouwen.history.History;
import org.shouwen.regulation.Editions;
import org.shouwen.reporting.facts.Dimension;
import org.shouwen.reporting.facts.FactKeeper;
import org.shouwen.reporting.facts.FactRebuild;
import org.shouwen.reporting.figures.CaseSums;
import org.shouwen.reporting.figures.Figure;
import org.shouwen.reporting.figures.FigureRegistry;
import org.shouwen.reporting.figures.FigureTable;
import org.shouwen.reporting.figures.FigureValue;
import org.shouwen.reporting.figures.Selection;
import org.shouwen.simulation.Year;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Of a simulated year every cell of every figure is what its definition says, and a rebuild comes to the same. */
@ShouwenTest
class FiguresOracleTest {
    /** The whole year of a city by {@code -Dshouwen.figures.year=380000,150}. */
    private static final String[] SIZE =
            System.getProperty("shouwen.figures.year", "900,24").split(",");

    @Autowired
    ListableBeanFactory beans;

    @Autowired
    TestClock clock;

    @Autowired
    InstantSource now;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    FactKeeper keeper;

    @Autowired
    FactRebuild rebuild;

    @Autowired
    FigureRegistry figures;

    @Autowired
    FigureTable table;

    @Autowired
    History history;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    Directory directory;

    @Autowired
    Editions editions;

    @Nullable
    private SlowDuties duties;

    private long inhabitants;

    @Test
    void every_cell_is_what_the_definition_says() throws Exception {
        Year.Size size = new Year.Size(Integer.parseInt(SIZE[0]), Integer.parseInt(SIZE[1]), 7);
        new Year(size, beans, clock::set, _ -> {}).run();
        transaction.executeWithoutResult(_ -> new PlantedDuties(history, jdbc, 7).plant(LocalDate.of(2026, 1, 3), 355));
        keeper.run();
        duties = new SlowDuties(jdbc, now.instant(), editions.current(LocalDate.of(2026, 1, 1)));
        inhabitants = PlantedDuties.inhabitants(directory, jdbc, now.instant());
        SlowFigures slow = new SlowFigures(jdbc, now.instant());
        Set<String> happened = new HashSet<>();
        List<String> wrong = new ArrayList<>();
        for (YearMonth month = YearMonth.of(2026, 1); month.getYear() == 2026; month = month.plusMonths(1))
            for (Figure f : figures.all())
                if (f.measured()) {
                    compare(f, month, slow, wrong);
                    if (!cases(slow, f.id(), month.toString()).isEmpty()) happened.add(f.id());
                }
        assertThat(wrong).isEmpty();
        assertThat(happened)
                .contains(
                        "received-in-time",
                        "late-receipts",
                        "handled-in-time",
                        "median-days",
                        "returns-granted",
                        "extensions-refused",
                        "reworks",
                        "reopened",
                        "satisfied-final",
                        "first-supervisions",
                        "late-supervisions",
                        "first-dispatch-right",
                        "dispatched-in-time",
                        "contacted-in-time",
                        "persons",
                        "repeats",
                        "taken-per-10000",
                        "rules-filed",
                        "rules-filed-in-time",
                        "roster-kept",
                        "upkeep-in-time",
                        "knowledge-reviewed",
                        "articles-mended",
                        "answers-used",
                        "warnings-raised",
                        "warnings-confirmed",
                        "warnings-in-time");
        String facts = lines();
        rebuild.run(_ -> {});
        assertThat(lines()).as("counted anew").isEqualTo(facts);
    }

    private void compare(Figure f, YearMonth month, SlowFigures slow, List<String> wrong) {
        Period period = new Period(month.atDay(1), month.atEndOfMonth());
        Map<String, CaseSums> quick = table.by(period, Selection.ALL, Optional.of(Dimension.UNIT), List.of(f));
        Map<String, List<SlowFigures.Case>> by = cases(slow, f.id(), month.toString());
        Set<String> units = new HashSet<>(by.keySet());
        units.addAll(quick.keySet());
        for (String unit : units) {
            FigureValue value = FigureValue.of(f, quick.getOrDefault(unit, new CaseSums()), false);
            String is = written(f, value);
            List<SlowFigures.Case> cases = by.getOrDefault(unit, List.of());
            String must = cases.isEmpty() ? "none" : must(f, cases);
            if (!is.equals(must) && !(none(is) && none(must)))
                wrong.add("%s of %s in %s is %s, must be %s".formatted(f.id(), unit, month, is, must));
        }
    }

    private Map<String, List<SlowFigures.Case>> cases(SlowFigures slow, String figure, String month) {
        Map<String, List<SlowFigures.Case>> told = duties == null ? null : duties.of(figure, month);
        return told != null ? told : slow.of(figure.equals("taken-per-10000") ? "taken" : figure, month);
    }

    private String must(Figure f, List<SlowFigures.Case> cases) {
        long over = cases.stream().filter(SlowFigures.Case::over).count();
        return switch (f.measure()) {
            case COUNT, PERSONS -> over + "/1";
            case PER_TEN_THOUSAND -> over * 10_000 + "/" + inhabitants;
            case RATIO, MEAN, MEDIAN, P90 -> SlowFigures.written(f.id(), cases);
        };
    }

    private static boolean none(String value) {
        return value.equals("none") || value.equals("0/0") || value.equals("0/1");
    }

    private static String written(Figure f, FigureValue v) {
        if (v.value() == null) return v.over() + "/0";
        return f.measure() == Figure.Measure.RATIO
                ? v.over() + "/" + v.cases()
                : v.value().over() + "/" + v.value().under();
    }

    /** Facts and sums as they are read, whatever generation they stand in. */
    private String lines() {
        List<String> lines = new ArrayList<>();
        for (String from : List.of(
                "select subject, no, source, day, hour, unit, matter_class, place, channel, kind, limit_class, number, counted, met, adjusted, value, agent from reporting.fact",
                "select dimension, counted_as, day, key, value, counted, met, adjusted, adjusted_met from reporting.daily"))
            lines.add(jdbc.sql("select md5(string_agg(x::text, ',' order by x::text)) || ' ' || count(*) from (" + from
                            + " where generation = (select current from reporting.generation)) x")
                    .query(String.class)
                    .single());
        return String.join("\n", lines);
    }

    @Test
    void no_figure_is_called_like_another_and_each_says_what_it_is() {
        assertThat(figures.all()).hasSizeGreaterThan(45).allSatisfy(f -> {
            assertThat(f.zh().says()).endsWith("。").doesNotContain("TODO");
            assertThat(f.en().says()).endsWith(".");
            if (f.measure() == Figure.Measure.RATIO && f.measured())
                assertThat(f.denominator()).isNotNull();
        });
    }
}
