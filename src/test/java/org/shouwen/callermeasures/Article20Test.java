package org.shouwen.callermeasures;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shouwen.BrowserTest;
import org.shouwen.TestClock;
import org.shouwen.access.Role;
import org.shouwen.accounts.CurrentUser;
import org.shouwen.appeal.AnAppeal;
import org.shouwen.appeal.CallerMeasures;
import org.shouwen.appeal.CallerMeasures.Measure;
import org.shouwen.appeal.Disposition;
import org.shouwen.appeal.Intake;
import org.shouwen.appeal.NewAppeal;
import org.shouwen.appeal.Origin;
import org.shouwen.appeal.Receipt;
import org.shouwen.history.ByHand;
import org.shouwen.history.History;
import org.shouwen.history.Recorded;
import org.shouwen.history.Subject;
import org.shouwen.history.VerificationProbe;
import org.shouwen.identity.Identity;
import org.shouwen.identity.Phone;
import org.shouwen.identity.Vault;
import org.shouwen.notification.NotificationType;
import org.shouwen.notification.Outbox;
import org.shouwen.problems.BadInput;
import org.shouwen.problems.Refusal;
import org.shouwen.problems.WorkOrderNumber;
import org.shouwen.regulation.Clause;
import org.shouwen.regulation.Result;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Article 20: ruled by two persons on evidence, for a term, reviewed, open to objection; an urgent matter always passes. */
class Article20Test extends BrowserTest {
    private static final CurrentUser AGENT = person("坐席", Role.AGENT);
    private static final CurrentUser FIRST = person("督办", Role.SUPERVISOR);
    private static final CurrentUser SECOND = person("营商", Role.BUREAU);
    private static final CurrentUser THIRD = person("营商二", Role.BUREAU);

    @Autowired
    Nuisance nuisance;

    @Autowired
    CallerMeasures measures;

    @Autowired
    NuisanceTerms terms;

    @Autowired
    Intake intake;

    @Autowired
    Outbox outbox;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    ByHand byHand;

    @Autowired
    Vault vault;

    @Autowired
    History history;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    VerificationProbe verification;

    @Autowired
    TestClock clock;

    @BeforeEach
    void time() {
        clock.set("2026-11-23T10:00");
    }

    private static CurrentUser person(String name, Role role) {
        return new CurrentUser(UUID.randomUUID(), name, name, null, null, Set.of(role));
    }

    private static NewAppeal call(String phone, @Nullable String content) {
        return AnAppeal.saying(content).kind("complaint").by(Identity.of("", phone, "", null));
    }

    private Result<Receipt> take(String phone, String content, Disposition outcome) {
        return intake.take(call(phone, content), outcome, Origin.of(AGENT, null), AGENT);
    }

    private List<WorkOrderNumber> abusive(String phone, int times) {
        List<WorkOrderNumber> numbers = new ArrayList<>();
        for (int i = 0; i < times; i++)
            numbers.add(new WorkOrderNumber(
                    take(phone, "骂人的话第" + i + "遍，没有事项", new Disposition.Declined("abusive", "带有恶意性语言"))
                            .orThrow()
                            .number()));
        return numbers;
    }

    private Ruling proposed(String phone, Measure measure, int days) {
        return nuisance.propose(abusive(phone, 2), Ruling.Ground.HARASSING, measure, days, "每天骚扰", AGENT);
    }

    private Ruling inForce(String phone, Measure measure, int days) {
        Ruling r = proposed(phone, measure, days);
        nuisance.agree(r.id(), FIRST);
        return nuisance.agree(r.id(), SECOND);
    }

    private static void refused(String words, org.assertj.core.api.ThrowableAssert.ThrowingCallable does) {
        assertThatThrownBy(does).isInstanceOfSatisfying(Refusal.class, r -> {
            assertThat(r.getMessage()).isNotNull();
            assertThat(r.key()).isEqualTo("callermeasures.refused." + words);
            assertThat(r.clause()).isEqualTo(Clause.A20.name());
        });
    }

