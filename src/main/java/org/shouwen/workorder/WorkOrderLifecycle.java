package org.shouwen.workorder;

import static org.shouwen.regulation.Clause.A10_2;
import static org.shouwen.regulation.Clause.A10_3;
import static org.shouwen.regulation.Clause.A12_5;
import static org.shouwen.regulation.Clause.A13_1;
import static org.shouwen.regulation.Clause.A13_2;
import static org.shouwen.regulation.Clause.A13_3;
import static org.shouwen.regulation.Clause.A13_4;
import static org.shouwen.regulation.Clause.A13_5;
import static org.shouwen.regulation.Clause.A13_6;
import static org.shouwen.regulation.Clause.A13_7;
import static org.shouwen.regulation.Clause.A14;
import static org.shouwen.regulation.Clause.A17_9;
import static org.shouwen.regulation.Clause.A21;
import static org.shouwen.regulation.Clause.A4;
import static org.shouwen.regulation.Clause.A9;
import static org.shouwen.workorder.Decision.done;
import static org.shouwen.workorder.Decision.no;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.shouwen.directory.UnitId;
import org.shouwen.regulation.Pure;
import org.shouwen.workorder.Command.Accept;
import org.shouwen.workorder.Command.AnswerIntake;
import org.shouwen.workorder.Command.ArriveOnSite;
import org.shouwen.workorder.Command.AskExtension;
import org.shouwen.workorder.Command.AskIntake;
import org.shouwen.workorder.Command.AskReturn;
import org.shouwen.workorder.Command.Assign;
import org.shouwen.workorder.Command.Attach;
import org.shouwen.workorder.Command.Contact;
import org.shouwen.workorder.Command.Contribute;
import org.shouwen.workorder.Command.CorrectMatter;
import org.shouwen.workorder.Command.Dispatch;
import org.shouwen.workorder.Command.DispatchElsewhere;
import org.shouwen.workorder.Command.GrantExtension;
import org.shouwen.workorder.Command.GrantReturn;
import org.shouwen.workorder.Command.Join;
import org.shouwen.workorder.Command.KeepSecret;
import org.shouwen.workorder.Command.LeadOwn;
import org.shouwen.workorder.Command.NameAccused;
import org.shouwen.workorder.Command.Note;
import org.shouwen.workorder.Command.Permit;
import org.shouwen.workorder.Command.Phone;
import org.shouwen.workorder.Command.RaiseUrgency;
import org.shouwen.workorder.Command.Recalculate;
import org.shouwen.workorder.Command.Recall;
import org.shouwen.workorder.Command.Receive;
import org.shouwen.workorder.Command.Reclassify;
import org.shouwen.workorder.Command.RefuseExtension;
import org.shouwen.workorder.Command.RefuseReturn;
import org.shouwen.workorder.Command.Remind;
import org.shouwen.workorder.Command.RemindPart;
import org.shouwen.workorder.Command.Reopen;
import org.shouwen.workorder.Command.ReportOutcome;
import org.shouwen.workorder.Command.RestoreNormal;
import org.shouwen.workorder.Command.SendBack;
import org.shouwen.workorder.Command.Separate;
import org.shouwen.workorder.Command.Tick;
import org.shouwen.workorder.WorkOrder.AwaitingReceipt;
import org.shouwen.workorder.WorkOrder.Closed;
import org.shouwen.workorder.WorkOrder.InHand;
import org.shouwen.workorder.WorkOrder.Joined;
import org.shouwen.workorder.WorkOrder.Registered;
import org.shouwen.workorder.WorkOrder.Reported;

/** 工单的一生: the lawful steps; any other pairing is refused, by clause. Pure: no clock, no database. */
@Pure
final class WorkOrderLifecycle {
    private record Step(WorkOrder order, Command command) {}

    private WorkOrderLifecycle() {}

    static Decision act(WorkOrder order, Command command, Party by, Instant now, DecisionContext rules) {
        return act(order, null, command, by, now, rules);
    }

