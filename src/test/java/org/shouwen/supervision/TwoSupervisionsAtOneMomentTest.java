package org.shouwen.supervision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.shouwen.AtOneMoment;
import org.shouwen.Cases;
import org.shouwen.People;
import org.shouwen.ShouwenTest;
import org.shouwen.TestClock;
import org.shouwen.problems.Refusal;
import org.springframework.beans.factory.annotation.Autowired;

/** Art. 16: two persons who supervise one order at one moment issue one first, not two. */
@ShouwenTest
class TwoSupervisionsAtOneMomentTest {
    @Autowired
    Supervisions supervisions;

    @Autowired
    AtOneMoment together;

    @Autowired
    Cases cases;

    @Autowired
    TestClock clock;

    private Supervision issue(String number) {
        return supervisions.issue(number, Supervision.Level.FIRST, Supervision.How.PHONE, "请尽快办理", People.SUPERVISOR);
    }

    @Test
    void the_other_hears_that_one_is_open() {
        clock.set("2026-09-30T10:00");
        String number = cases.aCase().dispatchedTo("heating").received().number();
        Future<Supervision> other = together.first(() -> issue(number), () -> issue(number));
        assertThatThrownBy(other::get)
                .hasCauseInstanceOf(Refusal.class)
                .cause()
                .satisfies(r -> assertThat(((Refusal) r).key()).isEqualTo("supervision.refused.one-is-open"));
    }
}
