package org.shouwen.callback;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.microsoft.playwright.Page;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.shouwen.BrowserTest;
import org.shouwen.TestClock;
import org.shouwen.access.Role;
import org.shouwen.accounts.CurrentUser;
import org.shouwen.appeal.AnAppeal;
import org.shouwen.appeal.Appeal;
import org.shouwen.appeal.Disposition;
import org.shouwen.appeal.Disposition.Ordered;
import org.shouwen.appeal.Intake;
import org.shouwen.appeal.Origin;
import org.shouwen.appeal.OwnAppeals;
import org.shouwen.appeal.Receipt;
import org.shouwen.directory.UnitId;
import org.shouwen.history.VerificationProbe;
import org.shouwen.identity.Identity;
import org.shouwen.problems.BadInput;
import org.shouwen.problems.WorkOrderNumber;
import org.shouwen.workorder.Command;
import org.shouwen.workorder.Report;
import org.shouwen.workorder.WorkOrders;
import org.springframework.beans.factory.annotation.Autowired;

/** Article 14: callbacks are drawn by hand for a period and a unit, given to agents, and what came of them is said plainly. */
class GivenCallbacksTest extends BrowserTest {
    private static final CurrentUser DISPATCHER = person("d", null, Role.DISPATCHER, Role.AGENT);
    private static final CurrentUser SUPERVISOR = person("s", null, Role.SUPERVISOR);

    @Autowired
    TestClock clock;

    @Autowired
    Intake intake;

    @Autowired
    WorkOrders orders;

    @Autowired
    OwnAppeals own;

    @Autowired
    HandDraws draws;

    @Autowired
    VerificationProbe verification;

    private static CurrentUser person(String login, @Nullable String unit, Role... roles) {
        return new CurrentUser(UUID.randomUUID(), login, login, unit, null, Set.of(roles));
    }

    private Receipt closed(String unit) {
        Receipt receipt = intake.take(
                        AnAppeal.saying("路灯不亮").title("路灯不亮").by(Identity.UNNAMED),
                        new Ordered(null, null, null),
                        Origin.portal(null),
                        DISPATCHER)
                .orThrow();
        String n = receipt.number();
        CurrentUser desk = person("u", unit, Role.UNIT_DESK);
        Report report = new Report("领导", "核实", "已修好", "满意", clock.instant(), "电话", true, false, null);
        orders.act(n, new Command.Dispatch(new UnitId(unit), List.of(), "ordinary"), DISPATCHER, null)
                .orThrow();
        orders.act(n, new Command.Receive(), desk, null).orThrow();
        orders.act(n, new Command.ReportOutcome(report), desk, null).orThrow();
        orders.act(n, new Command.Accept(""), DISPATCHER, null).orThrow();
        return receipt;
    }

    private void look(Page person, Receipt receipt) {
        person.navigate("/lookup");
        person.fill("[name=number]", receipt.number());
        person.fill("[name=code]", receipt.code());
        person.locator("main button[type=submit]").first().click();
    }

    @Test
    void drawn_by_hand_given_to_an_agent_and_the_citizen_reads_what_came_of_it() {
        clock.set("2026-10-09T10:00");
        Receipt receipt = closed("zhenxing");
        Receipt other = closed("housing");
        Page supervisor = as("supervisor");
        supervisor.navigate("/callbacks/draws");
        supervisor.fill("[name=from]", "2026-10-09");
        supervisor.fill("[name=to]", "2026-10-09");
        supervisor.selectOption("[name=unit]", "zhenxing");
        supervisor.fill("[name=percent]", "100");
        supervisor.locator("form[action$='/callbacks/draws'] button").click();
        assertThat(supervisor.locator("main")).containsText("1 / 1");
        supervisor.locator("form[action$='/givings'] button").click();
        assertThat(supervisor.locator(".sw-told")).containsText("已分派");
        shot(supervisor, "callback-draws");
        HandDraws.HandDraw again = draws.draw(
                LocalDate.parse("2026-10-09"), LocalDate.parse("2026-10-09"), new UnitId("zhenxing"), 100, SUPERVISOR);
        assertThat(List.of(again.closed(), again.drawn()))
                .as("nothing is drawn twice")
                .containsExactly(1, 0);
        assertThatThrownBy(() ->
                        draws.draw(LocalDate.parse("2026-10-09"), LocalDate.parse("2026-10-10"), null, 10, SUPERVISOR))
                .as("the future")
                .isInstanceOf(BadInput.class);

        Page agent = as("agent");
        agent.navigate("/given-callbacks");
        assertThat(agent.locator("main")).containsText(receipt.number());
        assertThat(agent.locator("main")).not().containsText(other.number());
        assertThat(agent.locator("tbody tr").first()).containsText("路灯不亮");
        shot(agent, "given-callbacks");
        agent.locator("a:has-text('" + receipt.number() + "')").click();
        for (String question : List.of("truthful", "resolved", "satisfied"))
            agent.locator("[name=" + question + "][value=no]").check();
        agent.fill("[name=words]", "灯还是不亮，没人来过");
        shot(agent, "given-callback");
        agent.locator("button[value=yes]").click();
        assertThat(agent.locator("main")).not().containsText(receipt.number());

        Page person = page();
        look(person, receipt);
        assertThat(person.locator("main")).containsText("根据您在回访中反映的情况，已交承办单位重新办理");
        assertThat(person.locator("main")).not().containsText("审核未通过");
        shot(person, "lookup-after-callback");
        assertThat(verification.findings()).isEmpty();
        assertThat(scriptErrors).isEmpty();
    }

    @Test
    void what_a_program_says_of_a_declined_matter_being_solved_is_not_kept() {
        Receipt receipt = intake.take(
                        AnAppeal.saying("又说不清").title("又说不清").by(Identity.UNNAMED),
                        new Disposition.Declined("vague", "没有具体事项"),
                        Origin.portal(null),
                        DISPATCHER)
                .orThrow();
        own.rate(new WorkOrderNumber(receipt.number()), receipt.code(), true, false, "")
                .orThrow();
        assertThat(own.find(new WorkOrderNumber(receipt.number()), receipt.code())
                        .orElseThrow()
                        .rating())
                .isNotNull()
                .extracting(Appeal.Rating::resolved)
                .as("nothing could be solved: content is all there is")
                .isEqualTo(true);
    }

    @Test
    void a_declined_matter_is_not_asked_whether_it_was_solved() {
        clock.set("2026-10-09T10:00");
        Receipt receipt = intake.take(
                        AnAppeal.saying("说不清").title("说不清").by(Identity.UNNAMED),
                        new Disposition.Declined("vague", "没有具体事项"),
                        Origin.portal(null),
                        DISPATCHER)
                .orThrow();
        Page person = page();
        look(person, receipt);
        assertThat(person.locator("[name=satisfied]")).hasCount(2);
        assertThat(person.locator("[name=resolved]")).hasCount(0);
        person.locator("[name=satisfied][value=false]").check();
        person.locator(".po-rate button").click();
        assertThat(person.locator("main")).containsText("您的评价");
        assertThat(person.locator("main")).not().containsText("没有解决");
        assertThat(verification.findings()).isEmpty();
    }
}
