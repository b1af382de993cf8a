package org.shouwen.portal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.shouwen.calendar.LastDay;
import org.shouwen.directory.Directory;
import org.shouwen.workorder.Due;
import org.shouwen.workorder.Event;
import org.shouwen.workorder.OrderPage;
import org.springframework.stereotype.Component;

/** What the appellant is told of each step of an order (Art. 12.3, 13.7); the switch says it for every event there is. */
@Component
class OrderSteps {
    private final Directory directory;

    OrderSteps(Directory directory) {
        this.directory = directory;
    }

    /** The step as the look-up shows it; empty where the appellant is told nothing. */
    Optional<AppealProgress.Step> of(OrderPage.Happening h) {
        return said(h.event()).map(said -> new AppealProgress.Step(h.at(), "portal.step." + said.name(), said.args()));
    }

    private record Said(String name, List<Object> args) {}

    /** What the appellant is told of a step; empty where they are told nothing. */
    private Optional<Said> said(Event event) {
        return switch (event) {
            case Event.Dispatched e -> limit("dispatched", e.handling(), directory.name(e.lead()));
            case Event.ReturnGranted e ->
                limit(
                        "handed-on",
                        e.dispatched().handling(),
                        directory.name(e.dispatched().lead()));
            case Event.Redispatched e ->
                limit(
                        "redispatched",
                        e.dispatched().handling(),
                        directory.name(e.dispatched().lead()));
            case Event.Recalled _ -> plain("recalled");
            case Event.ExtensionGranted e -> limit("extended", e.newHandling());
            case Event.LimitsMoved e -> moved(e);
            case Event.Reclassified e ->
                e.oldHandling().at().equals(e.newHandling().at())
                        ? Optional.empty()
                        : limit("limit-changed", e.newHandling(), day(e.oldHandling()));
            case Event.Received _ -> plain("unit-received");
            case Event.Contacted _, Event.AnsweredForUnit _ -> plain("contacted");
            case Event.ReportedOutcome _ -> plain("reported");
            case Event.SentBack _ -> plain("sent-back");
            // what came of an objection is said with the objection
            case Event.Reopened e -> e.objection() ? Optional.empty() : plain("called-back");
            case Event.Accepted _ -> plain("closed");
            case Event.Reminded _ -> plain("reminded");
            case Event.ReturnAsked _ -> plain("objected");
            case Event.ReturnRefused _ -> plain("objection-refused");
            case Event.OnSite _ -> plain("on-site");
            case Event.BackToNormal _ -> plain("normal");
            case Event.SecrecyAsked _ -> plain("secrecy");
            case Event.Permitted _ -> plain("permitted");
            case Event.Registered _,
                    Event.AccusedNamed _,
                    Event.Forgotten _,
                    Event.Assigned _,
                    Event.Noted _,
                    Event.Attached _,
                    Event.Contributed _,
                    Event.PartReminded _,
                    Event.PartOverdue _,
                    Event.ExtensionAsked _,
                    Event.ExtensionRefused _,
                    Event.UrgencyRaised _,
                    Event.Phoned _,
                    Event.Rated _,
                    Event.Joined _,
                    Event.Separated _,
                    Event.AnsweredWithLead _,
                    Event.ReceiptOverdue _,
                    Event.MatterCorrected _,
                    Event.IntakeAsked _,
                    Event.IntakeAnswered _,
                    Event.HandlingOverdue _ -> Optional.empty();
        };
    }

    private static Optional<Said> plain(String name) {
        return Optional.of(new Said(name, List.of()));
    }

    /** A step that names a limit: its words say so where a notice still to come may move it (ruling 2). */
    private static Optional<Said> limit(String name, Due limit, String... before) {
        List<Object> args = new ArrayList<>(List.of((Object[]) before));
        args.add(day(limit));
        return Optional.of(new Said(limit.provisional() ? name + ".provisional" : name, args));
    }

    /** What a calendar did to the limit by which the person is answered; nothing where it stays as it was told. */
    private static Optional<Said> moved(Event.LimitsMoved e) {
        if (!e.oldHandling().at().equals(e.newHandling().at()))
            return limit("limit-moved", e.newHandling(), day(e.oldHandling()));
        return e.oldHandling().provisional() && !e.newHandling().provisional()
                ? Optional.of(new Said("limit-settled", List.of(day(e.newHandling()))))
                : Optional.empty();
    }

    /** The last day of a limit, in Shanghai. */
    static String day(Due limit) {
        return LastDay.of(limit.at()).toString();
    }
}
