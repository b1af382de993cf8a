package org.shouwen.workorder;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
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
import org.shouwen.appeal.Disposition.Ordered;
import org.shouwen.appeal.Intake;
import org.shouwen.appeal.NewAppeal;
import org.shouwen.appeal.Origin;
import org.shouwen.appeal.Receipt;
import org.shouwen.directory.Directory;
import org.shouwen.directory.UnitId;
import org.shouwen.history.Verification;
import org.shouwen.identity.Identity;
import org.shouwen.notification.Outbox;
import org.shouwen.regulation.Result;
import org.springframework.beans.factory.annotation.Autowired;

/** Articles 13.3, 13.6, 10.3 and 17 in a real browser: extension, return, shared duty and the urgent call. */
class SpecialActsStoryTest extends BrowserTest {
    private static final CurrentUser AGENT =
            new CurrentUser(UUID.randomUUID(), "story-agent", "坐席甲", null, null, Set.of(Role.AGENT));
    private static final CurrentUser DISPATCHER =
            new CurrentUser(UUID.randomUUID(), "story-desk", "派单员甲", null, null, Set.of(Role.DISPATCHER));
    private static final CurrentUser HEATING =
            new CurrentUser(UUID.randomUUID(), "story-heating", "热力甲", "heating", null, Set.of(Role.UNIT_DESK));
    private static final CurrentUser HOUSING =
            new CurrentUser(UUID.randomUUID(), "story-housing", "住建甲", "housing", null, Set.of(Role.UNIT_DESK));

    @Autowired
    TestClock clock;

    @Autowired
    Intake intake;

    @Autowired
    WorkOrders orders;

    @Autowired
    Outbox outbox;

    @Autowired
    Directory directory;

    @Autowired
    Verification verification;

    @BeforeEach
    void morning() {
        clock.set("2026-09-30T10:00");
    }

    private String registered(@Nullable String urgentKind) {
        NewAppeal appeal = AnAppeal.saying("只有14度")
                .matterClass("heat-cold")
                .place("210603")
                .location("示例小区5号楼")
                .happenedAt("昨晚")
                .title("暖气不热")
                .wants("尽快供热")
                .by(Identity.UNNAMED);
        Result<Receipt> d = intake.take(appeal, new Ordered(null, null, urgentKind), Origin.portal(null), AGENT);
        return d.orThrow().number();
    }

    private String inHand(List<UnitId> assisting) {
        String number = registered(null);
        act(number, new Command.Dispatch(new UnitId("heating"), assisting, "ordinary"), DISPATCHER);
        act(number, new Command.Receive(), HEATING);
        return number;
    }

    private void act(String number, Command command, CurrentUser by) {
        orders.act(number, command, by, null).orThrow();
    }

    /** Opens one of the acts on the order's page. */
    private static Locator form(Page page, String act) {
        page.evaluate(
                "a => document.querySelectorAll('details.sw-act').forEach(d => d.open = d.querySelector('form').action.endsWith('/' + a))",
                act);
        return page.locator("details.sw-act[open] form");
    }

    private static FilePayload pdf(String name) {
        return new FilePayload(
                name, "application/pdf", "%PDF-1.7\n1 0 obj<<>>endobj\n%%EOF".getBytes(StandardCharsets.US_ASCII));
    }

    @Test
    void an_extension_is_asked_decided_and_told_and_both_limits_are_explained() {
        String number = inHand(List.of());
        Page unit = as("heating");
        unit.navigate("/orders/" + number);
        Locator ask = form(unit, "extensions");
        ask.locator("[name=days]").fill("16");
        ask.locator("[name=reason]").fill("主管网抢修，需换阀组");
        ask.locator("[name=basis]").fill("抢修方案〔2026〕3号");
        ask.locator("[name=toldHow]").fill("电话");
        ask.locator("button[type=submit]").click();
        assertThat(unit.locator(".sw-problem")).containsText("延期合计不得超过 15 个工作日");
        assertThat(unit.locator(".sw-problem")).containsText("第十三条第三项");
        assertThat(unit.locator("[name=basis]")).hasValue("抢修方案〔2026〕3号");
        ask = form(unit, "extensions");
        ask.locator("[name=days]").fill("5");
        shot(unit, "extension-asked");
        ask.locator("button[type=submit]").click();
        assertThat(unit.locator(".sw-told")).containsText("等待平台决定");

        Page desk = as("dispatcher");
        desk.navigate("/desk/requests");
        assertThat(desk.locator("main")).containsText(number);
        shot(desk, "requests");
        desk.navigate("/orders/" + number);
        assertThat(desk.locator(".sw-head")).containsText("延期 5 天待决定");
        form(desk, "extension-grants").locator("button[type=submit]").click();
        assertThat(desk.locator(".sw-way")).containsText("办理时限由 2026-10-15 24:00 改为 2026-10-22 24:00");
        shot(desk, "extension-granted");
        org.assertj.core.api.Assertions.assertThat(outbox.of(number).getLast().text())
                .contains("延期", "10月22日");
        org.assertj.core.api.Assertions.assertThat(scriptErrors).isEmpty();
    }