    @Test
    void two_others_than_the_proposer_rule_and_the_person_is_told() {
        Ruling r = proposed("13811115501", Measure.NOTE, 30);
        refused("supervisor-or-bureau", () -> nuisance.agree(r.id(), AGENT));
        assertThat(nuisance.agree(r.id(), FIRST).state()).isEqualTo(Ruling.State.SECONDED);
        refused("another-person", () -> nuisance.agree(r.id(), FIRST));
        assertThat(measures.of(Phone.parse("phone", "13811115501"), AGENT)).isEmpty();
        Ruling on = nuisance.agree(r.id(), SECOND);
        assertThat(on.state()).isEqualTo(Ruling.State.IN_FORCE);
        assertThat(on.until()).hasToString("2026-12-22");
        assertThat(measures.of(Phone.parse("phone", "138 1111 5501"), AGENT))
                .hasValueSatisfying(m -> assertThat(m.measure()).isEqualTo(Measure.NOTE));
        assertThat(outbox.of(on.told()).getLast().moment()).isEqualTo(NotificationType.MEASURE_TAKEN);
        refused("not-open", () -> nuisance.agree(r.id(), THIRD));
        Ruling by =
                nuisance.propose(abusive("13811115511", 1), Ruling.Ground.MALICIOUS, Measure.NOTE, 5, "威胁坐席", FIRST);
        refused("another-person", () -> nuisance.agree(by.id(), FIRST));
        assertThat(nuisance.refuse(by.id(), "只有一次", SECOND).state()).isEqualTo(Ruling.State.REFUSED);
        assertThat(verification.findings()).isEmpty();
        byHand.past("update nuisance.ruling set body = replace(body, '每天骚扰', '偶尔') where id = ?", r.id());
        assertThat(verification.findings()).anyMatch(f -> f.contains("not what was last written"));
        byHand.past("update nuisance.ruling set body = replace(body, '偶尔', '每天骚扰') where id = ?", r.id());
    }

    @Test
    void it_rests_on_evidence_from_one_number_and_has_a_term() {
        List<WorkOrderNumber> mine = abusive("13811115502", 1);
        List<WorkOrderNumber> two = new ArrayList<>(mine);
        two.addAll(abusive("13811115503", 1));
        assertThatThrownBy(() -> nuisance.propose(two, Ruling.Ground.HARASSING, Measure.NOTE, 30, "x", AGENT))
                .isInstanceOf(BadInput.class);
        List<WorkOrderNumber> none = List.of(new WorkOrderNumber("20260101-999999"));
        assertThatThrownBy(() -> nuisance.propose(none, Ruling.Ground.HARASSING, Measure.NOTE, 30, "x", AGENT))
                .isInstanceOf(BadInput.class);
        refused(
                "evidence-missing",
                () -> nuisance.propose(List.of(), Ruling.Ground.HARASSING, Measure.NOTE, 30, "x", AGENT));
        refused("days", () -> nuisance.propose(mine, Ruling.Ground.HARASSING, Measure.NOTE, 181, "x", AGENT));
        refused("reason-missing", () -> nuisance.propose(mine, Ruling.Ground.HARASSING, Measure.NOTE, 30, " ", AGENT));
        nuisance.propose(mine, Ruling.Ground.HARASSING, Measure.NOTE, 30, "x", AGENT);
        refused("open-already", () -> nuisance.propose(mine, Ruling.Ground.HARASSING, Measure.NOTE, 30, "x", AGENT));
    }

    @Test
    void written_only_by_phone_except_what_is_urgent() {
        String phone = "13811115504";
        Ruling r = inForce(phone, Measure.WRITTEN_ONLY, 10);
        assertThat(take(phone, "又是我，要投诉", new Disposition.Ordered(null, null, null)))
                .isInstanceOfSatisfying(Result.No.class, no -> {
                    assertThat(no.refused().under()).isEqualTo(Clause.A20);
                    assertThat(no.refused().key()).isEqualTo("appeal.refused.written-only");
                });
        take(phone, "又是我，要投诉", new Disposition.Guided("written", "")).orThrow();
        take(phone, "家里着火了", new Disposition.Ordered(null, null, null)).orThrow();
        take(phone, "井里有人", new Disposition.Ordered(null, null, "manhole")).orThrow();
        NewAppeal letter =
                AnAppeal.saying("书面投诉").channel("letter").kind("complaint").by(Identity.of("", phone, "", null));
        intake.take(letter, new Disposition.Ordered(null, null, null), Origin.of(AGENT, null), AGENT)
                .orThrow();
        clock.set("2026-12-02T23:59");
        terms.run();
        assertThat(measures.of(Phone.parse("phone", phone), AGENT)).isPresent();
        clock.set("2026-12-03T00:00");
        assertThat(measures.of(Phone.parse("phone", phone), AGENT)).isEmpty();
        terms.run();
        terms.run();
        assertThat(nuisance.list(FIRST, null, 200).items())
                .filteredOn(x -> x.id().equals(r.id()))
                .singleElement()
                .matches(x -> x.state() == Ruling.State.ENDED);
        assertThat(outbox.of(r.told()).getLast().moment()).isEqualTo(NotificationType.MEASURE_ENDED);
        take(phone, "又是我，要投诉", new Disposition.Ordered(null, null, null)).orThrow();
    }