    /**
     * What is overdue by now is marked first, then the command is decided, then what its outcome leaves overdue is
     * marked; a refused command changes nothing at all. Nothing is marked against a unit that the order leaves (ruling 5).
     */
    static Decision act(
            WorkOrder order, @Nullable Urgent urgent, Command command, Party by, Instant now, DecisionContext rules) {
        List<Event> events = new ArrayList<>(TakingBack.ends(command) ? List.of() : Deadlines.tick(order, now));
        WorkOrder settled = WorkOrderReplay.evolve(order, events, now);
        return switch (decide(settled, urgent, command, by, now, rules)) {
            case Decision.No no -> no;
            case Decision.Done done -> {
                events.addAll(done.events());
                events.addAll(Deadlines.tick(WorkOrderReplay.evolve(settled, done.events(), now), now));
                yield new Decision.Done(events);
            }
        };
    }

    private static Decision decide(
            WorkOrder order, @Nullable Urgent urgent, Command command, Party by, Instant now, DecisionContext rules) {
        return switch (new Step(order, command)) {
            case Step(Registered o, Dispatch c) -> dispatch(c, by, now, rules);
            case Step(Registered o, LeadOwn c) -> leadOwn(c, by, now, rules);
            case Step(AwaitingReceipt o, Receive c) -> receive(o, by, now);
            case Step(AwaitingReceipt o, Recall c) -> TakingBack.recall(o.duty(), c, by);
            case Step(AwaitingReceipt o, DispatchElsewhere c) -> TakingBack.elsewhere(o.duty(), c, by, now, rules);
            case Step(InHand o, DispatchElsewhere c) -> TakingBack.elsewhere(o.duty(), c, by, now, rules);
            case Step(Registered o, AskIntake c) -> Correction.ask(o, c, by);
            case Step(Registered o, AnswerIntake c) -> Correction.answer(o, c, by);
            case Step(AwaitingReceipt o, Assign c) -> no(A13_1, "receive-first");
            case Step(InHand o, Assign c) -> assign(o.duty(), c, by);
            case Step(InHand o, Contact c) ->
                rules.closed() ? ConfidentialityDecisions.answerForUnit(c, by, now) : contact(o.duty(), c, by, now);
            case Step(Reported o, Contact c) ->
                rules.closed() || rules.owed(o.report())
                        ? ConfidentialityDecisions.answerForUnit(c, by, now)
                        : no(A13_2, "not-in-hand");
            case Step(AwaitingReceipt o, Contribute c) -> contribute(o.duty(), c, by);
            case Step(InHand o, Contribute c) -> contribute(o.duty(), c, by);
            case Step(InHand o, ReportOutcome c) -> report(o.duty(), c, by, now, rules);
            case Step(AwaitingReceipt o, ReportOutcome c) -> no(A13_1, "receive-first");
            case Step(Reported o, Accept c) -> accept(o, c, by, rules);
            case Step(Reported o, SendBack c) -> sendBack(c, by);
            case Step(AwaitingReceipt o, Reclassify c) -> reclassify(o.duty(), c, by, now, rules);
            case Step(InHand o, Reclassify c) -> reclassify(o.duty(), c, by, now, rules);
            case Step(Registered o, Join c) -> join(c, by);
            case Step(Joined o, Separate c) -> separate(o, c, by);
            case Step(WorkOrder o, Attach c) -> attach(o, c, by);
            case Step(Joined o, Note c) -> note(o, c, by);
            case Step(Joined o, Tick c) -> done();
            case Step(Joined o, Recalculate c) -> done();
            case Step(WorkOrder o, NameAccused c) -> ConfidentialityDecisions.name(c, by, rules);
            case Step(WorkOrder o, KeepSecret c) -> ConfidentialityDecisions.keepSecret(c, by, rules);
            case Step(WorkOrder o, Permit c) -> ConfidentialityDecisions.permit(c, by, now, rules);
            case Step(WorkOrder o, CorrectMatter c) -> Correction.correct(c, by, rules);
            case Step(Joined o, Command c) -> no(A12_5, "joined", o.lead());
            case Step(Closed o, Reopen c) -> reopen(c, by);
            case Step(WorkOrder o, Reopen c) -> no(A14, "not-closed");
            case Step(Closed o, Note c) -> no(A13_7, "closed");
            case Step(WorkOrder o, Note c) -> note(o, c, by);
            case Step(Closed o, Remind c) -> no(A9, "closed-ask-anew");
            case Step(WorkOrder o, Remind c) -> remind(c, by);
            case Step(AwaitingReceipt o, RemindPart c) -> remindPart(o.duty(), c, by);
            case Step(InHand o, RemindPart c) -> remindPart(o.duty(), c, by);
            case Step(InHand o, AskExtension c) -> Extension.ask(o.duty(), c, by, now, rules);
            case Step(InHand o, GrantExtension c) -> Extension.grant(o.duty(), c, by, rules);
            case Step(InHand o, RefuseExtension c) -> Extension.refuse(o.duty(), c, by);
            case Step(Reported o, GrantExtension c) -> Extension.grant(o.duty(), c, by, rules);
            case Step(Reported o, RefuseExtension c) -> Extension.refuse(o.duty(), c, by);
            case Step(AwaitingReceipt o, AskExtension c) -> no(A13_1, "receive-first");
            case Step(AwaitingReceipt o, AskReturn c) -> Return.ask(o.duty(), c, by, now, rules);
            case Step(InHand o, AskReturn c) -> Return.ask(o.duty(), c, by, now, rules);
            case Step(AwaitingReceipt o, GrantReturn c) -> Return.grant(o.duty(), c, by, now, rules);
            case Step(InHand o, GrantReturn c) -> Return.grant(o.duty(), c, by, now, rules);
            case Step(AwaitingReceipt o, RefuseReturn c) -> Return.refuse(o.duty(), c, by);
            case Step(InHand o, RefuseReturn c) -> Return.refuse(o.duty(), c, by);
            case Step(Closed o, RaiseUrgency c) -> no(A17_9, "closed");
            case Step(WorkOrder o, RaiseUrgency c) -> Urgent.raise(urgent, c, by, rules);
            case Step(WorkOrder o, Phone c) -> Urgent.phone(urgent, o, c, by, now);
            case Step(WorkOrder o, ArriveOnSite c) -> Urgent.onSite(urgent, o, c, by, now);
            case Step(WorkOrder o, RestoreNormal c) -> Urgent.restored(urgent, o, c, by, now);
            case Step(WorkOrder o, Tick c) -> done();
            case Step(WorkOrder o, Recalculate c) -> new Decision.Done(Deadlines.recalculate(o, now, rules));
            case Step(WorkOrder o, Recall c) -> no(A12_5, "recall-received");
            case Step(WorkOrder o, DispatchElsewhere c) -> no(A12_5, "elsewhere-not-open");
            case Step(WorkOrder o, AskIntake c) -> no(A12_5, "already-dispatched");
            case Step(WorkOrder o, AnswerIntake c) -> no(A12_5, "no-question");
            case Step(WorkOrder o, Dispatch c) -> no(A12_5, "already-dispatched");
            case Step(WorkOrder o, LeadOwn c) -> no(A10_2, "already-dispatched");
            case Step(WorkOrder o, Receive c) -> no(A13_1, "not-awaiting-receipt");
            case Step(WorkOrder o, Assign c) -> no(A4, "not-in-hand");
            case Step(WorkOrder o, Contact c) -> no(A13_2, "not-in-hand");
            case Step(WorkOrder o, Contribute c) -> no(A13_5, "not-in-hand");
            case Step(WorkOrder o, ReportOutcome c) -> no(A13_4, "not-in-hand");
            case Step(WorkOrder o, RemindPart c) -> no(A13_5, "not-in-hand");
            case Step(WorkOrder o, AskExtension c) -> no(A13_3, "not-in-hand");
            case Step(WorkOrder o, GrantExtension c) -> no(A13_3, "no-extension-asked");
            case Step(WorkOrder o, RefuseExtension c) -> no(A13_3, "no-extension-asked");
            case Step(WorkOrder o, AskReturn c) -> no(A13_6, "not-in-hand");
            case Step(WorkOrder o, GrantReturn c) -> no(A13_6, "no-return-asked");
            case Step(WorkOrder o, RefuseReturn c) -> no(A13_6, "no-return-asked");
            case Step(WorkOrder o, Accept c) -> no(A13_7, "not-reported");
            case Step(WorkOrder o, SendBack c) -> no(A13_4, "not-reported");
            case Step(WorkOrder o, Join c) -> no(A12_5, "already-dispatched");
            case Step(WorkOrder o, Separate c) -> no(A12_5, "not-joined");
            case Step(WorkOrder o, Reclassify c) -> no(A13_2, "not-in-hand");
        };
    }

