package org.shouwen.upgrade;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.shouwen.accountability.Accountability;
import org.shouwen.accountability.Breach;
import org.shouwen.accounts.CurrentUser;
import org.shouwen.appeal.CallerMeasures;
import org.shouwen.appeal.Disposition;
import org.shouwen.attachments.PaperRef;
import org.shouwen.attachments.Papers;
import org.shouwen.callback.Callback;
import org.shouwen.callback.Callbacks;
import org.shouwen.callermeasures.Nuisance;
import org.shouwen.callermeasures.Ruling;
import org.shouwen.filing.Register;
import org.shouwen.handover.Handover;
import org.shouwen.handover.Handovers;
import org.shouwen.problems.WorkOrderNumber;
import org.shouwen.regulation.Clause;
import org.shouwen.roster.Roster;
import org.shouwen.roster.Shift;
import org.shouwen.roster.Upkeep;
import org.shouwen.supervision.Supervision;
import org.shouwen.supervision.Supervisions;

/** What supervisors, leaders of units and the Bureau do, each at least once. */
final class KeptAuthority {
    private final KeptActs acts;

    KeptAuthority(KeptActs acts) {
        this.acts = acts;
    }

    void all() {
        supervise();
        hold();
        plan();
        measure();
    }

    private void supervise() {
        Supervisions s = acts.bean(Supervisions.class);
        CurrentUser supervisor = acts.as("supervisor");
        String number = acts.dispatched("示例市场占道");
        s.name(number, "领导关注", supervisor);
        String dismissed = acts.dispatched("示例河道垃圾");
        s.name(dismissed, "媒体关注", supervisor);
        s.triggers(supervisor, null, 200).items().stream()
                .filter(t -> t.orderNumber().equals(dismissed))
                .forEach(t -> s.dismiss(t.id(), "已说明", supervisor));
        Supervision first = s.issue(number, Supervision.Level.FIRST, Supervision.How.PHONE, "请尽快办理", supervisor);
        s.answer(first.number(), "已安排", null, supervisor);
        Supervision second = s.issue(number, Supervision.Level.SECOND, Supervision.How.DOCUMENT, "督办单", supervisor);
        s.answer(second.number(), "已办结", acts.paper(number, "signed"), acts.as("heating-leader"));
        s.issue(dismissed, Supervision.Level.FIRST, Supervision.How.ON_SITE, "现场督办", supervisor);
        Callbacks c = acts.bean(Callbacks.class);
        c.rate("heating", null, "ordinary", 100, supervisor);
        c.rate("housing", null, null, 40, supervisor);
        c.dropRate("housing", null, null, supervisor);
    }

    private void hold() {
        Accountability a = acts.bean(Accountability.class);
        CurrentUser bureau = acts.as("bureau");
        String number = acts.dispatched("示例单位推诿");
        Breach b = a.open("heating", "受理人员", Clause.A22_1, number, "首问未受理", bureau);
        a.hear(b.number(), "已听取陈述", acts.as("bureau-2"));
        a.find(b.number(), true, "属实", "通报批评", List.of(Clause.A24_1), acts.as("bureau-3"));
        a.refer(b.number(), Clause.A23_1, "市纪委监委", bureau);
        a.open("housing", "", Clause.A22_2, null, "未按时办理", bureau);
        Handovers h = acts.bean(Handovers.class);
        Handover petition =
                h.handOver(number, Handover.Kind.PETITION, Clause.A18_1, "市信访局", "属信访事项", 10, acts.as("dispatcher"));
        h.answer(petition.number(), "已接收", acts.as("dispatcher"));
        h.handOver(number, Handover.Kind.SPECIAL_REPORT, Clause.A19, "分管副市长", "疑难问题", 5, bureau);
        CurrentUser leader = acts.as("heating-leader");
        PaperRef paper = acts.bean(Papers.class)
                .keep("filing:heating", "paper", "rules", "rules.png", KeptActs.PNG, leader.actor());
        acts.bean(Register.class).file("首问负责制度", "客服科", "孙示例", paper, leader);
        acts.bean(Upkeep.class).done(Upkeep.What.KNOWLEDGE, "已更新", leader);
    }

