package org.shouwen.upgrade;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.shouwen.accountability.Accountability;
import org.shouwen.accountability.Breach;
import org.shouwen.accounts.Account;
import org.shouwen.accounts.Accounts;
import org.shouwen.accounts.Grants;
import org.shouwen.accounts.Homes;
import org.shouwen.accounts.Role;
import org.shouwen.accounts.SecondFactor;
import org.shouwen.accounts.SignedIn;
import org.shouwen.calendar.SpecialDay;
import org.shouwen.calendar.WorkCalendar;
import org.shouwen.calendar.YearCalendar;
import org.shouwen.citizens.LookLedger;
import org.shouwen.citizens.Vault;
import org.shouwen.coordination.Handover;
import org.shouwen.coordination.Handovers;
import org.shouwen.directory.Directory;
import org.shouwen.directory.DutyEntry;
import org.shouwen.directory.Unit;
import org.shouwen.directory.Units;
import org.shouwen.filing.Register;
import org.shouwen.history.Actor;
import org.shouwen.intake.Appeals;
import org.shouwen.intake.CallerMeasures;
import org.shouwen.intake.Drafts;
import org.shouwen.intake.Outcome;
import org.shouwen.intake.Searches;
import org.shouwen.messages.Moment;
import org.shouwen.messages.Templates;
import org.shouwen.nuisance.Nuisance;
import org.shouwen.nuisance.Ruling;
import org.shouwen.papers.PaperRef;
import org.shouwen.papers.Papers;
import org.shouwen.regulation.Adoptions;
import org.shouwen.regulation.Clause;
import org.shouwen.roster.Roster;
import org.shouwen.roster.Shift;
import org.shouwen.roster.Upkeep;
import org.shouwen.supervision.Callback;
import org.shouwen.supervision.Callbacks;
import org.shouwen.supervision.Supervision;
import org.shouwen.supervision.Supervisions;
import org.shouwen.workorder.Command;

