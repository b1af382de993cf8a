package org.shouwen.portal;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.shouwen.BrowserTest;
import org.shouwen.TestClock;
import org.shouwen.access.Role;
import org.shouwen.accounts.CurrentUser;
import org.shouwen.appeal.AnAppeal;
import org.shouwen.appeal.Disposition.Ordered;
import org.shouwen.appeal.Intake;
import org.shouwen.appeal.Origin;
import org.shouwen.appeal.Receipt;
import org.shouwen.directory.UnitId;
import org.shouwen.handover.Handover;
import org.shouwen.handover.Handovers;
import org.shouwen.history.VerificationProbe;
import org.shouwen.identity.Identity;
import org.shouwen.notification.Outbox;
import org.shouwen.regulation.Clause;
import org.shouwen.workorder.Command;
import org.shouwen.workorder.WorkOrders;
import org.springframework.beans.factory.annotation.Autowired;

/** Articles 18 and 19: what was handed on shows on the order, and in words to whoever brought the matter. */
class HandedOnTest extends BrowserTest {
    private static final CurrentUser DISPATCHER =
            new CurrentUser(UUID.randomUUID(), "d", "d", null, null, Set.of(Role.DISPATCHER, Role.AGENT));
    private static final CurrentUser LEADER =
            new CurrentUser(UUID.randomUUID(), "l", "热力领导", "heating", null, Set.of(Role.UNIT_LEADER));

    @Autowired
    TestClock clock;

    @Autowired
    Intake intake;

    @Autowired
    WorkOrders orders;

    @Autowired
    Handovers handovers;

    @Autowired
    Outbox outbox;

    @Autowired
    VerificationProbe verification;

    @Test
    void a_petition_and_a_special_report_show_on_the_order_and_to_the_citizen() {
        clock.set("2026-09-30T10:00");
        Receipt receipt = intake.take(
                        AnAppeal.saying("管网多年没人管").title("管网产权").by(Identity.UNNAMED),
                        new Ordered(null, null, null),
                        Origin.portal(null),
                        DISPATCHER)
                .orThrow();
        String number = receipt.number();
        orders.act(number, new Command.Dispatch(new UnitId("heating"), List.of(), "ordinary"), DISPATCHER, null)
                .orThrow();
        Receipt joined = intake.take(
                        AnAppeal.saying("我们楼也没人管").title("管网").by(Identity.UNNAMED),
                        new Ordered(null, null, null),
                        Origin.portal(null),
                        DISPATCHER)
                .orThrow();
        orders.act(joined.number(), new Command.Join(number), DISPATCHER, null).orThrow();
        Handover petition =
                handovers.handOver(number, Handover.Kind.PETITION, Clause.A18_1, "市信访局", "内部研判意见", 15, DISPATCHER);
        handovers.handOver(number, Handover.Kind.SPECIAL_REPORT, Clause.A19, "分管副市长", "需要多部门协调", 7, LEADER);
        clock.set("2026-10-08T10:00");
        handovers.answer(petition.number(), "已受理，会同住建局办理", DISPATCHER);

        assertThat(outbox.of(number).stream().map(m -> m.moment().name()))
                .endsWith("PETITION_HANDED", "REPORT_HANDED", "PETITION_ANSWERED");
        assertThat(outbox.of(number).getLast().text())
                .contains(number, "信访部门已有答复")
                .doesNotContain("住建局");

        Page desk = as("dispatcher");
        desk.navigate("/orders/" + number);
        assertThat(desk.locator("aside")).containsText("市信访局");
        assertThat(desk.locator("aside")).containsText("内部研判意见");
        assertThat(desk.locator("aside")).containsText("已受理，会同住建局办理");
        assertThat(desk.locator("aside")).containsText("分管副市长");
        assertThat(desk.locator("aside")).containsText("尚未答复，应于");
        shot(desk, "order-handed-on");
        Page unit = as("heating");
        unit.navigate("/orders/" + number);
        assertThat(unit.locator("aside")).containsText("需要多部门协调");
        assertThat(unit.locator("aside")).containsText("市信访局");
        assertThat(unit.locator("aside")).not().containsText("内部研判意见");

        for (Receipt waiting : List.of(receipt, joined)) {
            Page person = page();
            person.navigate("/lookup");
            person.fill("[name=number]", waiting.number());
            person.fill("[name=code]", waiting.code());
            person.locator("main button[type=submit]").first().click();
            assertThat(person.locator("main")).containsText("已移交信访部门协调处理");
            assertThat(person.locator("main")).containsText("信访部门已有答复");
            assertThat(person.locator("main")).containsText("已报请市领导协调");
            assertThat(person.locator("main")).not().containsText("内部研判意见");
            assertThat(person.locator("main")).not().containsText("会同住建局办理");
            shot(person, "lookup-handed-on" + (waiting.equals(joined) ? "-joined" : ""));
        }
        assertThat(verification.findings()).isEmpty();
    }
}
