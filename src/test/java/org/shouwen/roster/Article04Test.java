package org.shouwen.roster;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.microsoft.playwright.Page;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Set;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shouwen.BrowserTest;
import org.shouwen.TestClock;
import org.shouwen.access.Role;
import org.shouwen.accounts.CurrentUser;
import org.shouwen.directory.UnitId;
import org.shouwen.history.VerificationProbe;
import org.shouwen.problems.BadInput;
import org.shouwen.problems.Refusal;
import org.shouwen.regulation.Clause;
import org.springframework.beans.factory.annotation.Autowired;

/** Article 4: people of the units come to the platform by turns, and units keep their knowledge and directory up to date. */
class Article04Test extends BrowserTest {
    private static final UnitId HEATING = new UnitId("heating");
    private static final UnitId HOUSING = new UnitId("housing");
    private static final CurrentUser BUREAU = person("营商局", null, Role.BUREAU);
    private static final CurrentUser HEAT = person("热力", "heating", Role.UNIT_DESK);
    private static final CurrentUser HOUSE = person("住建", "housing", Role.UNIT_DESK);

    @Autowired
    Roster roster;

    @Autowired
    Upkeep upkeep;

    @Autowired
    VerificationProbe verification;

    @Autowired
    TestClock clock;

    @BeforeEach
    void time() {
        clock.set("2026-09-30T10:00");
    }

    private static CurrentUser person(String name, @Nullable String unit, Role role) {
        return new CurrentUser(UUID.randomUUID(), name, name, unit, null, Set.of(role));
    }

    private Shift shift(int day, UnitId unit) {
        return roster.plan(LocalDate.of(2026, 11, day), Shift.Half.MORNING, Shift.Purpose.ANSWERING, unit, BUREAU);
    }

    private static void refused(String words, ThrowingCallable does) {
        assertThatThrownBy(does).isInstanceOfSatisfying(Refusal.class, r -> {
            assertThat(r.clause()).isEqualTo(Clause.A4.name());
            assertThat(r.key()).isEqualTo("roster.refused." + words);
        });
    }

    @Test
    void planned_named_and_noted_whether_somebody_came() {
        Shift s = shift(2, HEATING);
        assertThatThrownBy(() -> shift(2, HEATING)).isInstanceOf(BadInput.class);
        refused("platform-plans", () -> roster.plan(s.day(), s.half(), s.purpose(), HOUSING, HEAT));
        refused("past", () -> roster.plan(LocalDate.of(2026, 9, 29), s.half(), s.purpose(), HOUSING, BUREAU));
        refused("not-yours", () -> roster.person(s.id(), "某某", HOUSE));
        refused("name-missing", () -> roster.person(s.id(), " ", HEAT));
        assertThat(roster.person(s.id(), "赵轮值", HEAT).person()).isEqualTo("赵轮值");
        refused("not-yet", () -> roster.attended(s.id(), true, BUREAU));
        clock.set("2026-11-02T13:00");
        refused("platform-plans", () -> roster.attended(s.id(), true, HEAT));
        assertThat(roster.attended(s.id(), false, BUREAU).state()).isEqualTo(Shift.State.NO_SHOW);
        refused("over", () -> roster.person(s.id(), "别人", HEAT));
        assertThat(verification.findings()).isEmpty();
    }

    @Test
    void two_units_swap_when_both_agree() {
        Shift mine = roster.person(shift(3, HEATING).id(), "赵轮值", HEAT);
        Shift theirs = roster.person(shift(4, HOUSING).id(), "钱轮值", HOUSE);
        refused("not-yours", () -> roster.askSwap(mine.id(), theirs.id(), HOUSE));
        refused("swap-with-other", () -> roster.askSwap(mine.id(), mine.id(), HEAT));
        refused("no-swap", () -> roster.acceptSwap(theirs.id(), mine.id(), HOUSE));
        roster.askSwap(mine.id(), theirs.id(), HEAT);
        refused("not-yours", () -> roster.acceptSwap(theirs.id(), mine.id(), HEAT));
        roster.acceptSwap(theirs.id(), mine.id(), HOUSE);
        assertThat(roster.of(YearMonth.of(2026, 11)))
                .filteredOn(s -> s.id().equals(mine.id()))
                .singleElement()
                .matches(s -> s.unit().equals(HOUSING) && s.person().equals("钱轮值") && s.swap() == null);
        refused("no-swap", () -> roster.acceptSwap(mine.id(), theirs.id(), HOUSE));
        assertThat(verification.findings()).isEmpty();
    }

    @Test
    void what_a_unit_keeps_up_falls_due_and_is_chased() {
        assertThat(upkeep.lines(HEATING)).hasSize(2).allMatch(Upkeep.Line::late);
        refused("unit-keeps", () -> upkeep.done(Upkeep.What.KNOWLEDGE, "已核对", BUREAU));
        assertThatThrownBy(() -> upkeep.done(Upkeep.What.KNOWLEDGE, " ", HEAT)).isInstanceOf(BadInput.class);
        upkeep.done(Upkeep.What.KNOWLEDGE, "核对 12 条", HEAT);
        assertThat(upkeep.lines(HEATING))
                .filteredOn(l -> l.what() == Upkeep.What.KNOWLEDGE)
                .singleElement()
                .matches(l -> !l.late() && l.due().equals(LocalDate.of(2026, 12, 29)));
        clock.set("2026-12-30T00:00");
        assertThat(upkeep.lines(HEATING)).allMatch(Upkeep.Line::late);
    }

    @Test
    void the_month_in_the_browser() {
        Page bureau = as("bureau");
        bureau.click("nav >> text=更多");
        bureau.click("nav >> text=轮值");
        bureau.fill("[name=day]", "2026-10-12");
        bureau.selectOption("[name=unit]", "heating");
        bureau.click("button:text-is('排入')");
        assertThat(bureau.locator(".ro-month")).containsText("人员未定");
        Page unit = as("heating");
        unit.navigate("/roster?month=2026-10");
        unit.fill("[name=person]", "赵轮值");
        unit.click("text=确定人员");
        assertThat(unit.locator(".ro-month")).containsText("赵轮值");
        shot(unit, "roster-unit");
        clock.set("2026-10-12T14:00");
        bureau.navigate("/roster");
        bureau.locator(".ro-month button:text-is('到岗')").click();
        assertThat(bureau.locator(".ro-month")).containsText("已到岗");
        shot(bureau, "roster");
        assertThat(scriptErrors).isEmpty();
    }
}
