package org.shouwen.reporting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.UUID;
import org.junit.jupiter.api.Test;
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
    }
}
