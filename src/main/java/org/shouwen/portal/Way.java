package org.shouwen.portal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.shouwen.calendar.Limits;
import org.shouwen.citizens.LookLedger;
import org.shouwen.directory.Directory;
import org.shouwen.directory.UnitId;
import org.shouwen.intake.Appeal;
import org.shouwen.intake.CallerMeasures;
import org.shouwen.intake.OwnAppeals;
import org.shouwen.intake.Review;
import org.shouwen.messages.Outbox;
import org.shouwen.messages.Told;
import org.shouwen.workorder.Due;
import org.shouwen.workorder.Event;
import org.shouwen.workorder.OrderPage;
import org.springframework.stereotype.Service;

/** The way of an appeal as its person may see it: like a parcel's, without the unit's inner affairs. */
@Service
public class Way {
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
     * @param told what the person was told, oldest first
     */
    public record Progress(
            Appeal appeal,
            List<Step> steps,
            List<Told> told,
            List<OwnAppeals.Addition> additions,
            boolean closed,
            List<Seen> seen,
            CallerMeasures.@Nullable Ruled measure) {}

    /** Somebody looked at who the person is: when, of which unit or the platform, and for what reason (Art. 21). */
    public record Seen(Instant at, String where, String why) {}

    private final OwnAppeals own;
    private final Outbox outbox;
    private final Directory directory;
    private final LookLedger looks;

    Way(OwnAppeals own, Outbox outbox, Directory directory, LookLedger looks) {
        this.own = own;
        this.outbox = outbox;
        this.directory = directory;
        this.looks = looks;
    }

    /** Empty when number and code don't fit together. */
    public Optional<Progress> find(String number, String code) {
        return own.find(number, code).map(this::progress);
    }

    private Progress progress(Appeal a) {
        List<Step> steps = new ArrayList<>();
        steps.add(new Step(a.receivedAt(), "portal.step.received", List.of()));
        Appeal.Decision d = a.decision();
        if (d != null) steps.add(new Step(d.at(), "portal.step." + d.outcome().type(), List.of()));
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
                        .forEach(h -> add(steps, h)));
        steps.sort(java.util.Comparator.comparing(Step::at));
        if (a.rating() != null) steps.add(new Step(a.rating().at(), "portal.step.rated", List.of()));
        return new Progress(
                a,
                steps,
                outbox.of(a.number()),
                own.additions(a),
                own.closed(a),
                seen(a),
                own.measure(a).orElse(null));
    }

    /** What only whoever brought the order has to know of it. */
    private static boolean ofThePerson(Event event) {
        return event instanceof Event.SecrecyAsked || event instanceof Event.Permitted;
    }

    private List<Seen> seen(Appeal a) {
        return looks.of(a.appellant()).stream()
                .map(l -> new Seen(
                        l.at(), l.by().unit() == null ? "" : directory.name(new UnitId(l.by().unit())), l.why()))
                .toList();
    }

    private static String day(Due limit) {
        return limit.at().minusNanos(1).atZone(Limits.ZONE).toLocalDate().toString();
    }

    /** A step that names a limit: its words say so where a notice still to come may move it (ruling 2). */
    private static Step step(Instant at, String key, Due limit, String... before) {
        List<Object> args = new ArrayList<>(List.of((Object[]) before));
        args.add(day(limit));
        return new Step(at, limit.provisional() ? key + ".provisional" : key, args);
    }

    /** What a calendar did to the limit by which the person is answered; nothing where it stays as it was told. */
    private static void moved(List<Step> steps, Instant at, Event.LimitsMoved e) {
        if (!e.oldHandling().at().equals(e.newHandling().at()))
            steps.add(step(at, "portal.step.limit-moved", e.newHandling(), day(e.oldHandling())));
        else if (e.oldHandling().provisional() && !e.newHandling().provisional())
            steps.add(new Step(at, "portal.step.limit-settled", List.of(day(e.newHandling()))));
    }

    private void add(List<Step> steps, OrderPage.Happening h) {
        switch (h.event()) {
            case Event.Dispatched e ->
                steps.add(step(h.at(), "portal.step.dispatched", e.handling(), directory.name(e.lead())));
            case Event.ReturnGranted e ->
                steps.add(step(
                        h.at(),
                        "portal.step.handed-on",
                        e.dispatched().handling(),
                        directory.name(e.dispatched().lead())));
            case Event.ExtensionGranted e -> steps.add(step(h.at(), "portal.step.extended", e.newHandling()));
            case Event.LimitsMoved e -> moved(steps, h.at(), e);
            default -> {
                String name = name(h.event());
                if (!name.isEmpty())
                    steps.add(new Step(h.at(), "portal.step." + name.toLowerCase(Locale.ROOT), List.of()));
            }
        }
    }

    private static String name(Event event) {
        return switch (event) {
            case Event.Received _ -> "unit-received";
            case Event.Contacted _, Event.AnsweredForUnit _ -> "contacted";
            case Event.ReportedOutcome _ -> "reported";
            case Event.SentBack _, Event.Reopened _ -> "sent-back";
            case Event.Accepted _ -> "closed";
            case Event.Reminded _ -> "reminded";
            case Event.ReturnAsked _ -> "objected";
            case Event.ReturnRefused _ -> "objection-refused";
            case Event.OnSite _ -> "on-site";
            case Event.BackToNormal _ -> "normal";
            case Event.SecrecyAsked _ -> "secrecy";
            case Event.Permitted _ -> "permitted";
            default -> "";
        };
    }
}