    private static Decision dispatch(Dispatch c, Party by, Instant now, DecisionContext rules) {
        if (!by.dispatches()) return no(A12_5, "platform-dispatches");
        return handOver(c.lead(), c.assisting(), c.limitClass(), now, rules);
    }

    /** Whoever is asked first leads, and has it in hand at once; the clocks are the same as for any other order. */
    private static Decision leadOwn(LeadOwn c, Party by, Instant now, DecisionContext rules) {
        if (!(by instanceof Party.OfUnit u)) return no(A10_2, "unit-leads-own");
        return switch (handOver(u.unit(), c.assisting(), c.limitClass(), now, rules)) {
            case Decision.No refused -> refused;
            case Decision.Done done -> {
                List<Event> events = new ArrayList<>(done.events());
                events.add(new Event.Received(false));
                yield new Decision.Done(events);
            }
        };
    }

    private static Decision handOver(
            UnitId lead, List<UnitId> assisting, String limitClass, Instant now, DecisionContext rules) {
        if (!rules.knows(limitClass)) return no(A13_2, "no-such-class", limitClass);
        if (assisting.contains(lead)) return no(A13_5, "lead-cannot-assist");
        if (new HashSet<>(assisting).size() != assisting.size()) return no(A13_5, "assisting-twice");
        return done(new Event.Dispatched(
                rules.edition().id(),
                limitClass,
                lead,
                assisting.stream()
                        .map(u -> new Contribution(u, rules.part(now, limitClass), null, null))
                        .toList(),
                rules.receipt(now),
                rules.handling(now, limitClass)));
    }

