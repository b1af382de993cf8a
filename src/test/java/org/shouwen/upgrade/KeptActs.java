package org.shouwen.upgrade;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.shouwen.accounts.Accounts;
import org.shouwen.accounts.SignedIn;
import org.shouwen.calendar.Limits;
import org.shouwen.citizens.Identity;
import org.shouwen.directory.Section;
import org.shouwen.directory.UnitId;
import org.shouwen.directory.Units;
import org.shouwen.history.Actor;
import org.shouwen.intake.Intake;
import org.shouwen.intake.NewAppeal;
import org.shouwen.intake.Origin;
import org.shouwen.intake.Outcome;
import org.shouwen.intake.Receipt;
import org.shouwen.papers.PaperRef;
import org.shouwen.papers.Papers;
import org.shouwen.workorder.Command;
import org.shouwen.workorder.OrderFiles;
import org.shouwen.workorder.Report;
import org.shouwen.workorder.WorkOrders;
import org.springframework.beans.factory.ListableBeanFactory;

/** Every command an order knows, on invented appeals: some orders stay in each state, others go all the way. */
final class KeptActs {
    static final UnitId HEATING = new UnitId("heating");
    static final UnitId HOUSING = new UnitId("housing");
    static final byte[] PNG = Base64.getDecoder()
            .decode("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg=="
                    .getBytes(StandardCharsets.US_ASCII));

    private final ListableBeanFactory beans;
    private final Consumer<Instant> clock;
    private Instant now;
    private int phones;

    KeptActs(ListableBeanFactory beans, Consumer<Instant> clock, String shanghai) {
        this.beans = beans;
        this.clock = clock;
        this.now = java.time.LocalDateTime.parse(shanghai).atZone(Limits.ZONE).toInstant();
        clock.accept(now);
    }

    <T> T bean(Class<T> type) {
        return beans.getBean(type);
    }

    Instant now() {
        return now;
    }

    LocalDate today() {
        return now.atZone(Limits.ZONE).toLocalDate();
    }

    void pass(Duration time) {
        now = now.plus(time);
        clock.accept(now);
    }

    SignedIn as(String login) {
        return bean(Accounts.class).byLogin(login).orElseThrow().signedIn();
    }

    NewAppeal appeal(String kind, String title, boolean secret, @Nullable String accused) {
        return new NewAppeal(
                "phone",
                null,
                kind,
                null,
                "210603",
                "示例路8号",
                "昨天晚上",
                title,
                title + "，请尽快处理。我叫陈示例。",
                "尽快解决",
                false,
                secret,
                Identity.of("陈示例", "1380000%04d".formatted(++phones), "示例路8号2单元", "192.0.2.7", "example-account"),
                now,
                "留言板回复示例",
                accused);
    }

    Receipt take(NewAppeal appeal, Outcome outcome) {
        SignedIn agent = as("agent");
        return bean(Intake.class)
                .take(appeal, outcome, Origin.of(agent, "key-" + phones), agent)
                .orThrow();
    }

    String order(String title) {
        return take(appeal("livelihood", title, false, null), new Outcome.Ordered(null, null, null))
                .number();
    }

    void act(String number, String login, Command command) {
        bean(WorkOrders.class).act(number, command, as(login), null).orThrow();
        pass(Duration.ofMinutes(7));
    }

    PaperRef paper(String number, String label) {
        return bean(Papers.class)
                .keep(
                        OrderFiles.subject(number),
                        label,
                        label,
                        label + ".png",
                        PNG,
                        as("heating").actor());
    }

    String dispatched(String title) {
        String number = order(title);
        act(number, "dispatcher", new Command.Dispatch(HEATING, List.of(HOUSING), "ordinary"));
        return number;
    }

    String received(String title) {
        String number = dispatched(title);
        act(number, "heating", new Command.Receive());
        return number;
    }

    String reported(String title) {
        String number = received(title);
        act(number, "heating", new Command.ReportOutcome(report(), "配合部门已电话说明"));
        return number;
    }

    String closed(String title) {
        String number = reported(title);
        act(number, "dispatcher", new Command.Accept("情况属实"));
        return number;
    }

    Report report() {
        return new Report(
                "分管领导到场",
                "现场核实",
                "已修复",
                "满意",
                now.minus(Duration.ofMinutes(5)),
                "电话",
                true,
                true,
                new Report.Citation("示例〔2026〕1号", "示例办法", "第三条"));
    }

