package org.shouwen.reporting;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.shouwen.Case;
import org.shouwen.Cases;
import org.shouwen.People;
import org.shouwen.ShouwenTest;
import org.shouwen.TestClock;
import org.shouwen.directory.PlaceCode;
import org.shouwen.directory.UnitId;
import org.shouwen.reporting.facts.Dimension;
import org.shouwen.reporting.facts.FactKeeper;
import org.shouwen.reporting.figures.CaseSums;
import org.shouwen.reporting.figures.FigureRegistry;
import org.shouwen.reporting.figures.FigureTable;
import org.shouwen.reporting.figures.FigureValue;
import org.shouwen.reporting.figures.Selection;
import org.shouwen.rowsecurity.UnitScope;
import org.shouwen.workorder.Command;
import org.shouwen.workorder.MatterHeading;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** How figures move when an order is joined, returned, taken back, reopened or put under another heading. */
@ShouwenTest
class FactsTest {
    private Period march = new Period(LocalDate.EPOCH, LocalDate.EPOCH);
    private int year;

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
    JdbcClient jdbc;

    /** Each test has a March without cases. */
    private void marchOf(int itsOwn) {
        year = itsOwn;
        march = new Period(LocalDate.of(year, 3, 1), LocalDate.of(year, 3, 31));
        on("03-01T10:00");
    }

    private void on(String time) {
        clock.set(year + "-" + time);
    }

    private String of(String figure, Selection selection) {
        return of(figure, selection, false);
    }

    private String of(String figure, Selection selection, boolean adjusted) {
        keeper.run();
        CaseSums sums = table.total(march, selection, List.of(figures.get(figure)));
        FigureValue v = FigureValue.of(figures.get(figure), sums, adjusted);
        return v.over() + "/" + v.cases();
    }

    private static Selection unit(String code) {
        return Selection.of(Dimension.UNIT, code);
    }

    @Test
    void a_case_is_counted_where_it_was_dispatched_and_once() {
        marchOf(2027);
        Case c = cases.aCase().dispatchedTo("heating");
        assertThat(of("received-in-time", unit("heating"))).as("not decided").isEqualTo("0/0");
        c.received();
        assertThat(of("received-in-time", unit("heating"))).isEqualTo("1/1");
        on("04-02T10:00");
        c.reported().closed();
        assertThat(of("handled-in-time", unit("heating")))
                .as("late, in the month of dispatch")
                .isEqualTo("0/1");
        assertThat(of("closed", unit("heating"))).as("an event of April").isEqualTo("0/0");
        assertThat(of("mean-days", unit("heating"))).isEqualTo("24/1");
    }

    @Test
    void lateness_stays_with_the_unit_that_was_late_and_a_redispatch_begins_anew() {
        marchOf(2028);
        Case c = cases.aCase().dispatchedTo("heating");
        on("03-09T10:00");
        c.received();
        c.then(new Command.DispatchElsewhere(new UnitId("housing"), "ordinary", "不是供热"), People.DISPATCHER);
        c.then(new Command.Receive(), People.desk("housing"));
        assertThat(of("received-in-time", unit("heating"))).isEqualTo("0/1");
        assertThat(of("received-in-time", unit("housing"))).isEqualTo("1/1");
        assertThat(of("received-in-time", Selection.ALL))
                .as("parts make the whole")
                .isEqualTo("1/2");
        assertThat(of("first-dispatch-right", Selection.ALL)).isEqualTo("0/1");
    }

    @Test
    void a_joined_order_counts_once_for_handling() {
        marchOf(2029);
        Case lead = cases.aCase().dispatchedTo("heating").received();
        cases.aCase().joinedUnder(lead);
        lead.reported().closed();
        assertThat(of("closed", unit("heating"))).isEqualTo("1/1");
        assertThat(of("handled-in-time", unit("heating"))).isEqualTo("1/1");
        assertThat(of("dispatched-in-time", Selection.ALL))
                .as("what is joined is not dispatched")
                .isEqualTo("1/1");
    }

    @Test
    void another_class_moves_the_case_and_leaves_nothing_behind() {
        marchOf(2030);
        Case c = cases.aCase().dispatchedTo("heating").received();
        assertThat(of("received-in-time", Selection.of(Dimension.CLASS, "heat-cold")))
                .isEqualTo("1/1");
        c.then(
                new Command.CorrectMatter(
                        new MatterHeading("暖气不热", "livelihood", "heat-leak", new PlaceCode("210603")), "选错了类别"),
                People.DISPATCHER);
        assertThat(of("received-in-time", Selection.of(Dimension.CLASS, "heat-cold")))
                .isEqualTo("0/0");
        assertThat(of("received-in-time", Selection.of(Dimension.CLASS, "heat-leak")))
                .isEqualTo("1/1");
        assertThat(jdbc.sql("select count(*) from reporting.daily where counted = 0")
                        .query(Long.class)
                        .single())
                .as("no empty sum stays")
                .isZero();
    }

    @Test
    void two_dimensions_are_answered_from_the_cases_and_agree_with_the_sums() {
        marchOf(2031);
        cases.aCase().dispatchedTo("heating").received();
        cases.aCase().dispatchedTo("housing").received();
        Selection both = unit("heating").and(Dimension.CLASS, List.of("heat-cold"));
        assertThat(of("received-in-time", both)).isEqualTo(of("received-in-time", unit("heating")));
        keeper.run();
        Map<String, CaseSums> byUnit = table.by(
                march,
                Selection.of(Dimension.CLASS, "heat-cold"),
                Optional.of(Dimension.UNIT),
                List.of(figures.get("received-in-time")));
        assertThat(byUnit).containsOnlyKeys("heating", "housing");
    }

    @Test
    void time_alone_decides_whether_somebody_was_contacted() {
        marchOf(2032);
        cases.aCase().dispatchedTo("heating").received();
        assertThat(of("contacted-in-time", unit("heating")))
                .as("the day is not over")
                .isEqualTo("0/0");
        on("03-09T00:00");
        assertThat(of("contacted-in-time", unit("heating"))).isEqualTo("0/1");
    }

    @Test
    void a_unit_reads_its_own_cases_and_counts_nobodys() {
        marchOf(2033);
        cases.aCase().dispatchedTo("heating").received();
        cases.aCase().dispatchedTo("housing").received();
        keeper.run();
        UnitScope.within("heating", () -> {
            assertThat(jdbc.sql("select distinct unit from reporting.fact")
                            .query(String.class)
                            .list())
                    .containsExactly("heating");
            assertThat(jdbc.sql("select distinct key from reporting.daily")
                            .query(String.class)
                            .list())
                    .containsExactly("heating");
        });
    }
}
