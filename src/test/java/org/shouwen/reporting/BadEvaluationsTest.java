package org.shouwen.reporting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.shouwen.Cases;
import org.shouwen.ScreenClient;
import org.shouwen.ShouwenTest;
import org.shouwen.TestClock;
import org.shouwen.accounts.CurrentUser;
import org.shouwen.directory.Directory;
import org.shouwen.directory.Unit;
import org.shouwen.directory.UnitClosing;
import org.shouwen.directory.UnitId;
import org.shouwen.directory.UnitKind;
import org.shouwen.directory.Units;
import org.shouwen.history.Actor;
import org.shouwen.problems.BadInput;
import org.shouwen.reporting.evaluation.EvaluationView;
import org.shouwen.reporting.evaluation.Evaluations;
import org.shouwen.reporting.evaluation.Publications;
import org.shouwen.reporting.evaluation.Scores;
import org.shouwen.reporting.facts.FactKeeper;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What can not be evaluated as it was meant has its clear answer (Art. 3). */
@ShouwenTest
class BadEvaluationsTest {
    private static final CurrentUser BUREAU = EvaluationTest.bureau("营商局甲");
    private static final CurrentUser OTHER = EvaluationTest.bureau("营商局乙");

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
    Publications publications;

    @Autowired
    Units units;

    @Autowired
    UnitClosing closing;

    @Autowired
    Directory directory;

    private String scheme(int year, String of) {
        return EvaluationTest.scheme(year, EvaluationTest.TWO).replace("[heating, housing]", of);
    }

    private UUID adopted(String scheme) {
        UUID id = evaluations.propose(scheme, BUREAU);
        evaluations.decide(id, true, OTHER);
        return id;
    }

    private void unit(String code, boolean active, @Nullable String successor) {
        Unit now = directory.unit(new UnitId(code)).orElse(null);
        Unit u = new Unit(
                new UnitId(code),
                "某" + code,
                UnitKind.BUREAU,
                "甲",
                "乙",
                "办公室",
                "0415-1",
                active,
                now == null ? 0 : now.version());
        if (now == null) units.create(u, Actor.SYSTEM);
        else closing.change(u, successor == null ? null : new UnitId(successor), Actor.SYSTEM);
    }

    private Scores.UnitScore score(UUID id, String unit) {
        return view.get(id, BUREAU).scores().units().stream()
                .filter(u -> u.unit().equals(unit))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void weights_that_do_not_add_up_say_what_they_come_to_on_the_form() throws Exception {
        ScreenClient bureau = ScreenClient.as(port, "bureau");
        var answer = bureau.post(
                "/evaluations",
                java.util.Map.of("text", scheme(2050, "[heating]").replace("weight: 60", "weight: 55.5")));
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("95.5", "55.5");
    }

    @Test
    void days_the_wrong_way_round_and_days_that_are_none_are_named() {
        assertThatThrownBy(() -> evaluations.propose(
                        scheme(2050, "[heating]").replace("from: 2050-03-01", "from: 2050-04-01"), BUREAU))
                .isInstanceOfSatisfying(
                        BadInput.class,
                        e -> assertThat(e.fields().getFirst().key()).isEqualTo("reporting.bad.period"));
        assertThatThrownBy(() -> evaluations.propose(
                        scheme(2050, "[heating]").replace("from: 2050-03-01", "from: 2050-02-30"), BUREAU))
                .hasMessageContaining("bad.scheme.day");
    }

    @Test
    void a_period_that_has_not_ended_has_a_draft_and_no_publication() {
        clock.set("2051-03-10T10:00");
        cases.aCase().dispatchedTo("heating").received();
        keeper.run();
        UUID id = adopted(scheme(2051, "[heating]"));
        assertThat(score(id, "heating").cases()).isEqualTo(1);
        for (String day : new String[] {"2051-03-31T23:59", "2051-04-03T10:00"}) {
            clock.set(day);
            assertThatThrownBy(() -> publications.publish(id, "", BUREAU))
                    .as(day)
                    .hasMessageContaining("not-over");
        }
        assertThat(publications.of(id)).isEmpty();
    }

    @Test
    void schemes_that_share_a_day_and_a_unit_overlap_and_others_do_not() {
        clock.set("2052-02-01T10:00");
        adopted(scheme(2052, "[heating, housing]"));
        String lastDay = scheme(2052, "[housing, gas]")
                .replace("from: 2052-03-01", "from: 2052-03-31")
                .replace("to: 2052-03-31", "to: 2052-04-30");
        UUID overlaps = evaluations.propose(lastDay, BUREAU);
        assertThatThrownBy(() -> evaluations.decide(overlaps, true, OTHER)).hasMessageContaining("overlaps");
        adopted(scheme(2052, "[gas]"));
        adopted(lastDay.replace("from: 2052-03-31", "from: 2052-04-01"));
    }

    @Test
    void a_unit_that_was_closed_keeps_its_figures_and_has_no_rank() throws Exception {
        clock.set("2053-03-01T10:00");
        unit("old-office", true, null);
        cases.aCase().dispatchedTo("old-office").received().reported().closed();
        cases.aCase().dispatchedTo("heating").received().reported().closed();
        keeper.run();
        UUID id = adopted(scheme(2053, "[heating, old-office]"));
        assertThat(score(id, "old-office").rank()).isEqualTo(1);
        clock.set("2053-03-20T10:00");
        unit("old-office", false, null);
        assertThat(score(id, "old-office").rank()).isNull();
        assertThat(score(id, "old-office").cases()).isEqualTo(1);
        assertThat(score(id, "heating").rank()).isEqualTo(1);
        assertThat(ScreenClient.as(port, "bureau").get("/evaluations/" + id).body())
                .contains("期间撤并，不排名");
        clock.set("2053-04-20T10:00");
        assertThat(publications.publish(id, "", BUREAU).scores().units())
                .as("published with it")
                .hasSize(2);
    }

    @Test
    void what_a_merged_unit_had_open_counts_for_its_successor_and_what_it_closed_stays_its_own() {
        clock.set("2054-03-01T10:00");
        unit("merged-office", true, null);
        cases.aCase().dispatchedTo("merged-office").received().reported().closed();
        cases.aCase().dispatchedTo("merged-office").received();
        keeper.run();
        UUID id = adopted(scheme(2054, "[housing, merged-office]"));
        assertThat(score(id, "merged-office").cases()).isEqualTo(2);
        clock.set("2054-03-02T10:00");
        unit("merged-office", false, "housing");
        keeper.run();
        assertThat(score(id, "merged-office").cases()).isEqualTo(1);
        assertThat(score(id, "merged-office").closed()).isTrue();
        clock.set("2054-03-03T10:00");
        assertThat(score(id, "housing").rank())
                .as("nothing is decided of what it took over")
                .isNull();
    }
}
