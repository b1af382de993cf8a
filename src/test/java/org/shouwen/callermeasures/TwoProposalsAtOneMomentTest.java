package org.shouwen.callermeasures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.shouwen.AtOneMoment;
import org.shouwen.People;
import org.shouwen.ShouwenTest;
import org.shouwen.appeal.AnAppeal;
import org.shouwen.appeal.CallerMeasures.Measure;
import org.shouwen.appeal.Disposition;
import org.shouwen.appeal.Intake;
import org.shouwen.appeal.Origin;
import org.shouwen.identity.Identity;
import org.shouwen.problems.Refusal;
import org.shouwen.problems.WorkOrderNumber;
import org.springframework.beans.factory.annotation.Autowired;

/** Art. 20: two who propose about one number at one moment make one proposal; the other is told that one is open. */
@ShouwenTest
class TwoProposalsAtOneMomentTest {
    @Autowired
    Nuisance nuisance;

    @Autowired
    Intake intake;

    @Autowired
    AtOneMoment together;

    private String declined(String phone) {
        return intake.take(
                        AnAppeal.saying("骂人的话，没有事项").by(Identity.of("", phone, "", null)),
                        new Disposition.Declined("abusive", "带有恶意性语言"),
                        Origin.of(People.AGENT, null),
                        People.AGENT)
                .orThrow()
                .number();
    }

    private Ruling propose(String number) {
        return nuisance.propose(
                List.of(new WorkOrderNumber(number)), Ruling.Ground.HARASSING, Measure.NOTE, 30, "每天骚扰", People.AGENT);
    }

    @Test
    void the_other_is_refused_in_words() {
        String number = declined("13811115599");
        Future<Ruling> other = together.first(() -> propose(number), () -> propose(number));
        assertThatThrownBy(other::get)
                .cause()
                .isInstanceOfSatisfying(Refusal.class, r -> assertThat(r.key()).endsWith("open-already"));
    }
}