    @Test
    void the_supervisors_line_takes_the_call_further() {
        String phone = "13811115505";
        inForce(phone, Measure.SUPERVISOR_LINE, 10);
        assertThat(take(phone, "投诉", new Disposition.Ordered(null, null, null))).isInstanceOf(Result.No.class);
        CurrentUser lead = person("班长", Role.DISPATCHER);
        intake.take(call(phone, "投诉"), new Disposition.Ordered(null, null, null), Origin.of(lead, null), lead)
                .orThrow();
    }

    @Test
    void it_is_reviewed_and_the_person_may_object_once_to_somebody_else() {
        Ruling r = inForce("13811115506", Measure.NOTE, 100);
        assertThat(r.reviewBy()).hasToString("2026-12-23");
        clock.set("2026-12-20T10:00");
        assertThat(nuisance.keepInForce(r.id(), "仍在骚扰", FIRST).reviewBy()).hasToString("2027-01-19");
        refused("reason-missing", () -> nuisance.keepInForce(r.id(), " ", FIRST));
        refused("no-objection", () -> nuisance.ruleObjection(r.id(), true, "x", THIRD));
        nuisance.object(r.id(), "我是在催办自己的事", AGENT);
        refused("objected-once", () -> nuisance.object(r.id(), "x", AGENT));
        refused("another-person", () -> nuisance.ruleObjection(r.id(), true, "x", SECOND));
        assertThat(nuisance.ruleObjection(r.id(), true, "确有未办事项", THIRD).state())
                .isEqualTo(Ruling.State.ENDED);
        assertThat(measures.of(Phone.parse("phone", "13811115506"), AGENT)).isEmpty();
        assertThat(outbox.of(r.told()).getLast().moment()).isEqualTo(NotificationType.MEASURE_ENDED);
    }

    @Test
    void the_machine_only_proposes() {
        abusive("13811115507", 10);
        assertThat(nuisance.suggestions(FIRST)).anyMatch(s -> s.appeals().size() == 10);
        assertThat(measures.of(Phone.parse("phone", "13811115507"), AGENT)).isEmpty();
    }