    private static Decision receive(AwaitingReceipt o, Party by, Instant now) {
        if (!by.isOf(o.duty().lead())) return no(A13_1, "lead-receives");
        return done(new Event.Received(o.duty().receipt().passed(now)));
    }

    private static Decision assign(Assignment duty, Assign c, Party by) {
        if (!by.assignsIn(duty.lead())) return no(A4, "desk-assigns");
        if (c.section() == null && c.officer() == null) return no(A4, "assign-to-whom");
        return done(new Event.Assigned(c.section(), c.officer()));
    }

    private static Decision contact(Assignment duty, Contact c, Party by, Instant now) {
        if (!by.isOf(duty.lead()) && !by.takesAppeals()) return no(A13_5, "lead-answers");
        if (c.contactedAt().isAfter(now)) return no(A13_2, "contact-in-future");
        return done(new Event.Contacted(c.contactedAt(), c.how(), c.said()));
    }

    private static Decision contribute(Assignment duty, Contribute c, Party by) {
        if (by instanceof Party.OfUnit u && duty.assists(u.unit())) {
            return done(new Event.Contributed(u.unit(), c.text()));
        }
        return no(A10_3, "only-assisting");
    }

    private static Decision remindPart(Assignment duty, RemindPart c, Party by) {
        if (!by.isOf(duty.lead()) && !by.dispatches()) return no(A13_5, "lead-reminds");
        if (duty.owed().stream().noneMatch(p -> p.unit().equals(c.unit()))) return no(A13_5, "nothing-owed");
        return done(new Event.PartReminded(c.unit(), c.text()));
    }

