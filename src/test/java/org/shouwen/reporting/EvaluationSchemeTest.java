package org.shouwen.reporting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.shouwen.ShouwenTest;
import org.shouwen.TestClock;
import org.shouwen.accounts.CurrentUser;
import org.shouwen.problems.BadInput;
import org.shouwen.problems.Refusal;
import org.shouwen.regulation.Clause;
import org.shouwen.reporting.evaluation.Evaluations;
import org.springframework.beans.factory.annotation.Autowired;

/** What can be wrong with a scheme, and who makes it hold (Art. 3). */
@ShouwenTest
class EvaluationSchemeTest {
    private static final CurrentUser BUREAU = EvaluationTest.bureau("营商局甲");
    private static final CurrentUser OTHER = EvaluationTest.bureau("营商局乙");

    @Autowired
    TestClock clock;

    @Autowired
    Evaluations evaluations;

    @Test
    void what_a_scheme_can_not_say_is_named() {
        assertThatThrownBy(() -> evaluations.propose(
                        EvaluationTest.scheme(2040, EvaluationTest.TWO.replace("60", "50")), BUREAU))
                .isInstanceOfSatisfying(
                        BadInput.class,
                        e -> assertThat(e.fields().getFirst().key()).isEqualTo("reporting.bad.scheme.weights"));
        assertThatThrownBy(() -> evaluations.propose(
                        EvaluationTest.scheme(2040, EvaluationTest.TWO).replace("housing", "no-such"), BUREAU))
                .hasMessageContaining("bad.scheme.unit");
        assertThatThrownBy(() -> evaluations.propose("a: [", BUREAU)).hasMessageContaining("yaml");
    }

    @Test
    void it_takes_two_and_no_unit_is_evaluated_twice_for_the_same_days() {
        clock.set("2041-02-01T10:00");
        UUID id = evaluations.propose(EvaluationTest.scheme(2041, EvaluationTest.TWO), BUREAU);
        assertThatThrownBy(() -> evaluations.decide(id, true, BUREAU))
                .isInstanceOfSatisfying(
                        Refusal.class, r -> assertThat(r.clause()).isEqualTo(Clause.A3.name()));
        evaluations.decide(id, true, OTHER);
        UUID again = evaluations.propose(EvaluationTest.scheme(2041, EvaluationTest.TWO), OTHER);
        assertThatThrownBy(() -> evaluations.decide(again, true, BUREAU)).hasMessageContaining("overlaps");
        evaluations.decide(again, false, BUREAU);
        assertThatThrownBy(() -> evaluations.decide(again, false, BUREAU)).isInstanceOf(RuntimeException.class);
    }

    /** What is typed in place of a part of a good scheme, and what is said of it. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    weight: 60                 | weight: .nan                  | yaml
                    weight: 60                 | weight: .inf                  | yaml
                    weight: 60                 | weight: 1e999999999           | number
                    weight: 60                 | weight: 60.0000001            | number
                    weight: 60                 | weight: -60                   | weight
                    weight: 60                 | weight: sechzig               | number
                    weight: 60                 | weight: 59.9                  | weights
                    leastCases: 1              | leastCases: many              | number
                    leastCases: 1              | leastCases: 1.5               | number
                    leastCases: 1              | leastCases: -1                | number
                    objectionDays: 5           | objectionDays: 31             | number
                    from: 2040-03-01           | from: 0040-03-01              | day
                    to: 2040-03-31             | to: 99999-03-31               | day
                    to: 2040-03-31             | to: 2040-03-32                | day
                    points: 100                | points: 101                   | points
                    points: 100                | points: -1                    | points
                    from: 50, points: 50       | from: 100.0, points: 50       | step-twice
                    floor: 0, goal: 100        | floor: 100, goal: 100         | curve
                    floor: 0, goal: 100        | goal: 100                     | curve
                    units: [heating, housing]  | units: [heating, heating]     | unit-twice
                    units: [heating, housing]  | units: []                     | missing
                    units: [heating, housing]  | units: [1]                    | unit
                    figure: handled-in-time    | figure: received-in-time      | figure-twice
                    figure: handled-in-time    | figure: no-such               | figure
                    id: 2040-03                | id: "a\\nb"                   | word
                    """)
    void a_value_that_can_not_be_used_is_named(String good, String typed, String said) {
        String scheme = EvaluationTest.scheme(2040, EvaluationTest.TWO);
        assertThat(scheme).contains(good);
        assertThatThrownBy(() -> evaluations.propose(
                        scheme.replaceFirst(
                                java.util.regex.Pattern.quote(good), java.util.regex.Matcher.quoteReplacement(typed)),
                        BUREAU))
                .isInstanceOfSatisfying(
                        BadInput.class,
                        e -> assertThat(e.fields().getFirst().key()).isEqualTo("reporting.bad.scheme." + said));
    }

    @Test
    void a_group_that_is_named_twice_is_said() {
        String two = EvaluationTest.scheme(2040, EvaluationTest.TWO)
                .replace("[heating, housing]\n", "[heating]\n  - id: all\n    name: 其他\n    units: [housing]\n");
        assertThatThrownBy(() -> evaluations.propose(two, BUREAU)).hasMessageContaining("group-twice");
    }
}