/** What supervisors, leaders, the Bureau and administrators do, each at least once. */
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
        adopt();
        administrate();
        city();
        look();
    }

    private void supervise() {
        Supervisions s = acts.bean(Supervisions.class);
        SignedIn supervisor = acts.as("supervisor");
        String number = acts.dispatched("示例市场占道");
        s.name(number, "领导关注", supervisor);
        String dismissed = acts.dispatched("示例河道垃圾");
        s.name(dismissed, "媒体关注", supervisor);
        s.triggers(supervisor, 200).stream()
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
        SignedIn bureau = acts.as("bureau");
        String number = acts.dispatched("示例单位推诿");
        Breach b = a.open("heating", "受理人员", Clause.A22_1, number, "首问未受理", bureau);
        a.hear(b.number(), "已听取陈述", bureau);
        a.find(b.number(), true, "属实", "通报批评", List.of(Clause.A24_1), bureau);
        a.refer(b.number(), Clause.A23_1, "市纪委监委", bureau);
        a.open("housing", "", Clause.A22_2, null, "未按时办理", bureau);
        Handovers h = acts.bean(Handovers.class);
        Handover petition =
                h.handOver(number, Handover.Kind.PETITION, Clause.A18_1, "市信访局", "属信访事项", 10, acts.as("dispatcher"));
        h.answer(petition.number(), "已接收", acts.as("dispatcher"));
        h.handOver(number, Handover.Kind.SPECIAL_REPORT, Clause.A19, "分管副市长", "疑难问题", 5, bureau);
        SignedIn leader = acts.as("heating-leader");
        PaperRef paper = acts.bean(Papers.class)
                .keep("filing:heating", "paper", "rules", "rules.png", KeptActs.PNG, leader.actor());
        acts.bean(Register.class).file("首问负责制度", "客服科", "孙示例", paper, leader);
        acts.bean(Upkeep.class).done(Upkeep.What.values()[0], "已更新", leader);
    }

    private void plan() {
        Roster r = acts.bean(Roster.class);
        SignedIn supervisor = acts.as("supervisor");
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

    private void measure() {
        Nuisance n = acts.bean(Nuisance.class);
        SignedIn dispatcher = acts.as("dispatcher");
        SignedIn supervisor = acts.as("supervisor");
        SignedIn bureau = acts.as("bureau");
        List<Ruling> rulings = new ArrayList<>();
        for (Ruling.Ground g : Ruling.Ground.values()) {
            String about = acts.take(
                            acts.appeal("complaint", "反复来电示例" + g.ordinal(), false, null),
                            new Outcome.Declined("concluded", "此前已有结论。"))
                    .number();
            rulings.add(
                    n.propose(List.of(about), g, CallerMeasures.Measure.values()[g.ordinal()], 30, "多次骚扰", dispatcher));
        }
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

    private void adopt() {
        Adoptions a = acts.bean(Adoptions.class);
        for (var p : a.proposals()) {
            a.ask(p.edition().id(), p.sha256(), acts.as("admin").actor());
            acts.pass(Duration.ofMinutes(2));
        }
        boolean adopt = true;
        for (var p : a.proposals()) {
            if (p.adoption() != null)
                a.decide(p.adoption().id(), adopt, acts.as("bureau").actor());
            adopt = false;
        }
    }

    private void administrate() {
        Accounts a = acts.bean(Accounts.class);
        SignedIn admin = acts.as("admin");
        SignedIn security = acts.as("security");
        Account made = a.ask("example", "吴示例", null, Set.of(Role.DISPATCHER), admin.actor())
                .account();
        for (var g : acts.bean(Grants.class).waiting()) acts.bean(Grants.class).decide(g.id(), true, security);
        a.change(
                a.get(made.id())
                        .with(
                                "吴示例二",
                                null,
                                Set.of(Role.SUPERVISOR),
                                true,
                                a.get(made.id()).version()),
                admin.actor());
        for (var g : acts.bean(Grants.class).waiting()) acts.bean(Grants.class).decide(g.id(), false, security);
        a.revokeTokens(made.id(), admin.actor());
        a.askToken("example", Set.of(Role.AGENT), null, admin.actor());
        a.askPassword(made.id(), admin.actor());
        acts.bean(Homes.class).note(acts.as("agent").account(), "七道街道", security);
        acts.bean(SecondFactor.class).begin(acts.as("mayor"));
        acts.bean(Templates.class).keep(Moment.RECEIVED, Templates.Way.PORTAL, "已收到，编号{number}。", admin.actor());
    }

    /** Units, sections and duties as they change, and a calendar that is published while limits wait for it. */
    private void city() {
        Units units = acts.bean(Units.class);
        Actor admin = acts.as("admin").actor();
        Unit u = acts.bean(Directory.class).unit(KeptActs.HOUSING).orElseThrow();
        units.change(
                new Unit(
                        u.id(),
                        u.name(),
                        u.kind(),
                        u.head(),
                        u.leaderInCharge(),
                        "示例受理室",
                        u.phone(),
                        true,
                        u.version()),
                admin);
        units.removeSection(u.id(), units.addSection(u.id(), "示例二科", admin).id(), admin);
        DutyEntry duty = new DutyEntry("traffic-bus", "210603", KeptActs.HOUSING);
        units.addDuty(duty, admin);
        units.removeDuty(duty, admin);
        units.rule(duty, "示例编办〔2026〕8号", admin);
        int year = acts.today().getYear();
        acts.bean(WorkCalendar.class)
                .load(
                        new YearCalendar(
                                year,
                                "示例通知",
                                List.of(new SpecialDay(acts.today().plusDays(3), false, "示例假日"))),
                        admin);
    }

    private void look() {
        String number = acts.dispatched("示例查看身份");
        SignedIn agent = acts.as("agent");
        var appeal = acts.bean(Appeals.class).get(number);
        acts.bean(Vault.class).look(appeal.appellant(), agent, "192.0.2.8", "回电核实");
        LookLedger looks = acts.bean(LookLedger.class);
        looks.of(appeal.appellant())
                .forEach(l -> looks.check(appeal.appellant(), l.seq(), "确为回电", acts.as("security")));
        acts.bean(Searches.class).record("key-of-a-number", List.of(appeal), agent);
        acts.act(number, "heating", new Command.Receive());
    }

    /** One was told that it is not so: the order is open again. */
    void untruthful() {
        Callbacks c = acts.bean(Callbacks.class);
        SignedIn supervisor = acts.as("supervisor");
        c.answer(
                c.waiting(supervisor, 1).getFirst().id(),
                new Callback.Answer(true, false, false, false, "没有修好"),
                supervisor);
    }

    /** Forms that were typed and not sent, one in each place; fields by their names. */
    Map<UUID, Map<String, String>> drafts() {
        Drafts drafts = acts.bean(Drafts.class);
        UUID agent = acts.as("agent").account();
        Map<UUID, Map<String, String>> kept = new LinkedHashMap<>();
        for (Drafts.Place place : List.of(Drafts.Place.ASIDE, Drafts.Place.CLEARED, Drafts.Place.OPEN)) {
            UUID key = UUID.nameUUIDFromBytes(place.name().getBytes(java.nio.charset.StandardCharsets.UTF_8));
            Map<String, String> form = new LinkedHashMap<>(Map.of(
                    "key",
                    key.toString(),
                    "subject",
                    "",
                    "typedAt",
                    "" + acts.now().toEpochMilli(),
                    "name",
                    "郑示例",
                    "phone",
                    "13800009999",
                    "content",
                    "还没有写完的" + place));
            drafts.put(agent, form, place);
            kept.put(key, form);
        }
        return kept;
    }
}