    @Test
    void the_police_get_a_packet_and_the_look_is_on_record() {
        Ruling r = inForce("13811115508", Measure.NOTE, 10);
        refused("bureau-refers", () -> nuisance.referToPolice(r.id(), FIRST));
        refused("not-referred", () -> nuisance.packet(r.id(), SECOND, "10.0.0.7"));
        nuisance.referToPolice(r.id(), SECOND);
        refused("packet-another-person", () -> nuisance.packet(r.id(), SECOND, "10.0.0.7"));
        refused("bureau-refers", () -> nuisance.packet(r.id(), FIRST, "10.0.0.7"));
        Nuisance.Packet packet = nuisance.packet(r.id(), THIRD, "10.0.0.7");
        assertThat(packet.who().phone()).isEqualTo(Phone.parse("phone", "13811115508"));
        assertThat(packet.appeals()).hasSize(2);
        assertThat(jdbc.sql("select count(*) from history.entry where subject_id = :id and type = 'Looked'")
                        .param("id", r.appellant())
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
        assertThat(packet.appeals())
                .allSatisfy(a -> assertThat(jdbc.sql(
                                        "select count(*) from history.entry where subject_id = :id and type = 'Looked'")
                                .param("id", a.appellant())
                                .query(Long.class)
                                .single())
                        .as("whoever's words are in it sees it")
                        .isEqualTo(1));
        refused("referred-already", () -> nuisance.referToPolice(r.id(), SECOND));
    }

    @Test
    void what_is_over_forgets_the_number_with_the_person_and_the_history_never_had_it() {
        Ruling r = inForce("13811115541", Measure.NOTE, 10);
        String key = vault.phoneKey(Phone.parse("phone", "13811115541"));
        transaction.executeWithoutResult(_ -> vault.forget(r.appellant()));
        terms.run();
        assertThat(key(r)).as("it still holds").isEqualTo(key);
        clock.set("2026-12-04T10:00");
        terms.run();
        terms.run();
        assertThat(key(r)).isEmpty();
        assertThat(history.of(new Subject(RulingStore.KIND, r.id())))
                .noneMatch(e -> e.body().contains(key))
                .extracting(Recorded::type)
                .endsWith("Ended", "NumberForgotten");
        assertThat(verification.findings()).isEmpty();
    }

    @Test
    void a_measure_can_not_be_moved_to_another_number_unseen() {
        Ruling r = inForce("13811115542", Measure.NOTE, 10);
        String key = key(r);
        byHand.past("update nuisance.ruling set phone_key = '' where id = ?", r.id());
        assertThat(verification.findings()).anyMatch(f -> f.contains("not what was last written"));
        byHand.past("update nuisance.ruling set phone_key = ? where id = ?", key, r.id());
        assertThat(verification.findings()).isEmpty();
    }

    private String key(Ruling r) {
        return jdbc.sql("select phone_key from nuisance.ruling where id = :id")
                .param("id", r.id())
                .query(String.class)
                .single();
    }

    @Test
    void from_proposal_to_the_agents_screen_in_the_browser() {
        List<WorkOrderNumber> numbers = abusive("13811115509", 2);
        Page agent = as("agent");
        agent.click("nav >> text=来电处置");
        agent.click("text=提出处置");
        agent.fill("[name=evidence]", numbers.getFirst() + " " + numbers.getLast());
        agent.selectOption("[name=measure]", "WRITTEN_ONLY");
        agent.fill("aside [name=reason]", "反复辱骂坐席");
        agent.click("aside button[type=submit]");
        assertThat(agent.locator(".sw-told")).containsText("等待另外两人决定");
        for (String login : List.of("supervisor", "bureau")) {
            Page ruler = as(login);
            ruler.navigate("/nuisances");
            Locator agree = ruler.locator(".sw-card", new Page.LocatorOptions().setHasText("反复辱骂坐席"))
                    .locator("button:text-is('同意')");
            agree.click();
            assertThat(ruler.locator(".sw-told")).containsText("已记录");
            assertThat(agree).hasCount(0);
            if (login.equals("supervisor")) assertThat(ruler.locator("main")).containsText("您已表态，待另一人决定");
            shot(ruler, "nuisances-" + login);
        }
        agent.navigate("/desk/intake");
        agent.fill("[name=phone]", "13811115509");
        assertThat(agent.locator(".in-measure")).containsText("只受理书面渠道");
        shot(agent, "intake-measure");
        agent.fill("[name=content]", "还是上次的事");
        agent.check("[name=kind][value=complaint]");
        ready(agent).keyboard().press("Alt+2");
        agent.click("button[value=order]");
        assertThat(agent.locator(".sw-problem")).containsText("只受理书面渠道");
        assertThat(agent.locator("[name=content]")).hasValue("还是上次的事");
        assertThat(scriptErrors).isEmpty();
    }

    @Test
    void the_person_objects_once_on_the_portal() {
        Ruling r = inForce("13811115531", Measure.SUPERVISOR_LINE, 30);
        String number = r.evidence().getFirst();
        UUID appeal = jdbc.sql("select id from intake.appeal where number = :n")
                .param("n", number)
                .query(UUID.class)
                .single();
        Page own = page(390, 844);
        own.navigate("/lookup");
        own.fill("[name=number]", number);
        own.fill("[name=code]", intake.code(appeal));
        own.click("button[type=submit]:has-text('查')");
        assertThat(own.locator("text=对您来电的处理决定")).isVisible();
        own.locator("form[action$=objections] button").click();
        assertThat(own.locator(".sw-problem")).isVisible();
        own.fill("[name=objection]", "我反映的路灯一直没修");
        own.locator("form[action$=objections] button").click();
        assertThat(own.locator("text=您已提出申诉")).isVisible();
        shot(own, "portal-measure");
        refused("objected-once", () -> measures.object(r.appellant(), "再来一次"));
        assertThat(nuisance.ruleObjection(r.id(), true, "确有未办事项", THIRD).state())
                .isEqualTo(Ruling.State.ENDED);
        refused("not-in-force", () -> measures.object(r.appellant(), "再来一次"));
        own.reload();
        assertThat(own.locator("text=对您来电的处理决定")).hasCount(0);
        assertThat(verification.findings()).isEmpty();
    }
}
