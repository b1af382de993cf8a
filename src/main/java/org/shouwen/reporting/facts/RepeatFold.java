package org.shouwen.reporting.facts;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.shouwen.regulation.Pure;
import org.shouwen.workorder.Event;

/** When an order stood closed before somebody came again, and which unit had closed it. */
@Pure
final class RepeatFold {
    /** 办结后 30 日内. */
    static final Duration WITHIN = Duration.ofDays(30);

    private RepeatFold() {}

    /** @param unit that closed it */
    record Closing(Instant at, String unit) {}

    /**
     * @param history of the order
     * @param came when the person came again
     * @return null when it was not closed then, or longer ago than {@link #WITHIN}
     */
    static @Nullable Closing of(List<OrderFold.Happening> history, Instant came) {
        String unit = "";
        Closing last = null;
        for (OrderFold.Happening h : history) {
            if (h.at().isAfter(came)) break;
            switch (h.event()) {
                case Event.Dispatched e -> unit = e.lead().code();
                case Event.ReturnGranted e -> unit = e.dispatched().lead().code();
                case Event.Redispatched e -> unit = e.dispatched().lead().code();
                case Event.Accepted _ -> last = new Closing(h.at(), unit);
                case Event.Reopened _ -> last = null;
                case Event.Registered _,
                        Event.AccusedNamed _,
                        Event.SecrecyAsked _,
                        Event.Permitted _,
                        Event.Forgotten _,
                        Event.AnsweredForUnit _,
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
                        Event.ReturnRefused _,
                        Event.UrgencyRaised _,
                        Event.Phoned _,
                        Event.OnSite _,
                        Event.BackToNormal _,
                        Event.SentBack _,
                        Event.Reclassified _,
                        Event.Reminded _,
                        Event.Rated _,
                        Event.Joined _,
                        Event.Separated _,
                        Event.AnsweredWithLead _,
                        Event.Recalled _,
                        Event.MatterCorrected _,
                        Event.IntakeAsked _,
                        Event.IntakeAnswered _,
                        Event.ReceiptOverdue _,
                        Event.HandlingOverdue _,
                        Event.LimitsMoved _ -> {}
            }
        }
        return last == null || last.at().plus(WITHIN).isBefore(came) ? null : last;
    }
}
