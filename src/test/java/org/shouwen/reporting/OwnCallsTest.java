package org.shouwen.reporting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.junit.jupiter.api.Test;
import org.shouwen.Cases;
import org.shouwen.People;
import org.shouwen.ScreenClient;
import org.shouwen.ShouwenTest;
import org.shouwen.TestClock;
import org.shouwen.accounts.CurrentUser;
import org.shouwen.jobs.Job;
import org.shouwen.problems.NotFound;
import org.shouwen.problems.Refusal;
import org.shouwen.reporting.facts.FactKeeper;
import org.shouwen.reporting.figures.Figure;
import org.shouwen.reporting.figures.FigureLine;
import org.shouwen.reporting.figures.FigureRegistry;
import org.shouwen.reporting.figures.FigureTable;
import org.shouwen.reporting.figures.Selection;
import org.shouwen.reporting.own.OwnCall;
import org.shouwen.reporting.own.OwnCalls;
import org.shouwen.rowsecurity.UnitScope;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A unit calls back its own cases for its own learning, and the platform counts none of it (Art. 4). */
@ShouwenTest
class OwnCallsTest {
    private static final CurrentUser HEATING = People.desk("heating");

    @LocalServerPort
    int port;

    @Autowired
    Cases cases;

    @Autowired
    TestClock clock;

    @Autowired
    FactKeeper keeper;

    @Autowired
    OwnCalls calls;

    @Autowired
    FigureTable table;

    @Autowired
    FigureRegistry registry;

    @Autowired
    List<Job> jobs;

    private void closed(String unit, int many) {
        for (int i = 0; i < many; i++)
            cases.aCase().dispatchedTo(unit).received().reported().closed();
        keeper.run();
    }

    private List<FigureLine> figures(String day) {
        LocalDate d = LocalDate.parse(day);
        List<Figure> measured = registry.all().stream().filter(Figure::measured).toList();
        return table.lines(new Period(d, d.plusDays(2)), Selection.ALL, measured);
    }

    @Test
    void it_draws_what_it_closed_once_and_no_figure_of_the_platform_moves() {
        clock.set("2057-03-01T09:00");
        closed("heating", 3);
        closed("housing", 2);
        List<FigureLine> before = figures("2057-03-01");
        assertThat(calls.draw(50, HEATING)).isEqualTo(3);
        assertThat(calls.draw(50, HEATING)).as("none twice").isZero();
        OwnCall first = calls.of(HEATING, null, 200).items().getFirst();
        calls.answer(first.id(), new OwnCall.Answer(true, true, false, "请联系13712345670"), HEATING);
        calls.answer(
                calls.of(HEATING, null, 200).items().getFirst().id(),
                new OwnCall.Answer(false, true, true, ""),
                HEATING);
        keeper.run();
        assertThat(figures("2057-03-01")).isEqualTo(before);
        assertThat(calls.sum(HEATING)).isEqualTo(new OwnCall.Sum(2, 1, 1, 0));
        assertThatThrownBy(() -> calls.answer(first.id(), new OwnCall.Answer(true, true, true, ""), HEATING))
                .isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> calls.answer(
                        calls.of(HEATING, null, 200).items().getFirst().id(),
                        new OwnCall.Answer(true, true, true, ""),
                        People.desk("housing")))
                .as("of another unit")
                .isInstanceOf(NotFound.class);
        UnitScope.within(
                "housing",
                () -> assertThat(calls.of(HEATING, null, 200).items())
                        .as("the second wall holds whoever asks")
                        .isEmpty());
    }

    @Test
    void its_page_shows_sections_and_calls_leaves_as_a_table_and_notes_are_forgotten_with_the_person()
            throws Exception {
        clock.set("2058-03-01T09:00");
        closed("heating", 2);
        cases.aCase().dispatchedTo("heating").received();
        ScreenClient unit = ScreenClient.as(port, "heating");
        assertThat(unit.post("/own-analysis/draws", Map.of("many", "99")).statusCode())
                .isEqualTo(422);
        assertThat(unit.post("/own-analysis/draws", Map.of("many", "1")).statusCode())
                .isEqualTo(302);
        OwnCall drawn = calls.of(HEATING, null, 200).items().getFirst();
        assertThat(unit.post(
                                "/own-analysis/calls/" + drawn.id(),
                                Map.of("reached", "true", "solved", "true", "note", "很快修好了"))
                        .statusCode())
                .isEqualTo(302);
        assertThat(unit.get("/own-analysis").body()).contains("科室和人员", "很快修好了", "不计入平台的回访");
        byte[] xlsx = unit.bytes("/own-analysis?sheet=xlsx");
        try (ReadableWorkbook book = new ReadableWorkbook(new ByteArrayInputStream(xlsx))) {
            assertThat(book.getFirstSheet().read().stream()
                            .flatMap(r -> r.stream())
                            .filter(java.util.Objects::nonNull))
                    .anySatisfy(c -> assertThat(c.getValue()).isEqualTo(BigDecimal.TWO))
                    .as("notes of calls stay")
                    .noneSatisfy(c -> assertThat(c.getText()).contains("修好"));
        }
        assertThat(unit.get("/inbox?sheet=xlsx")
                        .headers()
                        .firstValue("Content-Type")
                        .orElse(""))
                .as("words of orders do not leave so")
                .doesNotContain("spreadsheet");
        clock.pass(Duration.ofDays(366 * 20));
        jobs.stream().filter(j -> j.name().equals("retention")).forEach(Job::run);
        assertThat(calls.of(HEATING, null, 200).items())
                .allSatisfy(c -> assertThat(c.note()).isEmpty());
    }
}
