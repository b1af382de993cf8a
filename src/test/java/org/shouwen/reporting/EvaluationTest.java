package org.shouwen.reporting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.shouwen.Case;
import org.shouwen.Cases;
import org.shouwen.People;
import org.shouwen.ScreenClient;
import org.shouwen.ShouwenTest;
import org.shouwen.TestClock;
import org.shouwen.access.Role;
import org.shouwen.accounts.CurrentUser;
import org.shouwen.problems.BadInput;
import org.shouwen.problems.Refusal;
import org.shouwen.reporting.evaluation.EvaluationObjection;
import org.shouwen.reporting.evaluation.EvaluationObjections;
import org.shouwen.reporting.evaluation.EvaluationView;
import org.shouwen.reporting.evaluation.Evaluations;
import org.shouwen.reporting.evaluation.Publication;
import org.shouwen.reporting.evaluation.Publications;
import org.shouwen.reporting.evaluation.Scores;
import org.shouwen.reporting.facts.FactKeeper;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A scheme's course: proposed and adopted by two, drafted, objected to, ruled on, published and revised (Art. 3). */
@ShouwenTest
class EvaluationTest {
    private static final CurrentUser BUREAU = bureau("营商局甲");
    private static final CurrentUser OTHER = bureau("营商局乙");

    @LocalServerPort
    int port;

    @Autowired
    Cases cases;

    @Autowired
    TestClock clock;

    @Autowired
    FactKeeper keeper;

    @Autowired
    Evaluations evaluations;

    @Autowired
    EvaluationView view;

    @Autowired
    EvaluationObjections objections;

    @Autowired
    Publications publications;

    @Autowired
    JdbcClient jdbc;

    static CurrentUser bureau(String name) {
        return new CurrentUser(UUID.randomUUID(), name, name, null, null, Set.of(Role.BUREAU));
    }

    static String scheme(int year, String figures) {
        return """
                id: %d-03
                title: %d年3月承办单位考核
                from: %d-03-01
                to: %d-03-31
                leastCases: 1
                objectionDays: 5
                groups:
                  - id: all
                    name: 承办单位
                    units: [heating, housing]
                figures:
                %s
                """.formatted(year, year, year, year, figures);
    }

    static final String TWO = """
              - {figure: received-in-time, weight: 60, floor: 0, goal: 100}
              - {figure: handled-in-time, weight: 40, steps: [{from: 100, points: 100}, {from: 50, points: 50}]}
            """.indent(2);

    private UUID adopted(int year) {
        UUID id = evaluations.propose(scheme(year, TWO), BUREAU);
        evaluations.decide(id, true, OTHER);
        return id;
    }

    /** Heating receives one late and one in time, housing one in time. */
    private Case march(int year) {
        clock.set(year + "-03-01T10:00");
        Case late = cases.aCase().dispatchedTo("heating");
        clock.set(year + "-03-09T10:00");
        late.received();
        cases.aCase().dispatchedTo("heating").received().reported().closed();
        cases.aCase().dispatchedTo("housing").received().reported().closed();
        return late;
    }

    private Scores.UnitScore score(UUID id, String unit) {
        return view.get(id, BUREAU).scores().units().stream()
                .filter(u -> u.unit().equals(unit))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void the_score_says_what_cost_most_and_ranks_within_the_group() {
        march(2042);
        keeper.run();
        UUID id = adopted(2042);
        assertThat(score(id, "housing").score()).isEqualByComparingTo("100");
        assertThat(score(id, "housing").rank()).isEqualTo(1);
        Scores.UnitScore heating = score(id, "heating");
        assertThat(heating.shares().getFirst().figure()).isEqualTo("received-in-time");
        assertThat(heating.shares().getFirst().lost()).isEqualByComparingTo("30");
        assertThat(heating.rank()).isEqualTo(2);
    }

    @Test
    void an_objection_that_is_upheld_takes_the_order_out_of_the_adjusted_figure_and_leaves_the_raw_one() {
        Case late = march(2043);
        UUID id = adopted(2043);
        keeper.run();
        CurrentUser unit = People.desk("heating");
        assertThatThrownBy(() -> objections.object(id, late.number(), "不是供热", unit))
                .as("the period runs")
                .isInstanceOf(Refusal.class);
        clock.set("2043-04-02T10:00");
        assertThatThrownBy(() -> publications.publish(id, "", BUREAU)).hasMessageContaining("not-over");
        assertThatThrownBy(() -> objections.object(id, late.number(), "不是我们的", People.desk("housing")))
                .isInstanceOf(BadInput.class);
        UUID objection = objections.object(id, late.number(), "派错了单位", unit);
        clock.set("2043-04-20T10:00");
        assertThatThrownBy(() -> publications.publish(id, "", BUREAU)).hasMessageContaining("objections-wait");
        objections.rule(objection, EvaluationObjection.Ground.WRONG_DISPATCH, "经核实派单有误", OTHER);
        keeper.run();
        Scores.Share share = score(id, "heating").shares().stream()
                .filter(s -> s.figure().equals("received-in-time"))
                .findFirst()
                .orElseThrow();
        assertThat(share.value()).isEqualTo("100.0%");
        assertThat(share.raw()).isEqualTo("50.0%");
    }

    @Test
    void what_is_published_stays_and_a_correction_makes_a_visible_revision() {
        march(2044);
        UUID id = adopted(2044);
        clock.set("2044-04-20T10:00");
        Publication first = publications.publish(id, "", BUREAU);
        assertThat(publications.untouched(first)).isTrue();
        assertThatThrownBy(() -> publications.publish(id, "再看一遍", BUREAU)).hasMessageContaining("nothing-changed");
        clock.set("2044-03-20T10:00");
        cases.aCase().dispatchedTo("housing").received();
        clock.set("2044-04-21T10:00");
        keeper.run();
        assertThat(view.get(id, BUREAU).scores()).as("as published").isEqualTo(first.scores());
        Publication second = publications.publish(id, "补录一件", BUREAU);
        assertThat(second.revision()).isEqualTo(2);
        assertThat(publications.of(id)).hasSize(2).first().isEqualTo(first);
        jdbc.sql("update reporting.published_case set met = not met where publication = :id")
                .param("id", first.id())
                .update();
        assertThat(publications.untouched(first)).as("changed past the product").isFalse();
    }

    @Test
    void pages_and_papers_can_be_opened_and_a_unit_sees_its_own_row() throws Exception {
        march(2045);
        keeper.run();
        UUID id = adopted(2045);
        ScreenClient bureau = ScreenClient.as(port, "bureau");
        assertThat(bureau.get("/evaluations").body()).contains("2045-03");
        assertThat(bureau.get("/evaluations/" + id).body()).contains("热力", "住");
        assertThat(bureau.bytes("/evaluations/" + id + "/notice.docx")).startsWith('P', 'K');
        assertThat(bureau.bytes("/evaluations/" + id + "/annex.xlsx")).startsWith('P', 'K');
        ScreenClient unit = ScreenClient.as(port, "heating");
        assertThat(unit.get("/evaluations/" + id + "/units/heating").body()).contains("失分最多的在前", "30.00");
        assertThat(unit.get("/evaluations/" + id + "/units/housing").statusCode())
                .isEqualTo(404);
    }
}
