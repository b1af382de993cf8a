package org.shouwen.portal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.shouwen.appeal.Appeal;
import org.shouwen.appeal.CallerMeasures;
import org.shouwen.appeal.Disposition;
import org.shouwen.appeal.Objection;
import org.shouwen.appeal.OwnAppeals;
import org.shouwen.appeal.Review;
import org.shouwen.calendar.Limits;
import org.shouwen.directory.Directory;
import org.shouwen.directory.UnitId;
import org.shouwen.identity.DisclosureLog;
import org.shouwen.notification.Outbox;
import org.shouwen.notification.SentMessage;
import org.shouwen.problems.WorkOrderNumber;
import org.shouwen.regulation.Edition;
import org.shouwen.regulation.Editions;
import org.shouwen.workorder.Event;
import org.springframework.stereotype.Service;

/** The way of an appeal as its person may see it: like a parcel's, without the unit's inner affairs. */
@Service
public class AppealProgress {
    /**
     * A step of the way.
     *
     * @param key message key of its words
     * @param args the words' arguments
     */
    public record Step(Instant at, String key, List<Object> args) {}

    /**
     * @param closed nothing more will happen: it can be rated
     * @param measure what has been ruled for the person's calls (Art. 20); null when nothing is
     * @param objections what they had against a closing, oldest first
     * @param mayObject whether the outcome that stands can still be objected to, once
     * @param told what the person was told, oldest first
     */
    public record Progress(
            Appeal appeal,
            List<Step> steps,
            List<SentMessage> told,
            List<OwnAppeals.Addition> additions,
            boolean closed,
            List<Seen> seen,
            CallerMeasures.@Nullable Ruled measure,
            List<Objection> objections,
            boolean mayObject) {}

    /** Somebody looked at who the person is: when, of which unit or the platform, and for what reason (Art. 21). */
    public record Seen(Instant at, String where, String why) {}

    private final OwnAppeals own;
    private final Outbox outbox;
    private final Directory directory;
    private final DisclosureLog looks;
    private final Editions editions;
    private final OrderSteps orderSteps;
    private final HandoverSteps handoverSteps;

    AppealProgress(
            OwnAppeals own,
            Outbox outbox,
            Directory directory,
            DisclosureLog looks,
            Editions editions,
            OrderSteps orderSteps,
            HandoverSteps handoverSteps) {
        this.editions = editions;
        this.handoverSteps = handoverSteps;
        this.own = own;
        this.outbox = outbox;
        this.directory = directory;
        this.looks = looks;
        this.orderSteps = orderSteps;
    }

    /** Empty when number and code don't fit together. */
    public Optional<Progress> find(WorkOrderNumber number, String code) {
        return own.find(number, code).map(this::progress);
    }

    private Progress progress(Appeal a) {
        List<Step> steps = new ArrayList<>();
        steps.add(new Step(a.receivedAt(), "portal.step.received", List.of()));
        Appeal.Decision d = a.decision();
        if (d != null) steps.add(new Step(d.at(), "portal.step." + d.outcome().type(), List.of()));
        if (d != null && d.outcome() instanceof Disposition.Ordered o) {
            String target = o.alsoTold();
            if (target != null)
                steps.add(new Step(
                        d.at(), "portal.step.also-told", List.of(edition(d.at()).numberOf(target))));
        }
        Review review = a.review();
        if (review != null) steps.add(new Step(review.askedAt(), "portal.step.review-asked", List.of()));
        if (review != null && review.ruling() != null)
            steps.add(new Step(
                    review.ruling().at(),
                    review.ruling().upheld() ? "portal.step.review-upheld" : "portal.step.review-overturned",
                    List.of()));
        own.joinedSince(a).ifPresent(at -> steps.add(new Step(at, "portal.step.joined-under", List.of())));
        own.order(a)
                .ifPresent(order -> order.way().stream()
                        .filter(h -> order.appeal().equals(a.id()) || !ofThePerson(h.event()))
                        .forEach(h -> orderSteps.of(h).ifPresent(steps::add)));
        own.order(a).ifPresent(order -> steps.addAll(handoverSteps.of(order.number())));
        for (Instant at : own.judgedAt(a)) steps.add(new Step(at, "portal.step.rated", List.of()));
        List<Objection> objections = own.objections(a);
        for (Objection o : objections) {
            steps.add(new Step(o.askedAt(), "portal.step.closing-objected", List.of()));
            Objection.Ruling ruled = o.ruling();
            if (ruled != null)
                steps.add(new Step(
                        ruled.at(),
                        ruled.upheld() ? "portal.step.closing-reopened" : "portal.step.closing-stays",
                        List.of()));
        }
        steps.sort(java.util.Comparator.comparing(Step::at));
        return new Progress(
                a,
                steps,
                outbox.of(a.number()),
                own.additions(a),
                own.closed(a),
                seen(a),
                own.measure(a).orElse(null),
                objections,
                own.mayObject(a));
    }

    private Edition edition(Instant at) {
        return editions.current(at.atZone(Limits.ZONE).toLocalDate());
    }

    /** What only whoever brought the order has to know of it. */
    private static boolean ofThePerson(Event event) {
        return switch (event) {
            case Event.SecrecyAsked _, Event.Permitted _ -> true;
            case Event.Registered _,
                    Event.AccusedNamed _,
                    Event.Forgotten _,
                    Event.AnsweredForUnit _,
                    Event.Dispatched _,
                    Event.Received _,
                    Event.Assigned _,
                    Event.Noted _,
                    Event.Attached _,
                    Event.Contacted _,
                    Event.Contributed _,
                    Event.ReportedOutcome _,
                    Event.PartReminded _,
                    Event.PartOverdue _,
                    Event.ExtensionAsked _,
                    Event.ExtensionGranted _,
                    Event.ExtensionRefused _,
                    Event.ReturnAsked _,
                    Event.ReturnGranted _,
                    Event.ReturnRefused _,
                    Event.UrgencyRaised _,
                    Event.Phoned _,
                    Event.OnSite _,
                    Event.BackToNormal _,
                    Event.Accepted _,
                    Event.SentBack _,
                    Event.Reopened _,
                    Event.Reclassified _,
                    Event.Reminded _,
                    Event.Rated _,
                    Event.Joined _,
                    Event.Separated _,
                    Event.AnsweredWithLead _,
                    Event.ReceiptOverdue _,
                    Event.HandlingOverdue _,
                    Event.Recalled _,
                    Event.Redispatched _,
                    Event.MatterCorrected _,
                    Event.IntakeAsked _,
                    Event.IntakeAnswered _,
                    Event.LimitsMoved _ -> false;
        };
    }

    private List<Seen> seen(Appeal a) {
        return looks.of(a.appellant()).stream()
                .map(l -> new Seen(
                        l.at(), l.by().unit() == null ? "" : directory.name(new UnitId(l.by().unit())), l.why()))
                .toList();
    }
}
