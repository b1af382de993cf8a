package org.shouwen.appeal;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.shouwen.BrowserTest;
import org.shouwen.Citizen;
import org.shouwen.ScreenClient;
import org.shouwen.TestClock;
import org.shouwen.access.Role;
import org.shouwen.accounts.CurrentUser;
import org.shouwen.attachments.Papers;
import org.shouwen.callback.Callback;
import org.shouwen.callback.Callbacks;
import org.shouwen.directory.UnitId;
import org.shouwen.history.Actor;
import org.shouwen.history.VerificationProbe;
import org.shouwen.identity.Identity;
import org.shouwen.problems.WorkOrderNumber;
import org.shouwen.regulation.Result;
import org.shouwen.supervision.Supervisions;
import org.shouwen.supervision.Trigger;
import org.shouwen.workorder.Command;
import org.shouwen.workorder.Report;
import org.shouwen.workorder.WorkOrder;
import org.shouwen.workorder.WorkOrderBoard;
import org.shouwen.workorder.WorkOrders;
import org.springframework.beans.factory.annotation.Autowired;

/** Ruling 40: every word of an appellant has a reader, and what is said of one outcome is bound to it. */
class Ruling40Test extends BrowserTest {
    private static final CurrentUser AGENT = person("坐席甲", null, Role.AGENT);
    private static final CurrentUser DISPATCHER = person("派单甲", null, Role.DISPATCHER);
    private static final CurrentUser OTHER = person("派单乙", null, Role.DISPATCHER);
    private static final CurrentUser SUPERVISOR = person("督办甲", null, Role.SUPERVISOR);
    private static final CurrentUser HEATING = person("热力甲", "heating", Role.UNIT_DESK);

    @Autowired
    Intake intake;

    @Autowired
    OwnAppeals own;

    @Autowired
    Objections objections;

    @Autowired
    Appeals appeals;

    @Autowired
    AppealPapers papers;

    @Autowired
    Remarks remarks;

    @Autowired
    WorkOrders orders;

    @Autowired
    WorkOrderBoard board;

    @Autowired
    Supervisions supervisions;

    @Autowired
    Callbacks callbacks;

    @Autowired
    TestClock clock;

    @Autowired
    VerificationProbe verification;

    private static CurrentUser person(String name, @Nullable String unit, Role role) {
        return new CurrentUser(UUID.randomUUID(), name, name, unit, null, Set.of(role));
    }

    @AfterEach
    void all_stands_as_the_journal_wrote_it() {
        assertThat(verification.findings()).isEmpty();
    }

    private Receipt ordered(String words) {
        NewAppeal a = AnAppeal.saying(words)
                .matterClass("heat-cold")
                .place("210603")
                .location("示例小区")
                .happenedAt("昨晚")
                .by(Identity.of("赵示例", "13900000031", null, null));
        return intake.take(a, new Disposition.Ordered(null, null, null), Origin.of(AGENT, null), AGENT)
                .orThrow();
    }

    private void dispatch(String n) {
        orders.act(n, new Command.Dispatch(new UnitId("heating"), List.of(), "ordinary"), DISPATCHER, null)
                .orThrow();
        orders.act(n, new Command.Receive(), HEATING, null).orThrow();
    }

    private void close(String n) {
        Report report = new Report("已签批", "已核实", "已疏通", "知道了", clock.instant(), "电话", true, false, null);
        orders.act(n, new Command.ReportOutcome(report), HEATING, null).orThrow();
        orders.act(n, new Command.Accept(""), DISPATCHER, null).orThrow();
    }

    private Receipt closed(String words) {
        Receipt r = ordered(words);
        dispatch(r.number());
        close(r.number());
        return r;
    }

    private List<Trigger.Kind> triggers(String order) {
        return supervisions.triggers(SUPERVISOR, null, 200).items().stream()
                .filter(t -> t.orderNumber().equals(order))
                .map(Trigger::kind)
                .toList();
    }

    private List<Callback> calls(String order) {
        return callbacks.waiting(SUPERVISOR, null, 200).items().stream()
                .filter(c -> c.orderNumber().equals(order))
                .toList();
    }

    private static WorkOrderNumber given(Receipt r) {
        return new WorkOrderNumber(r.number());
    }

    @Test
    void not_solved_stands_on_the_order_calls_for_supervision_and_for_a_callback_that_no_draw_decides()
            throws Exception {
        Receipt r = closed("井盖松动响个不停");
        own.rate(given(r), r.code(), false, false, "赵示例说还是没修").orThrow();
        assertThat(triggers(r.number())).containsExactly(Trigger.Kind.DISCONTENT);
        assertThat(calls(r.number())).singleElement().matches(Callback::rated);
        String page =
                ScreenClient.as(port, "heating").get("/orders/" + r.number()).body();
        assertThat(page).contains("未解决", "不满意", "说还是没修", "标为已阅").doesNotContain("赵示例");
        Receipt content = closed("另一处井盖");
        own.rate(given(content), content.code(), true, true, "").orThrow();
        assertThat(triggers(content.number())).isEmpty();
        assertThat(calls(content.number())).isEmpty();
    }

