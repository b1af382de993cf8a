package org.shouwen.appeal;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.shouwen.appeal.ScopeCase.EDITION;
import static org.shouwen.appeal.ScopeCase.words;
import static org.shouwen.regulation.Clause.A10_1;
import static org.shouwen.regulation.Clause.A10_2;
import static org.shouwen.regulation.Clause.A12_2;

import com.microsoft.playwright.Page;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.shouwen.BrowserTest;
import org.shouwen.access.Role;
import org.shouwen.accounts.CurrentUser;
import org.shouwen.history.VerificationProbe;
import org.shouwen.notification.NotificationType;
import org.shouwen.notification.Outbox;
import org.shouwen.notification.SentMessage;
import org.shouwen.problems.WorkOrderNumber;
import org.shouwen.regulation.Clause;
import org.shouwen.workorder.WorkOrder;
import org.shouwen.workorder.WorkOrderBoard;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Article 10: a unit that is asked directly is itself the first-asked unit. */
class Article10Test extends BrowserTest {
    @Autowired
    WorkOrderBoard board;

    @Autowired
    Appeals appeals;

    @Autowired
    Outbox outbox;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    VerificationProbe verification;

    private static void refused(Clause under, String kind, Disposition outcome, boolean reachable) {
        assertThat(AcceptanceScope.refuseAtUnit(words(kind), outcome, reachable, EDITION))
                .hasValueSatisfying(r -> assertThat(r.under()).isEqualTo(under));
    }

    private static void lawful(String kind, Disposition outcome, boolean reachable) {
        assertThat(AcceptanceScope.refuseAtUnit(words(kind), outcome, reachable, EDITION))
                .isEmpty();
    }

    @Test
    void questions_are_answered_or_pointed_to_whoever_can_help() {
        lawful("consultation", new Disposition.Answered("周一到周五办理"), false);
        lawful("consultation", new Disposition.Pointed("housing", ""), false);
        refused(A10_1, "consultation", new Disposition.Pointed(" ", ""), false);
        refused(Clause.A12_1, "consultation", new Disposition.Answered(" "), false);
    }

    @Test
    void requests_are_settled_on_the_spot_or_registered_with_contact_details() {
        lawful("livelihood", new Disposition.Settled("当场开阀供水"), false);
        refused(A10_2, "livelihood", new Disposition.Settled(" "), true);
        lawful("livelihood", new Disposition.Ordered(null, null, null), true);
        refused(A10_2, "livelihood", new Disposition.Ordered(null, null, null), false);
        refused(A10_2, "livelihood", new Disposition.Answered("知道了"), true);
        refused(A10_2, "livelihood", new Disposition.Pointed("housing", ""), true);
        refused(A12_2, "nothing", new Disposition.Ordered(null, null, null), true);
    }

    @Test
    void what_is_the_platforms_is_not_the_units() {
        refused(A10_2, "consultation", new Disposition.Declined("vague", "空泛"), true);
        refused(A10_2, "consultation", new Disposition.Guided("police", ""), true);
        refused(A10_2, "livelihood", new Disposition.Reminded(new WorkOrderNumber("20260930-000001"), ""), true);
        refused(A10_2, "livelihood", new Disposition.Joined(new WorkOrderNumber("20260930-000001")), true);
        assertThat(ScopeCase.clause(words("livelihood"), new Disposition.Settled("x")))
                .isEqualTo(A10_2);
        assertThat(ScopeCase.clause(words("consultation"), new Disposition.Pointed("housing", "")))
                .isEqualTo(A10_2);
    }

    @Test
    void the_units_desk_registers_answers_settles_and_opens_its_own_order() {
        Page page = as("heating");
        page.click("nav >> text=直接受理");
        page.fill("[name=content]", "问一下供热费缴到哪天");
        page.check("[name=outcome][value=answered]");
        page.fill("[name=answer]", "缴费期到 10 月 31 日，可在微信缴。");
        shot(page, "unit-intake");
        page.click("text=完成登记");
        assertThat(page.locator(".sw-told")).containsText("已登记");

        page.fill("[name=content]", "家里暖气片漏水，地板泡了");
        page.check("[name=kind][value=livelihood]");
        page.check("[name=outcome][value=order]");
        page.click("text=完成登记");
        assertThat(page.locator(".sw-problem")).containsText("须留联系方式");
        assertThat(page.locator("[name=content]")).hasValue("家里暖气片漏水，地板泡了");
        page.fill("[name=phone]", "13811114441");
        page.selectOption("[name=limitClass]", "ordinary");
        page.click("text=完成登记");
        assertThat(page.locator(".sw-told")).containsText("已登记");
        String number = jdbc.sql("select number from intake.appeal where unit = 'heating' and outcome = 'order'")
                .query(String.class)
                .single();
        CurrentUser anyone =
                new CurrentUser(java.util.UUID.randomUUID(), "d", "d", null, null, Set.of(Role.DISPATCHER));
        WorkOrder order = board.page(number, anyone).order();
        assertThat(order.state()).isEqualTo(WorkOrder.State.IN_HAND);
        assertThat(order.dutyOrNull()).matches(d -> d.lead().code().equals("heating"));
        assertThat(outbox.of(number))
                .extracting(SentMessage::moment)
                .containsExactly(NotificationType.ORDERED, NotificationType.DISPATCHED);
        page.click("aside >> text=家里暖气片漏水");
        assertThat(page.locator("h1")).containsText("家里暖气片漏水");

        page.navigate("/unit/intake");
        page.fill("[name=content]", "隔壁工地夜里施工太吵");
        page.check("[name=kind][value=livelihood]");
        page.check("[name=outcome][value=platform]");
        page.click("text=完成登记");
        assertThat(page.locator("aside")).containsText("转平台派单");
        assertThat(appeals.queue(anyone, null, 200).items())
                .anyMatch(a -> a.words().content().contains("夜里施工") && a.unit() != null);
        page.navigate("/unit/intake");
        shot(page, "unit-register");
        assertThat(scriptErrors).isEmpty();
        assertThat(verification.findings()).isEmpty();
    }
}
