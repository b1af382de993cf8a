package org.shouwen.upgrade;

import java.util.List;
import java.util.Map;
import org.shouwen.accounts.CurrentUser;
import org.shouwen.appeal.Disposition;
import org.shouwen.appeal.Intake;
import org.shouwen.appeal.Origin;
import org.shouwen.appeal.Receipt;
import org.shouwen.attachments.Papers;
import org.shouwen.history.Actor;
import org.shouwen.problems.WorkOrderNumber;
import org.shouwen.workorder.Command;

/** Everything that can become of an appeal. */
final class KeptAppeals {
    private final KeptActs acts;

    KeptAppeals(KeptActs acts) {
        this.acts = acts;
    }

    Map<String, String> all() {
        acts.take(acts.appeal("consultation", "咨询公积金", false, null), new Disposition.Answered("可到窗口办理。"));
        acts.take(acts.appeal("consultation", "邻里纠纷", false, null), new Disposition.Guided("civil-dispute", "请先调解"));
        Receipt declined = acts.take(acts.appeal("complaint", "已判决的案件", false, null), declined());
        Receipt upheld = acts.take(acts.appeal("complaint", "已复核的案件", false, null), declined());
        Receipt overturned = acts.take(acts.appeal("complaint", "应当受理的案件", false, null), declined());
        var own = acts.bean(org.shouwen.appeal.OwnAppeals.class);
        var reviews = acts.bean(org.shouwen.appeal.Reviews.class);
        for (Receipt r : List.of(declined, upheld, overturned))
            own.askReview(new WorkOrderNumber(r.number()), code(r), "请再看一次");
        reviews.rule(upheld.number(), true, "维持", acts.as("dispatcher"), null).orThrow();
        reviews.rule(overturned.number(), false, "应予受理", acts.as("dispatcher"), null)
                .orThrow();
        String open = acts.dispatched("示例楼道堆物");
        acts.take(
                acts.appeal("livelihood", "楼道堆物催办", false, null),
                new Disposition.Reminded(new WorkOrderNumber(open), "再催一次"));
        acts.take(acts.appeal("livelihood", "楼道堆物同一事", false, null), new Disposition.Joined(new WorkOrderNumber(open)));
        Intake intake = acts.bean(Intake.class);
        CurrentUser desk = acts.as("heating");
        for (Disposition o : List.of(
                new Disposition.Settled("当场修好"),
                new Disposition.Pointed("housing", "请联系住建局"),
                new Disposition.Ordered(null, null, null)))
            intake.takeAtUnit(
                            acts.appeal(
                                    o instanceof Disposition.Pointed ? "consultation" : "livelihood",
                                    "到访单位",
                                    false,
                                    null),
                            o,
                            o instanceof Disposition.Ordered
                                    ? new Command.LeadOwn("ordinary", List.of(KeptActs.HOUSING))
                                    : null,
                            Origin.of(desk, null),
                            desk)
                    .orThrow();
        Receipt web = intake.submit(
                acts.appeal("suggestion", "网上建议", false, null), Origin.portal("portal-key"), Actor.APPELLANT);
        own.add(new WorkOrderNumber(web.number()), code(web), "补充：在东门");
        acts.bean(org.shouwen.appeal.AppealPapers.class)
                .attach(web.number(), List.of(new Papers.File("photo.png", KeptActs.PNG)), Actor.APPELLANT);
        Receipt done = acts.take(acts.appeal("livelihood", "评价示例", false, null), new Disposition.Answered("已答复。"));
        own.rate(new WorkOrderNumber(done.number()), code(done), true, false, "还可以");
        return Map.of("web", web.number(), "webCode", code(web));
    }

    private static Disposition declined() {
        return new Disposition.Declined("concluded", "此前已有结论。");
    }

    private String code(Receipt receipt) {
        return acts.bean(Intake.class).code(receipt.id());
    }
}
