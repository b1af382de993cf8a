package org.shouwen.accountability;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.shouwen.regulation.Clause.A22_1;
import static org.shouwen.regulation.Clause.A22_2;
import static org.shouwen.regulation.Clause.A22_3;
import static org.shouwen.regulation.Clause.A22_4;
import static org.shouwen.regulation.Clause.A22_5;
import static org.shouwen.regulation.Clause.A22_6;
import static org.shouwen.regulation.Clause.A22_7;
import static org.shouwen.regulation.Clause.A23_1;
import static org.shouwen.regulation.Clause.A23_2;
import static org.shouwen.regulation.Clause.A23_3;
import static org.shouwen.regulation.Clause.A23_4;
import static org.shouwen.regulation.Clause.A24_1;
import static org.shouwen.regulation.Clause.A24_2;
import static org.shouwen.regulation.Clause.A24_3;
import static org.shouwen.regulation.Clause.A24_4;

import com.microsoft.playwright.Page;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shouwen.BrowserTest;
import org.shouwen.TestClock;
import org.shouwen.access.Role;
import org.shouwen.accounts.CurrentUser;
import org.shouwen.directory.UnitId;
import org.shouwen.history.VerificationProbe;
import org.shouwen.problems.Refusal;
import org.shouwen.regulation.Clause;
import org.shouwen.supervision.Unanswered;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Articles 22 to 24: opened, heard, found, mitigated, counted within a year, referred; the Bureau's alone. */
class Article22Test extends BrowserTest {
    private static final CurrentUser BUREAU = person(Role.BUREAU);
    private static final CurrentUser HEARING = person(Role.BUREAU);
    private static final CurrentUser FINDING = person(Role.BUREAU);
    private static final CurrentUser SUPERVISOR = person(Role.SUPERVISOR);

    @Autowired
    TestClock clock;

    @Autowired
    Accountability accountability;

    @Autowired
    ApplicationEventPublisher publisher;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JdbcClient jdbc;

    private static CurrentUser person(Role role) {
        return new CurrentUser(UUID.randomUUID(), role.name(), role.name(), null, null, Set.of(role));
    }

    @BeforeEach
    void morning() {
        clock.set("2026-09-30T10:00");
    }

    private Breach opened(String unit, Clause ground) {
        return accountability.open(unit, "", ground, null, "事由", BUREAU);
    }

    private Breach verified(String unit, Clause ground) {
        Breach b = opened(unit, ground);
        accountability.hear(b.number(), "单位陈述", HEARING);
        return accountability.find(b.number(), true, "查证属实", "通报批评", List.of(), FINDING);
    }

    private static void refused(Clause under, Runnable asked) {
        assertThatThrownBy(asked::run)
                .isInstanceOfSatisfying(
                        Refusal.class, r -> assertThat(r.clause()).isEqualTo(under.name()));
    }

    @Autowired
    VerificationProbe verification;

    @AfterEach
    void all_stands_as_the_journal_wrote_it() {
        assertThat(verification.findings()).isEmpty();
    }

    @Test
    void seven_grounds_and_no_other_and_only_the_Bureau_opens() {
        for (Clause g : List.of(A22_1, A22_2, A22_3, A22_4, A22_5, A22_6, A22_7))
            assertThat(opened("housing", g).ground()).isEqualTo(g);
        refused(A22_7, () -> opened("housing", Clause.A13_1));
        refused(A22_1, () -> accountability.open("housing", "", A22_1, null, "x", SUPERVISOR));
        refused(A22_1, () -> accountability.open("housing", "", A22_1, null, " ", BUREAU));
    }

    @Test
    void nobody_is_found_guilty_unheard_and_a_verified_breach_has_its_sanction() {
        Breach b = opened("housing", A22_4);
        refused(A22_4, () -> accountability.find(b.number(), true, "属实", "通报", List.of(), FINDING));
        accountability.hear(b.number(), "已多次协调", HEARING);
        refused(A22_4, () -> accountability.find(b.number(), true, "属实", " ", List.of(), FINDING));
        refused(A24_1, () -> accountability.find(b.number(), false, "不属实", "", List.of(A24_1), FINDING));
        refused(A24_1, () -> accountability.find(b.number(), true, "属实", "通报", List.of(A22_1), FINDING));
        Breach found =
                accountability.find(b.number(), true, "属实", "书面检查", List.of(A24_1, A24_2, A24_3, A24_4), FINDING);
        assertThat(found.mitigation()).hasSize(4);
        assertThat(found.second()).isFalse();
        refused(A22_4, () -> accountability.find(b.number(), false, "x", "", List.of(), FINDING));
        refused(A22_4, () -> accountability.hear(b.number(), "又说", HEARING));
    }