    @Test
    void a_return_needs_its_papers_goes_to_the_unit_of_the_ruling_and_teaches_the_duty_list() {
        String number = inHand(List.of());
        Page unit = as("heating");
        unit.navigate("/orders/" + number);
        Locator ask = form(unit, "returns");
        ask.locator("[name=statement]").fill("该小区由物业自管锅炉供热");
        ask.locator("[name=rulingNumber]").fill("丹编办〔2026〕12号");
        ask.locator("[name=duty-ruling]").setInputFiles(pdf("确责.pdf"));
        ask.locator("button[type=submit]").click();
        assertThat(unit.locator(".sw-problem")).containsText("退件缺少：分管市领导签批、本单位情况说明");
        shot(unit, "return-refused");
        ask = form(unit, "returns");
        assertThat(ask.locator("[name=statement]")).hasValue("该小区由物业自管锅炉供热");
        ask.locator("[name=duty-ruling]").setInputFiles(pdf("确责.pdf"));
        ask.locator("[name=leader-signature]").setInputFiles(pdf("签批.pdf"));
        ask.locator("[name=unit-statement]")
                .setInputFiles(
                        new FilePayload("说明.pdf", "application/pdf", "<html>".getBytes(StandardCharsets.US_ASCII)));
        ask.locator("button[type=submit]").click();
        assertThat(unit.locator(".sw-error").first()).containsText("不能收这种文件");
        ask = form(unit, "returns");
        ask.locator("[name=duty-ruling]").setInputFiles(pdf("确责.pdf"));
        ask.locator("[name=leader-signature]").setInputFiles(pdf("签批.pdf"));
        ask.locator("[name=unit-statement]").setInputFiles(pdf("说明.pdf"));
        ask.locator("button[type=submit]").click();
        assertThat(unit.locator(".sw-told")).containsText("时限照常计算");

        clock.set("2026-10-09T10:00");
        Page desk = as("dispatcher");
        desk.navigate("/orders/" + number);
        assertThat(desk.locator(".sw-way .sw-paper")).hasCount(3);
        Locator grant = form(desk, "return-grants");
        shot(desk, "return-to-decide");
        grant.locator("[name=lead]").selectOption("housing");
        grant.locator("button[type=submit]").click();
        assertThat(desk.locator(".sw-state").first()).containsText("待接收");
        assertThat(desk.locator("aside")).containsText("2026-10-10 24:00");
        org.assertj.core.api.Assertions.assertThat(outbox.of(number).getLast().text())
                .contains("改由");
        org.assertj.core.api.Assertions.assertThat(
                        directory.suggest("heat-cold", "210603").getFirst().unit())
                .isEqualTo(new UnitId("housing"));
        unit.navigate("/orders/" + number);
        assertThat(unit.locator("h1")).containsText("没有找到");
    }

    @Test
    void the_lead_sees_who_owes_and_reports_when_the_parts_are_in() {
        String number = inHand(List.of(new UnitId("housing")));
        Page lead = as("heating");
        lead.navigate("/orders/" + number);
        assertThat(lead.locator("aside")).containsText("应于 2026-10-12 24:00 前提交");
        Locator remind = form(lead, "part-reminders");
        remind.locator("[name=text]").fill("请提供小区管网图");
        remind.locator("button[type=submit]").click();
        assertThat(lead.locator(".sw-told")).containsText("已催配合部门");
        Page helper = as("housing");
        helper.navigate("/orders/" + number);
        Locator part = form(helper, "contributions");
        part.locator("[name=text]").fill("管网图已送达，楼内无施工");
        part.locator("button[type=submit]").click();
        assertThat(helper.locator(".sw-told")).containsText("已提交");
        lead.reload();
        assertThat(lead.locator("aside")).containsText("已于");
        shot(lead, "parts-in");
    }

    @Test
    void an_urgent_order_stays_on_the_alarm_list_until_somebody_at_the_unit_answers() {
        String number = registered("heating");
        act(number, new Command.Dispatch(new UnitId("heating"), List.of(), "ordinary"), DISPATCHER);
        Page agent = as("agent");
        agent.navigate("/desk/intake");
        assertThat(agent.locator(".sw-alarms")).containsText(number);
        shot(agent, "alarm");
        agent.navigate("/desk/alarms");
        shot(agent, "alarms");
        agent.navigate("/orders/" + number);
        Locator call = form(agent, "calls");
        call.locator("[name=called]").fill("值班室 8890001");
        call.locator("button[type=submit]").click();
        assertThat(agent.locator(".sw-alarm")).containsText("已拨 1 次");
        call = form(agent, "calls");
        call.locator("[name=called]").fill("值班室 8890001");
        call.locator("[name=answeredBy]").fill("王值班");
        call.locator("button[type=submit]").click();
        agent.navigate("/desk/intake");
        assertThat(agent.locator(".sw-alarms")).not().containsText(number);
        Page unit = as("heating");
        unit.navigate("/orders/" + number);
        Locator arrived = form(unit, "arrivals");
        arrived.locator("[name=who]").fill("抢修二班");
        arrived.locator("button[type=submit]").click();
        assertThat(unit.locator(".sw-way")).containsText("抢修二班");
        form(unit, "restorations").locator("button[type=submit]").click();
        assertThat(unit.locator(".sw-way")).containsText("恢复正常");
        shot(unit, "urgent-restored");
        org.assertj.core.api.Assertions.assertThat(verification.verify(_ -> {}).findings())
                .isEmpty();
    }

    @Test
    void what_is_wrong_in_one_form_is_said_in_no_other() {
        String number = registered(null);
        Page desk = as("dispatcher");
        desk.navigate("/orders/" + number);
        Locator join = form(desk, "joins");
        join.locator("[name=lead]").fill("20261201-000999");
        join.locator("button[type=submit]").click();
        assertThat(desk.locator(".sw-error")).hasCount(1);
        assertThat(desk.locator("form[action$=joins] .sw-error")).containsText("没有编号为");
        assertThat(desk.locator(".sw-faults a")).containsText("主单编号");
    }
}