    private static Decision report(Assignment duty, ReportOutcome c, Party by, Instant now, DecisionContext rules) {
        Report report = c.report();
        if (!by.isOf(duty.lead())) return no(A13_5, "lead-reports");
        if (by.assignedPast(duty)) return no(A4, "holder-reports", rules.holder());
        List<String> missing = rules.platformAnswers() ? report.missingForPlatform() : report.missing();
        if (!missing.isEmpty()) return no(A13_4, "report-incomplete", String.join(", ", missing));
        Instant answered = report.answeredAt();
        if (answered == null && !rules.platformAnswers()) return no(A13_4, "answered-in-future");
        if (answered != null && answered.isAfter(now)) return no(A13_4, "answered-in-future");
        if (answered != null && duty.beforeDispatch(answered)) return no(A13_4, "answered-before-dispatch");
        if (rules.mustBeDone(duty.limitClass()) && !report.done()) return no(A13_2, "difficult-must-be-done");
        if (!duty.owed().isEmpty() && c.withoutParts().isBlank())
            return no(A13_5, "parts-owed", duty.owed().size());
        return done(new Event.ReportedOutcome(report, c.withoutParts()));
    }

    private static Decision accept(Reported o, Accept c, Party by, DecisionContext rules) {
        if (!by.dispatches()) return no(A13_7, "platform-decides");
        if (rules.owed(o.report())) return no(A21, "platform-answers-first");
        if (o.duty().asked().extension() != null) return no(A13_3, "decide-extension-first");
        return done(new Event.Accepted(c.note()));
    }

    private static Decision sendBack(SendBack c, Party by) {
        if (!by.dispatches()) return no(A13_4, "platform-decides");
        if (c.reason().isBlank()) return no(A13_4, "reason-missing");
        return done(new Event.SentBack(c.reason()));
    }

    private static Decision reopen(Reopen c, Party by) {
        if (!by.supervises() && !by.takesAppeals()) return no(A14, "platform-calls-back");
        if (c.words().isBlank()) return no(A14, "text-missing");
        return done(new Event.Reopened(c.words(), c.objection()));
    }

    private static Decision reclassify(Assignment duty, Reclassify c, Party by, Instant now, DecisionContext rules) {
        if (!by.dispatches()) return no(A13_2, "platform-classifies");
        if (!rules.knows(c.limitClass())) return no(A13_2, "no-such-class", c.limitClass());
        if (c.limitClass().equals(duty.limitClass())) return no(A13_2, "same-class");
        if (c.reason().isBlank()) return no(A13_2, "reason-missing");
        if (duty.handlingOverdue() != null || duty.handling().passed(now)) return no(A13_2, "overdue-keeps-class");
        Due handling =
                rules.handling(duty.dispatchedAt(), c.limitClass(), duty.asked().daysExtended());
        if (handling.passed(now)) return no(A13_2, "new-limit-passed");
        return done(new Event.Reclassified(
                duty.limitClass(),
                c.limitClass(),
                duty.handling(),
                handling,
                c.reason(),
                Deadlines.parts(duty, c.limitClass(), now, rules)));
    }

    /** Whether the lead order can lead is {@link Joining}'s. */
    private static Decision join(Join c, Party by) {
        return by.takesAppeals() ? done(new Event.Joined(c.lead())) : no(A12_5, "platform-dispatches");
    }

    private static Decision separate(Joined o, Separate c, Party by) {
        if (!by.dispatches()) return no(A12_5, "platform-dispatches");
        if (c.reason().isBlank()) return no(A12_5, "reason-missing");
        if (o.answeredAt() != null) return no(A12_5, "answered-with-lead", o.lead());
        return done(new Event.Separated(o.lead(), c.reason()));
    }

    private static Decision note(WorkOrder o, Note c, Party by) {
        if (c.text().isBlank()) return no(A4, "text-missing");
        return worksOn(o, by) ? done(new Event.Noted(c.text())) : no(A4, "not-yours");
    }

    private static Decision attach(WorkOrder o, Attach c, Party by) {
        return worksOn(o, by) ? done(new Event.Attached(c.papers())) : no(A4, "not-yours");
    }

    private static boolean worksOn(WorkOrder o, Party by) {
        Assignment duty = o.dutyOrNull();
        return by instanceof Party.Platform
                || (by instanceof Party.OfUnit u && duty != null && duty.concerns(u.unit()));
    }

    private static Decision remind(Remind c, Party by) {
        if (c.text().isBlank()) return no(A9, "text-missing");
        return by instanceof Party.Appellant || by.takesAppeals()
                ? done(new Event.Reminded(c.text()))
                : no(A9, "not-yours");
    }
}
