package org.shouwen.reporting;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.shouwen.Cases;
import org.shouwen.ShouwenTest;
import org.shouwen.TestClock;
import org.shouwen.calendar.SpecialDay;
import org.shouwen.calendar.WorkCalendar;
import org.shouwen.calendar.YearCalendar;
import org.shouwen.history.Actor;
import org.shouwen.reporting.evaluation.EvaluationView;
import org.shouwen.reporting.evaluation.Evaluations;
import org.shouwen.reporting.evaluation.Publication;
import org.shouwen.reporting.evaluation.Publications;
import org.shouwen.reporting.facts.Dimension;
import org.shouwen.reporting.facts.FactKeeper;
import org.shouwen.reporting.figures.FigureRegistry;
import org.shouwen.reporting.figures.FigureTable;
import org.shouwen.reporting.figures.FigureValue;
import org.shouwen.reporting.figures.Selection;
import org.springframework.beans.factory.annotation.Autowired;

/** A calendar that is corrected moves the figures, and not what was published (ruling 2). */
@ShouwenTest
class FactsCalendarTest {
    private static final Period MARCH = new Period(LocalDate.parse("2034-03-01"), LocalDate.parse("2034-03-31"));

    @Autowired
    Cases cases;

    @Autowired
    TestClock clock;

    @Autowired
    FactKeeper keeper;

    @Autowired
    FigureTable table;

    @Autowired
    FigureRegistry figures;

    @Autowired
    WorkCalendar calendar;

    @Autowired
    Evaluations evaluations;

    @Autowired
    EvaluationView view;

    @Autowired
    Publications publications;

    private long days() {
        keeper.run();
        return FigureValue.of(
                        figures.get("mean-days"),
                        table.total(MARCH, Selection.of(Dimension.UNIT, "heating"), List.of(figures.get("mean-days"))),
                        false)
                .over();
    }

    @Test
    void the_figure_moves_and_what_was_published_stays() {
        clock.set("2034-03-01T10:00");
        var c = cases.aCase().dispatchedTo("heating").received();
        clock.set("2034-03-09T10:00");
        c.reported().closed();
        assertThat(days()).isEqualTo(6);
        UUID id = evaluations.propose(
                EvaluationTest.scheme(2034, "  - {figure: mean-days, weight: 100, floor: 10, goal: 0}\n"),
                EvaluationTest.bureau("营商局甲"));
        evaluations.decide(id, true, EvaluationTest.bureau("营商局乙"));
        clock.set("2034-04-20T10:00");
        Publication published = publications.publish(id, "", EvaluationTest.bureau("营商局甲"));
        SpecialDay off = new SpecialDay(LocalDate.parse("2034-03-03"), false, "临时放假");
        calendar.load(new YearCalendar(2034, "更正", List.of(off)), Actor.SYSTEM);
        assertThat(days()).isEqualTo(5);
        EvaluationView.Shown shown = view.get(id, EvaluationTest.bureau("营商局甲"));
        assertThat(shown.scores()).isEqualTo(published.scores());
        assertThat(shown.moved()).containsExactly("heating");
    }
}
