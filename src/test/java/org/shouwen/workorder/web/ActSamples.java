package org.shouwen.workorder.web;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.shouwen.attachments.PaperRef;
import org.shouwen.directory.UnitId;
import org.shouwen.regulation.Edition;
import org.shouwen.workorder.Command;
import org.shouwen.workorder.MatterHeading;
import org.shouwen.workorder.Report;

/** For every act of the order page, what a person may well send: complete, truthful, and of now. */
final class ActSamples {
    static final UnitId LEAD = new UnitId("heating");
    static final UnitId HELPER = new UnitId("housing");
    static final UnitId OTHER = new UnitId("water");

    private static final MatterHeading HEADING = new MatterHeading("自来水停水", "complaint", null, null);
    private static final List<PaperRef> PAPERS =
            List.of(paper("duty-ruling"), paper("leader-signature"), paper("unit-statement"));

    private ActSamples() {}

    static Map<String, List<Command>> of(Edition edition, Instant now) {
        Map<String, List<Command>> acts = new LinkedHashMap<>();
        classes(edition, acts);
        acts.put(
                "urgencies",
                edition.urgentKinds().stream()
                        .<Command>map(k -> new Command.RaiseUrgency(k.code(), "有危险"))
                        .toList());
        acts.put("receipts", List.of(new Command.Receive()));
        acts.put("assignments", List.of(new Command.Assign(new UUID(2, 1), null)));
        acts.put("attachments", List.of(new Command.Attach(PAPERS)));
        acts.put("notes", List.of(new Command.Note("已到现场")));
        acts.put("contacts", List.of(new Command.Contact(now, "电话", "知道了")));
        acts.put("contributions", List.of(new Command.Contribute("已查")));
        acts.put("reports", reports(now));
        acts.put(
                "part-reminders", List.of(new Command.RemindPart(HELPER, "请尽快"), new Command.RemindPart(OTHER, "请尽快")));
        acts.put(
                "extensions",
                List.of(
                        new Command.AskExtension(1, "缺件", "规程", now, "电话"),
                        new Command.AskExtension(5, "缺件", "规程", now, "电话"),
                        new Command.AskExtension(15, "缺件", "规程", now, "电话")));
        acts.put("extension-grants", List.of(new Command.GrantExtension("同意")));
        acts.put("extension-refusals", List.of(new Command.RefuseExtension("不必")));
        acts.put("returns", List.of(new Command.AskReturn("不是我单位职责", "丹编办〔2026〕1号", PAPERS)));
        acts.put("return-refusals", List.of(new Command.RefuseReturn("是你单位职责")));
        acts.put("calls", List.of(new Command.Phone("值班", now, ""), new Command.Phone("值班", now, "王")));
        acts.put("arrivals", List.of(new Command.ArriveOnSite(now, "抢修队")));
        acts.put("restorations", List.of(new Command.RestoreNormal(now, "已恢复")));
        acts.put("acceptances", List.of(new Command.Accept("")));
        acts.put("reworks", List.of(new Command.SendBack("未办到位")));
        acts.put(
                "accusations",
                List.of(
                        new Command.NameAccused(LEAD, ""),
                        new Command.NameAccused(null, "王某"),
                        new Command.NameAccused(null, "王某", true)));
        acts.put("secrecy-requests", List.of(new Command.KeepSecret("电话")));
        acts.put("permissions", List.of(new Command.Permit(now, "电话")));
        acts.put("joins", List.of(new Command.Join("2")));
        acts.put("separations", List.of(new Command.Separate("两件事")));
        acts.put("recalls", List.of(new Command.Recall("派错单位")));
        acts.put("corrections", List.of(new Command.CorrectMatter(HEADING, "受理时记错")));
        acts.put("intake-questions", List.of(new Command.AskIntake("哪一栋楼？")));
        acts.put("intake-answers", List.of(new Command.AnswerIntake("三号楼")));
        acts.put("reminders", List.of(new Command.Remind("又来电")));
        return acts;
    }

    /** What names a class of limit, under each that there is. */
    private static void classes(Edition edition, Map<String, List<Command>> acts) {
        List<Command> dispatches = new ArrayList<>();
        List<Command> grants = new ArrayList<>();
        List<Command> reclassifications = new ArrayList<>();
        List<Command> elsewhere = new ArrayList<>();
        edition.limitClasses().forEach(c -> {
            dispatches.add(new Command.Dispatch(LEAD, List.of(HELPER), c.code()));
            dispatches.add(new Command.Dispatch(LEAD, List.of(), c.code()));
            for (UnitId unit : List.of(LEAD, HELPER, OTHER)) {
                grants.add(new Command.GrantReturn(unit, c.code(), "按裁定"));
                elsewhere.add(new Command.DispatchElsewhere(unit, c.code(), "派错单位"));
            }
            reclassifications.add(new Command.Reclassify(c.code(), "核实后改类"));
        });
        acts.put("dispatches", dispatches);
        acts.put("redispatches", elsewhere);
        acts.put("return-grants", grants);
        acts.put("reclassifications", reclassifications);
    }

    /** With and without the appellant having been answered by the unit. */
    private static List<Command> reports(Instant now) {
        return List.of(
                new Command.ReportOutcome(new Report("领导", "调查", "解决", "满意", now, "电话", true, false, null), "不必等"),
                new Command.ReportOutcome(new Report("领导", "调查", "解决", "", null, "", true, false, null), "不必等"));
    }

    private static PaperRef paper(String label) {
        return new PaperRef(new UUID(3, label.length()), label, label + ".pdf", "application/pdf", 1, "00");
    }
}
