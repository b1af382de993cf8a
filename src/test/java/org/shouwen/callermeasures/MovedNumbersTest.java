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
import org.shouwen.appeal.Appeals;
import org.shouwen.appeal.CallerMeasures;
import org.shouwen.appeal.CallerMeasures.Measure;
import org.shouwen.appeal.Disposition;
import org.shouwen.appeal.Intake;
import org.shouwen.appeal.Origin;
import org.shouwen.history.Actor;
import org.shouwen.history.ByHand;
import org.shouwen.history.History;
import org.shouwen.history.Subject;
import org.shouwen.history.VerificationProbe;
import org.shouwen.identity.Identity;
import org.shouwen.identity.Phone;
import org.shouwen.identity.PhoneKeys;
import org.shouwen.identity.Vault;
import org.shouwen.problems.WorkOrderNumber;
import org.shouwen.regulation.Clause;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Article 20: a measure goes with its number when the form of numbers changes. */
@ShouwenTest
class MovedNumbersTest {
    private static final CurrentUser AGENT = who("坐席甲", Role.AGENT);
    private static final Clause UNDER = Clause.A20;

    @Autowired
    Nuisance nuisance;

    @Autowired
    CallerMeasures measures;

    @Autowired
    MovedNumbers moved;

    @Autowired
    Intake intake;

    @Autowired
    Appeals appeals;

    @Autowired
    Vault vault;

    @Autowired
    PhoneKeys keys;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    ByHand byHand;

    @Autowired
    RulingStore store;

    @Autowired
    VerificationProbe verification;

    @Autowired
    History history;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    TestClock clock;

    private static CurrentUser who(String name, Role role) {
        return new CurrentUser(UUID.randomUUID(), name, name, null, null, Set.of(role));
    }

    private WorkOrderNumber declined(String phone) {
        return new WorkOrderNumber(intake.take(
                        AnAppeal.saying("又来骂人").kind("complaint").by(Identity.of("", phone, "", null)),
                        new Disposition.Declined("abusive", "辱骂坐席"),
                        Origin.of(AGENT, null),
                        AGENT)
                .orThrow()
                .number());
    }

    private boolean holds(String phone) {
        return measures.of(Phone.parse("phone", phone), AGENT).isPresent();
    }

    /** As the row and its history stood when local numbers were digested without their area. */
    private String asBefore(Ruling r) {
        String before = keys.forms(List.of(r.appellant())).values().stream()
                .flatMap(Set::stream)
                .skip(1)
                .findFirst()
                .orElseThrow();
        byHand.asBefore(
                "update nuisance.ruling set phone_key = ?, body = replace(body, ?, ?) where id = ?",
                before,
                r.number(),
                store.digest(salt(r), before),
                r.id());
        String body = jdbc.sql("select body from nuisance.ruling where id = :id")
                .param("id", r.id())
                .query(String.class)
                .single();
        transaction.executeWithoutResult(_ ->
                history.append(new Subject(RulingStore.KIND, r.id()), clock.instant(), Actor.SYSTEM, "Agreed", body));
        return before;
    }

    private String salt(Ruling r) {
        return jdbc.sql("select salt from nuisance.ruling where id = :id")
                .param("id", r.id())
                .query(String.class)
                .single();
    }

    private String key(Ruling r) {
        return jdbc.sql("select phone_key from nuisance.ruling where id = :id")
                .param("id", r.id())
                .query(String.class)
                .single();
    }

    @Test
    void a_measure_holds_for_every_form_of_its_number_before_and_after_it_moved() {
        assertThat(UNDER).isEqualTo(Clause.A20);
        Ruling r = nuisance.propose(
                List.of(declined("3129901"), declined("0415-3129901"), declined("+86 415 312 9901 转 8")),
                Ruling.Ground.HARASSING,
                Measure.NOTE,
                30,
                "每天骚扰",
                AGENT);
        nuisance.agree(r.id(), who("班长甲", Role.SUPERVISOR));
        r = nuisance.agree(r.id(), who("信访局乙", Role.BUREAU));
        String today = key(r);
        String before = asBefore(r);
        assertThat(before).isNotEqualTo(today);
        assertThat(holds("3129901")).as("before").isTrue();
        assertThat(holds("0415-3129901")).isTrue();
        moved.run();
        assertThat(key(r)).isEqualTo(today);
        assertThat(holds("3129901")).as("after").isTrue();
        assertThat(holds("+864153129901")).isTrue();
        assertThat(holds("0411-83129901")).isFalse();
        assertThat(verification.findings()).isEmpty();
        int entries = jdbc.sql("select count(*) from history.entry where type = 'NumberMoved'")
                .query(Integer.class)
                .single();
        moved.run();
        assertThat(jdbc.sql("select count(*) from history.entry where type = 'NumberMoved'")
                        .query(Integer.class)
                        .single())
                .as("once")
                .isEqualTo(entries)
                .isEqualTo(1);
    }

    @Test
    void a_row_that_was_changed_by_hand_is_left_for_verify() {
        Ruling r =
                nuisance.propose(List.of(declined("3129902")), Ruling.Ground.HARASSING, Measure.NOTE, 30, "骚扰", AGENT);
        String before = keys.forms(List.of(r.appellant())).values().stream()
                .flatMap(Set::stream)
                .skip(1)
                .findFirst()
                .orElseThrow();
        byHand.past("update nuisance.ruling set phone_key = ? where id = ?", before, r.id());
        moved.run();
        assertThat(key(r)).as("another number than the history says").isEqualTo(before);
        assertThat(verification.findings()).isNotEmpty();
        byHand.past(
                "update nuisance.ruling set phone_key = ? where id = ?",
                vault.phoneKey(Phone.parse("phone", "3129902")),
                r.id());
        asBefore(r);
        byHand.past("update nuisance.ruling set body = replace(body, '骚扰', '打错') where id = ?", r.id());
        moved.run();
        assertThat(key(r)).as("other words than the history has").isEqualTo(before);
        assertThat(verification.findings()).isNotEmpty();
        byHand.past("update nuisance.ruling set body = replace(body, '打错', '骚扰') where id = ?", r.id());
        moved.run();
        assertThat(key(r)).isNotEqualTo(before);
        assertThat(verification.findings()).isEmpty();
    }
}