    private void plan() {
        Roster r = acts.bean(Roster.class);
        CurrentUser supervisor = acts.as("supervisor");
        var day = acts.today();
        Shift one = r.plan(day, Shift.Half.MORNING, Shift.Purpose.ANSWERING, KeptActs.HEATING, supervisor);
        r.person(one.id(), "李示例", acts.as("heating"));
        r.attended(one.id(), true, supervisor);
        Shift missed = r.plan(day, Shift.Half.AFTERNOON, Shift.Purpose.TRAINING, KeptActs.HOUSING, supervisor);
        r.attended(missed.id(), false, supervisor);
        Shift mine = r.plan(day.plusDays(1), Shift.Half.DAY, Shift.Purpose.ANSWERING, KeptActs.HEATING, supervisor);
        Shift theirs = r.plan(day.plusDays(2), Shift.Half.DAY, Shift.Purpose.ANSWERING, KeptActs.HOUSING, supervisor);
        r.askSwap(mine.id(), theirs.id(), acts.as("heating"));
        r.acceptSwap(theirs.id(), mine.id(), acts.as("housing"));
        Shift asked = r.plan(day.plusDays(3), Shift.Half.DAY, Shift.Purpose.TRAINING, KeptActs.HEATING, supervisor);
        r.askSwap(asked.id(), mine.id(), acts.as("heating"));
        r.remove(
                r.plan(day.plusDays(4), Shift.Half.DAY, Shift.Purpose.TRAINING, KeptActs.HEATING, supervisor)
                        .id(),
                supervisor);
    }

    private Ruling proposed(Ruling.Ground ground, CallerMeasures.Measure measure) {
        String about = acts.take(
                        acts.appeal("complaint", "反复来电示例" + ground, false, null),
                        new Disposition.Declined("concluded", "此前已有结论。"))
                .number();
        return acts.bean(Nuisance.class)
                .propose(List.of(new WorkOrderNumber(about)), ground, measure, 30, "多次骚扰", acts.as("dispatcher"));
    }

    private void measure() {
        Nuisance n = acts.bean(Nuisance.class);
        CurrentUser supervisor = acts.as("supervisor");
        CurrentUser bureau = acts.as("bureau");
        List<Ruling> rulings = new ArrayList<>();
        rulings.add(proposed(Ruling.Ground.LONG_INVALID, CallerMeasures.Measure.NOTE));
        rulings.add(proposed(Ruling.Ground.MALICIOUS, CallerMeasures.Measure.SUPERVISOR_LINE));
        rulings.add(proposed(Ruling.Ground.HARASSING, CallerMeasures.Measure.WRITTEN_ONLY));
        UUID held = rulings.get(0).id();
        n.agree(held, supervisor);
        n.agree(held, bureau);
        n.keepInForce(held, "仍有必要", supervisor);
        n.object(held, "我没有骚扰", acts.as("agent"));
        n.referToPolice(held, bureau);
        n.refuse(rulings.get(1).id(), "证据不足", supervisor);
        UUID lifted = rulings.get(2).id();
        n.agree(lifted, supervisor);
        n.agree(lifted, bureau);
        n.object(lifted, "我有正当理由", acts.as("agent"));
        n.lift(lifted, "情况改变", supervisor);
    }

    /** One was told that it is not so: the order is open again. */
    void untruthful() {
        Callbacks c = acts.bean(Callbacks.class);
        CurrentUser supervisor = acts.as("supervisor");
        c.answer(
                c.waiting(supervisor, null, 1).items().getFirst().id(),
                new Callback.Answer(true, false, false, false, "没有修好"),
                supervisor);
    }
}