    /** Takes one order through everything that can happen to one. */
    void everything() {
        String one = received("示例小区暖气不热");
        Section section =
                bean(Units.class).addSection(HEATING, "示例科", as("admin").actor());
        act(one, "heating", new Command.Assign(section.id(), null));
        act(one, "heating", new Command.Note("已联系维修"));
        act(one, "heating", new Command.Attach(List.of(paper(one, ""))));
        act(one, "heating", new Command.Contact(now, "电话", "知道了"));
        act(one, "dispatcher", new Command.RemindPart(HOUSING, "请尽快配合"));
        act(one, "housing", new Command.Contribute("已核对"));
        act(one, "heating", new Command.AskExtension(3, "管线老化", "须停水施工", now, "电话"));
        act(one, "dispatcher", new Command.RefuseExtension("理由不足"));
        act(one, "heating", new Command.AskExtension(2, "管线老化", "须停水施工", now, "电话"));
        act(one, "dispatcher", new Command.GrantExtension("同意"));
        act(one, "dispatcher", new Command.Reclassify("difficult", "涉及多部门"));
        act(one, "dispatcher", new Command.RaiseUrgency("heating", "室内漏水"));
        act(one, "dispatcher", new Command.Phone("值班室", now, ""));
        act(one, "dispatcher", new Command.Phone("值班室", now, "赵示例"));
        act(one, "heating", new Command.ArriveOnSite(now, "钱示例"));
        act(one, "heating", new Command.RestoreNormal(now, "已恢复"));
        bean(WorkOrders.class).remind(one, "怎么还没有办", as("agent").actor()).orThrow();
        act(one, "heating", new Command.ReportOutcome(report()));
        act(one, "dispatcher", new Command.SendBack("未写明现场情况"));
        act(one, "heating", new Command.ReportOutcome(report()));
        act(one, "dispatcher", new Command.Accept(""));

        String returned = received("示例路路灯不亮");
        act(returned, "heating", asksReturn(returned));
        act(returned, "dispatcher", new Command.RefuseReturn("确属该单位"));
        act(returned, "heating", asksReturn(returned));
        act(returned, "dispatcher", new Command.GrantReturn(HOUSING, "ordinary", "按确责"));

        String lead = dispatched("示例小区停水");
        String under = order("示例小区也停水");
        String apart = order("示例小区好像停水");
        act(under, "dispatcher", new Command.Join(lead));
        act(apart, "dispatcher", new Command.Join(lead));
        act(apart, "dispatcher", new Command.Separate("不是同一处"));
        act(lead, "heating", new Command.Receive());
        act(lead, "heating", new Command.ReportOutcome(report(), "无须配合"));
        act(lead, "dispatcher", new Command.Accept("已恢复供水"));
        String still = dispatched("示例街井盖破损");
        act(order("示例街同一井盖"), "dispatcher", new Command.Join(still));

        String secret = take(appeal("complaint", "投诉受理员态度", true, "示例局窗口"), new Outcome.Ordered(null, null, null))
                .number();
        act(secret, "dispatcher", new Command.NameAccused(HOUSING, "窗口人员"));
        act(secret, "dispatcher", new Command.Dispatch(HEATING, List.of(), "ordinary"));
        act(secret, "heating", new Command.Receive());
        act(secret, "dispatcher", new Command.Contact(now, "电话", "已代为答复"));
        act(secret, "dispatcher", new Command.Permit(now, "电话同意"));
        String later = dispatched("示例广场噪声");
        act(later, "dispatcher", new Command.KeepSecret("来电要求"));

        received("示例桥栏杆松动");
        reported("示例巷积水");
        dispatched("示例站台破损");
        String waiting = received("示例学校门口拥堵");
        act(waiting, "heating", new Command.AskExtension(2, "需会商", "涉及多部门", now, "电话"));
        String returning = received("示例公园座椅损坏");
        act(returning, "heating", asksReturn(returning));
    }

    private Command asksReturn(String number) {
        List<PaperRef> three = new ArrayList<>();
        for (String label : List.of("duty-ruling", "leader-signature", "unit-statement"))
            three.add(paper(number, label));
        return new Command.AskReturn("不属于本单位职责", "示例编办〔2026〕7号", three);
    }

    /** Everything that can become of an appeal. */
    Map<String, String> appeals() {
        take(appeal("consultation", "咨询公积金", false, null), new Outcome.Answered("可到窗口办理。"));
        take(appeal("consultation", "邻里纠纷", false, null), new Outcome.Guided("civil-dispute", "请先调解"));
        Receipt declined = take(appeal("complaint", "已判决的案件", false, null), declined());
        Receipt upheld = take(appeal("complaint", "已复核的案件", false, null), declined());
        Receipt overturned = take(appeal("complaint", "应当受理的案件", false, null), declined());
        var own = bean(org.shouwen.intake.OwnAppeals.class);
        var reviews = bean(org.shouwen.intake.Reviews.class);
        for (Receipt r : List.of(declined, upheld, overturned)) own.askReview(r.number(), code(r), "请再看一次");
        reviews.rule(upheld.number(), true, "维持", as("dispatcher"), null).orThrow();
        reviews.rule(overturned.number(), false, "应予受理", as("dispatcher"), null).orThrow();
        String open = dispatched("示例楼道堆物");
        take(appeal("livelihood", "楼道堆物催办", false, null), new Outcome.Reminded(open, "再催一次"));
        take(appeal("livelihood", "楼道堆物同一事", false, null), new Outcome.Joined(open));
        Intake intake = bean(Intake.class);
        SignedIn desk = as("heating");
        for (Outcome o : List.of(
                new Outcome.Settled("当场修好"),
                new Outcome.Pointed("housing", "请联系住建局"),
                new Outcome.Ordered(null, null, null)))
            intake.takeAtUnit(
                            appeal(o instanceof Outcome.Pointed ? "consultation" : "livelihood", "到访单位", false, null),
                            o,
                            o instanceof Outcome.Ordered ? new Command.LeadOwn("ordinary", List.of(HOUSING)) : null,
                            Origin.of(desk, null),
                            desk)
                    .orThrow();
        Receipt web =
                intake.submit(appeal("suggestion", "网上建议", false, null), Origin.portal("portal-key"), Actor.APPELLANT);
        own.add(web.number(), code(web), "补充：在东门");
        bean(org.shouwen.intake.AppealPapers.class)
                .attach(web.number(), List.of(new Papers.File("photo.png", PNG)), Actor.APPELLANT);
        Receipt done = take(appeal("livelihood", "评价示例", false, null), new Outcome.Answered("已答复。"));
        own.rate(done.number(), code(done), true, false, "还可以");
        return Map.of("web", web.number(), "webCode", code(web));
    }

    private static Outcome declined() {
        return new Outcome.Declined("concluded", "此前已有结论。");
    }

    private String code(Receipt receipt) {
        return bean(Intake.class).code(receipt.id());
    }

    static Set<String> logins() {
        return Set.of("agent", "heating-officer");
    }
}