    @Test
    void two_within_twelve_months_are_counted_by_the_dates_of_the_findings() {
        Instant now = TestClock.at("2026-09-30T10:00");
        assertThat(BreachRules.second(List.of(TestClock.at("2025-09-30T10:01")), now))
                .isTrue();
        assertThat(BreachRules.second(List.of(TestClock.at("2025-09-30T10:00")), now))
                .isFalse();
        assertThat(BreachRules.second(List.of(), now)).isFalse();
        clock.set("2025-08-01T10:00");
        Breach first = verified("zhenxing", A22_1);
        assertThat(first.second()).isFalse();
        refused(A23_4, () -> accountability.refer(first.number(), A23_4, "市纪委监委", BUREAU));
        clock.set("2026-07-31T10:00");
        Breach second = verified("zhenxing", A22_2);
        assertThat(second.second()).isTrue();
        accountability.refer(second.number(), A23_4, "市纪委监委", BUREAU);
        refused(A23_4, () -> accountability.refer(second.number(), A23_4, "市纪委监委", BUREAU));
    }

    @Test
    void leads_are_referred_when_verified() {
        Breach open = opened("heating", A22_3);
        refused(A23_1, () -> accountability.refer(open.number(), A23_1, "市纪委监委", BUREAU));
        refused(A23_2, () -> accountability.refer(verified("heating", A22_3).number(), A23_2, " ", BUREAU));
        Breach leads = verified("heating", A22_6);
        assertThat(accountability.refer(leads.number(), A23_3, "市检察院", BUREAU).referredTo())
                .isEqualTo("市检察院");
        refused(A23_1, () -> accountability.refer(verified("heating", A22_5).number(), A22_1, "x", BUREAU));
    }

    @Test
    void a_second_supervision_unanswered_opens_a_case_by_itself_with_the_evidence_frozen() {
        String number = jdbc.sql("select number from workorder.work_order where state = 'IN_HAND' limit 1")
                .query(String.class)
                .single();
        transaction.executeWithoutResult(_ -> publisher.publishEvent(
                new Unanswered("2026-0009", UUID.randomUUID(), number, new UnitId("heating"), clock.instant())));
        Breach b = accountability.list(BUREAU, null, 200).items().stream()
                .filter(x -> number.equals(x.orderNumber()))
                .findFirst()
                .orElseThrow();
        assertThat(b.ground()).isEqualTo(A22_2);
        assertThat(b.openedBy()).isEqualTo("system");
        assertThat(b.evidence()).contains("Dispatched");
        assertThat(b.evidenceSha()).hasSize(64);
    }

    @Test
    void in_the_browser_and_for_nobody_else() {
        Page page = as("bureau");
        page.navigate("/breaches");
        page.locator("aside summary").click();
        page.selectOption("[name=unit]", "heating");
        page.selectOption("[name=ground]", "A22_5");
        page.fill("[name=words]", "接线人员态度生硬");
        page.locator("aside button[type=submit]").click();
        assertThat(page.locator("aside")).containsText("须由他人办理");
        String at = page.url();
        (page = as("bureau-2")).navigate(at);
        assertThat(page.locator("aside summary")).containsText("听取陈述");
        page.fill("[name=words]", "已向诉求人道歉");
        page.locator("aside button[type=submit]").click();
        (page = as("bureau-3")).navigate(at);
        assertThat(page.locator("aside summary")).containsText("认定");
        page.locator("[name=upheld][value=yes]").check();
        page.fill("[name=finding]", "录音核实");
        page.locator("aside button[type=submit]").click();
        assertThat(page.locator(".sw-problem")).containsText("处理");
        page.locator("[name=upheld][value=yes]").check();
        page.fill("[name=finding]", "录音核实");
        page.fill("[name=sanction]", "诫勉谈话");
        page.locator("[name=mitigation][value=A24_1]").check();
        page.locator("aside button[type=submit]").click();
        assertThat(page.locator("dl.sw-facts")).containsText("诫勉谈话");
        shot(page, "breach-found");
        for (String who : List.of("heating-leader", "supervisor", "mayor"))
            assertThat(as(who).navigate("/breaches").status()).as(who).isEqualTo(403);
        assertThat(scriptErrors).isEmpty();
    }
}
