package org.shouwen.upgrade;

import java.util.ArrayList;
import java.util.List;
import org.shouwen.appeal.Disposition;
import org.shouwen.attachments.PaperRef;
import org.shouwen.directory.Section;
import org.shouwen.directory.Units;
import org.shouwen.workorder.Command;
import org.shouwen.workorder.WorkOrders;

/** Every command an order knows: some orders stay in each state, others go all the way. */
final class KeptOrders {
    private final KeptActs acts;

    KeptOrders(KeptActs acts) {
        this.acts = acts;
    }

    /** Takes one order through everything that can happen to one. */
    void all() {
        String one = acts.received("示例小区暖气不热");
        Section section = acts.bean(Units.class)
                .addSection(KeptActs.HEATING, "示例科", acts.as("admin").actor());
        acts.act(one, "heating", new Command.Assign(section.id(), null));
        acts.act(one, "heating", new Command.Note("已联系维修"));
        acts.act(one, "heating", new Command.Attach(List.of(acts.paper(one, ""))));
        acts.act(one, "heating", new Command.Contact(acts.now(), "电话", "知道了"));
        acts.act(one, "dispatcher", new Command.RemindPart(KeptActs.HOUSING, "请尽快配合"));
        acts.act(one, "housing", new Command.Contribute("已核对"));
        acts.act(one, "heating", new Command.AskExtension(3, "管线老化", "须停水施工", acts.now(), "电话"));
        acts.act(one, "dispatcher", new Command.RefuseExtension("理由不足"));
        acts.act(one, "heating", new Command.AskExtension(2, "管线老化", "须停水施工", acts.now(), "电话"));
        acts.act(one, "dispatcher", new Command.GrantExtension("同意"));
        acts.act(one, "dispatcher", new Command.Reclassify("difficult", "涉及多部门"));
        acts.act(one, "dispatcher", new Command.RaiseUrgency("heating", "室内漏水"));
        acts.act(one, "dispatcher", new Command.Phone("值班室", acts.now(), ""));
        acts.act(one, "dispatcher", new Command.Phone("值班室", acts.now(), "赵示例"));
        acts.act(one, "heating", new Command.ArriveOnSite(acts.now(), "钱示例"));
        acts.act(one, "heating", new Command.RestoreNormal(acts.now(), "已恢复"));
        acts.bean(WorkOrders.class)
                .remind(one, "怎么还没有办", acts.as("agent").actor())
                .orThrow();
        acts.act(one, "heating", new Command.ReportOutcome(acts.report()));
        acts.act(one, "dispatcher", new Command.SendBack("未写明现场情况"));
        acts.act(one, "heating", new Command.ReportOutcome(acts.report()));
        acts.act(one, "dispatcher", new Command.Accept(""));

        String returned = acts.received("示例路路灯不亮");
        acts.act(returned, "heating", asksReturn(returned));
        acts.act(returned, "dispatcher", new Command.RefuseReturn("确属该单位"));
        acts.act(returned, "heating", asksReturn(returned));
        acts.act(returned, "dispatcher", new Command.GrantReturn(KeptActs.HOUSING, "ordinary", "按确责"));

        String lead = acts.dispatched("示例小区停水");
        String under = acts.order("示例小区也停水");
        String apart = acts.order("示例小区好像停水");
        acts.act(under, "dispatcher", new Command.Join(lead));
        acts.act(apart, "dispatcher", new Command.Join(lead));
        acts.act(apart, "dispatcher", new Command.Separate("不是同一处"));
        acts.act(lead, "heating", new Command.Receive());
        acts.act(lead, "heating", new Command.ReportOutcome(acts.report(), "无须配合"));
        acts.act(lead, "dispatcher", new Command.Accept("已恢复供水"));
        String still = acts.dispatched("示例街井盖破损");
        acts.act(acts.order("示例街同一井盖"), "dispatcher", new Command.Join(still));

        String secret = acts.take(
                        acts.appeal("complaint", "投诉受理员态度", true, "示例局窗口"), new Disposition.Ordered(null, null, null))
                .number();
        acts.act(secret, "dispatcher", new Command.NameAccused(KeptActs.HOUSING, "窗口人员"));
        acts.act(secret, "dispatcher", new Command.Dispatch(KeptActs.HEATING, List.of(), "ordinary"));
        acts.act(secret, "heating", new Command.Receive());
        acts.act(secret, "dispatcher", new Command.Contact(acts.now(), "电话", "已代为答复"));
        acts.act(secret, "dispatcher", new Command.Permit(acts.now(), "电话同意"));
        String later = acts.dispatched("示例广场噪声");
        acts.act(later, "dispatcher", new Command.KeepSecret("来电要求"));

        acts.received("示例桥栏杆松动");
        acts.reported("示例巷积水");
        acts.dispatched("示例站台破损");
        String waiting = acts.received("示例学校门口拥堵");
        acts.act(waiting, "heating", new Command.AskExtension(2, "需会商", "涉及多部门", acts.now(), "电话"));
        String returning = acts.received("示例公园座椅损坏");
        acts.act(returning, "heating", asksReturn(returning));
    }

    private Command asksReturn(String number) {
        List<PaperRef> three = new ArrayList<>();
        for (String label : List.of("duty-ruling", "leader-signature", "unit-statement"))
            three.add(acts.paper(number, label));
        return new Command.AskReturn("不属于本单位职责", "示例编办〔2026〕7号", three);
    }
}