    @Test
    void opened_again_the_old_rating_is_no_verdict_and_the_new_outcome_is_rated_anew() throws Exception {
        Receipt r = closed("水压不足");
        own.rate(given(r), r.code(), true, true, "好").orThrow();
        assertThat(own.rate(given(r), r.code(), false, false, "改主意了")).isInstanceOf(Result.No.class);
        orders.act(r.number(), new Command.Reopen("没有修"), SUPERVISOR, null).orThrow();
        assertThat(appeals.get(r.number()).rating()).isNull();
        close(r.number());
        own.rate(given(r), r.code(), false, false, "还是没修").orThrow();
        assertThat(appeals.get(r.number()).rating()).matches(x -> x != null && !x.resolved());
        assertThat(triggers(r.number())).contains(Trigger.Kind.DISCONTENT);
    }

    @Test
    void an_addition_before_dispatch_is_new_to_desk_dispatcher_and_unit_until_a_named_person_has_read_it()
            throws Exception {
        Receipt r = ordered("楼道灯不亮");
        own.add(given(r), r.code(), "二楼也不亮").orThrow();
        ScreenClient dispatcher = ScreenClient.as(port, "dispatcher");
        assertThat(row(dispatcher.get("/desk/dispatch").body(), r.number())).contains(">新<");
        assertThat(dispatcher.get("/desk/appeals/remarks").body()).contains("二楼也不亮");
        dispatch(r.number());
        ScreenClient heating = ScreenClient.as(port, "heating");
        assertThat(row(heating.get("/unit/inbox?tab=IN_HAND").body(), r.number()))
                .contains(">新<");
        String page = heating.get("/orders/" + r.number()).body();
        assertThat(page).contains("二楼也不亮", "标为已阅");
        UUID remark = remarks.of(appeals.get(r.number()), AGENT).getFirst().id();
        assertThat(heating.post("/orders/" + r.number() + "/remarks/" + remark + "/readings", Map.of())
                        .statusCode())
                .isEqualTo(302);
        assertThat(heating.get("/orders/" + r.number()).body()).contains("已阅").doesNotContain("标为已阅");
        assertThat(row(heating.get("/unit/inbox?tab=IN_HAND").body(), r.number()))
                .doesNotContain(">新<");
        assertThat(dispatcher.get("/desk/appeals/remarks").body()).contains("二楼也不亮");
        dispatcher.post("/appeals/" + r.number() + "/remarks/" + remark + "/readings", Map.of("back", "list"));
        assertThat(dispatcher.get("/desk/appeals/remarks").body()).doesNotContain("二楼也不亮");
        assertThat(ScreenClient.as(port, "housing")
                        .post("/orders/" + r.number() + "/remarks/" + remark + "/readings", Map.of())
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void an_addition_to_what_still_waits_stands_on_the_agents_work_page() throws Exception {
        Receipt r = intake.submit(
                AnAppeal.saying("示例路积水").channel("web").location("示例路").by(Identity.UNNAMED),
                Origin.portal(null),
                Actor.APPELLANT);
        own.add(given(r), r.code(), "现在更深了").orThrow();
        ScreenClient agent = ScreenClient.as(port, "agent");
        assertThat(agent.get("/desk/appeals/" + r.number()).body()).contains("现在更深了", "标为已阅");
        assertThat(row(agent.get("/desk/appeals").body(), r.number())).contains(">新<");
    }

    @Test
    void after_closing_one_adds_and_objects_once_and_another_officer_rules() throws Exception {
        Receipt r = closed("垃圾没有清运");
        Citizen citizen = new Citizen(port);
        citizen.post("/lookup", citizen.hidden("/lookup"), Map.of("number", r.number(), "code", r.code()));
        Map<String, String> hidden = citizen.hidden("/lookup/" + r.number());
        citizen.post("/lookup/" + r.number() + "/additions", hidden, Map.of("text", "现在又堆起来了"));
        citizen.post("/lookup/" + r.number() + "/closing-objections", hidden, Map.of("words", "根本没有来人"));
        assertThat(board.page(r.number(), DISPATCHER).order().state()).isEqualTo(WorkOrder.State.CLOSED);
        assertThat(citizen.get("/lookup/" + r.number()).body())
                .contains("现在又堆起来了", "根本没有来人")
                .doesNotContain("id=\"against\"");
        assertThat(own.objectToClosing(given(r), r.code(), "再说一次")).isInstanceOf(Result.No.class);
        UUID id = own.objections(appeals.get(r.number())).getFirst().id();
        assertThat(objections.rule(r.number(), id, true, "属实", DISPATCHER))
                .isInstanceOfSatisfying(
                        Result.No.class, no -> assertThat(no.refused().key()).endsWith("objection-another-officer"));
        objections.rule(r.number(), id, true, "现场照片属实", OTHER).orThrow();
        assertThat(board.page(r.number(), DISPATCHER).order().state()).isEqualTo(WorkOrder.State.IN_HAND);
        assertThat(triggers(r.number())).contains(Trigger.Kind.OBJECTION);
        assertThat(citizen.get("/lookup/" + r.number()).body()).contains("异议成立，重新办理", "现场照片属实");
        clock.pass(java.time.Duration.ofMinutes(5));
        close(r.number());
        own.objectToClosing(given(r), r.code(), "还是没有来人").orThrow();
        UUID next = own.objections(appeals.get(r.number())).getLast().id();
        objections.rule(r.number(), next, false, "已核实清运", SUPERVISOR).orThrow();
        assertThat(citizen.get("/lookup/" + r.number()).body()).contains("经审看，维持办结", "已核实清运");
    }

    @Test
    void what_belongs_to_a_joined_matter_reaches_those_who_handle_the_lead() throws Exception {
        Receipt lead = ordered("三号楼停水");
        Receipt b = ordered("七号楼也停水，水表井漏");
        orders.act(b.number(), new Command.Join(lead.number()), DISPATCHER, null)
                .orThrow();
        dispatch(lead.number());
        own.add(given(b), b.code(), "楼道里全是水").orThrow();
        papers.attach(b.number(), List.of(new Papers.File("x.png", png())), Actor.APPELLANT);
        ScreenClient heating = ScreenClient.as(port, "heating");
        String page = heating.get("/orders/" + lead.number()).body();
        assertThat(page).contains("水表井漏", "楼道里全是水", "/joined/" + b.number() + "/papers/");
        UUID photo = papers.of(b.number()).getFirst().id();
        String path = "/orders/" + lead.number() + "/joined/" + b.number() + "/papers/" + photo;
        assertThat(heating.get(path).statusCode()).isEqualTo(200);
        assertThat(ScreenClient.as(port, "housing").get(path).statusCode()).isEqualTo(404);
        NewAppeal secret = AnAppeal.saying("六号楼同样，请保密")
                .title("停水")
                .matterClass("heat-cold")
                .secret(true)
                .by(Identity.of("钱示例", "13900000035", null, null));
        Receipt c = intake.take(secret, new Disposition.Joined(given(lead)), Origin.of(AGENT, null), AGENT)
                .orThrow();
        papers.attach(c.number(), List.of(new Papers.File("x.png", png())), Actor.APPELLANT);
        assertThat(heating.get("/orders/" + lead.number()).body())
                .doesNotContain("六号楼同样", "/joined/" + c.number() + "/papers/")
                .contains("内容由平台保管");
        UUID kept = papers.of(c.number()).getFirst().id();
        assertThat(heating.get("/orders/" + lead.number() + "/joined/" + c.number() + "/papers/" + kept)
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void the_pages_are_looked_at() {
        Receipt r = closed("小区路面塌了一块");
        own.rate(given(r), r.code(), false, false, "还是没修，照样响").orThrow();
        own.add(given(r), r.code(), "坑更大了").orThrow();
        Page unit = as("heating");
        unit.navigate("/orders/" + r.number());
        assertThat(unit.locator("#said")).containsText("坑更大了");
        shot(unit, "order-said");
        Page phone = page(390, 844);
        phone.navigate("/lookup");
        phone.fill("[name=number]", r.number());
        phone.fill("[name=code]", r.code());
        phone.click("main button[type=submit]");
        phone.fill("#against textarea", "没有人来过");
        phone.click("#against button");
        assertThat(phone.locator(".sw-told")).containsText("已收到您的异议");
        shot(phone, "portal-after-closing");
        Page desk = as("dispatcher");
        desk.navigate("/desk/appeals/remarks");
        assertThat(desk.locator("main")).containsText("没有人来过");
        shot(desk, "desk-remarks");
        assertThat(scriptErrors).isEmpty();
    }

    private static String row(String page, String number) {
        for (String row : page.split("<tr")) if (row.contains(number)) return row;
        throw new AssertionError(number + " is not listed");
    }

    private static byte[] png() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(4, 4, BufferedImage.TYPE_INT_RGB), "png", out);
        return out.toByteArray();
    }
}
