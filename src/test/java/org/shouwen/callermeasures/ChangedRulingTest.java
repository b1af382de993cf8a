package org.shouwen.callermeasures;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.shouwen.ShouwenTest;
import org.shouwen.TestClock;
import org.shouwen.access.Role;
import org.shouwen.accounts.CurrentUser;
import org.shouwen.appeal.AnAppeal;
import org.shouwen.appeal.CallerMeasures;
import org.shouwen.appeal.CallerMeasures.Measure;
import org.shouwen.appeal.Disposition;
import org.shouwen.appeal.Intake;
import org.shouwen.appeal.Origin;
import org.shouwen.history.ByHand;
import org.shouwen.history.VerificationProbe;
import org.shouwen.identity.Identity;
import org.shouwen.identity.Phone;
import org.shouwen.problems.WorkOrderNumber;
import org.springframework.beans.factory.annotation.Autowired;

/** Ruling 11, Article 20: a measure that somebody made longer by SQL holds against nobody, and stops no other one's end. */
@ShouwenTest
class ChangedRulingTest {
    private static final CurrentUser AGENT = who("坐席甲", Role.AGENT);
    private static final CurrentUser FIRST = who("督办甲", Role.SUPERVISOR);
    private static final CurrentUser SECOND = who("营商乙", Role.BUREAU);

    @Autowired
    Nuisance nuisance;

    @Autowired
    CallerMeasures measures;

    @Autowired
    NuisanceTerms terms;

    @Autowired
    RulingStore store;

    @Autowired
    Intake intake;

    @Autowired
    ByHand byHand;

    @Autowired
    VerificationProbe verification;

    @Autowired
    TestClock clock;

    private static CurrentUser who(String name, Role role) {
        return new CurrentUser(UUID.randomUUID(), name, name, null, null, Set.of(role));
    }

    private Ruling inForce(String phone) {
        String appeal = intake.take(
                        AnAppeal.saying("又来骂人").kind("complaint").by(Identity.of("", phone, "", null)),
                        new Disposition.Declined("abusive", "辱骂坐席"),
                        Origin.of(AGENT, null),
                        AGENT)
                .orThrow()
                .number();
        Ruling r = nuisance.propose(
                List.of(new WorkOrderNumber(appeal)), Ruling.Ground.HARASSING, Measure.NOTE, 10, "每天骚扰", AGENT);
        nuisance.agree(r.id(), FIRST);
        return nuisance.agree(r.id(), SECOND);
    }

    private boolean holds(String phone) {
        return measures.of(Phone.parse("phone", phone), AGENT).isPresent();
    }

    private Ruling.State state(Ruling r) {
        return store.kept().stream()
                .filter(k -> k.id().equals(r.id()))
                .findFirst()
                .orElseThrow()
                .ruling()
                .state();
    }

    @Test
    void it_holds_against_nobody_and_the_others_end() {
        clock.set("2026-09-01T10:00");
        Ruling changed = inForce("13811115601");
        Ruling other = inForce("13811115602");
        assertThat(holds("13811115601")).isTrue();
        String until = String.valueOf(changed.until());
        byHand.past(
                "update nuisance.ruling set until = '2027-06-01', body = replace(body, ?, '2027-06-01') where id = ?",
                until,
                changed.id());
        assertThat(holds("13811115601")).as("before its own term already").isFalse();
        clock.set("2026-10-01T10:00");
        assertThat(holds("13811115601")).isFalse();
        terms.run();
        assertThat(state(other)).isEqualTo(Ruling.State.ENDED);
        assertThat(verification.findings()).isNotEmpty().allMatch(f -> f.contains(changed.told()));
        byHand.past(
                "update nuisance.ruling set until = ?::date, body = replace(body, '2027-06-01', ?) where id = ?",
                until,
                until,
                changed.id());
        terms.run();
        assertThat(state(changed)).isEqualTo(Ruling.State.ENDED);
        assertThat(verification.findings()).isEmpty();
    }
}
