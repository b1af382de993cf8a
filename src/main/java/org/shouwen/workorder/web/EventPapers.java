package org.shouwen.workorder.web;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.shouwen.attachments.PaperRef;
import org.shouwen.workorder.Event;
import org.springframework.stereotype.Component;

/** Which papers a step of an order's way names; templates call it {@code @eventPapers}. */
@Component("eventPapers")
public class EventPapers {
    /** @param there the order's papers that can still be read */
    public List<PaperRef> of(Event event, List<PaperRef> there) {
        List<PaperRef> named = switch (event) {
            case Event.ReturnAsked e -> e.papers();
            case Event.Attached e -> e.papers();
            case Event.Registered _,
                    Event.AccusedNamed _,
                    Event.SecrecyAsked _,
                    Event.Permitted _,
                    Event.Forgotten _,
                    Event.AnsweredForUnit _,
                    Event.Dispatched _,
                    Event.Received _,
                    Event.Assigned _,
                    Event.Noted _,
                    Event.Contacted _,
                    Event.Contributed _,
                    Event.ReportedOutcome _,
                    Event.PartReminded _,
                    Event.PartOverdue _,
                    Event.ExtensionAsked _,
                    Event.ExtensionGranted _,
                    Event.ExtensionRefused _,
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
                    Event.LimitsMoved _ -> List.of();
        };
        Set<UUID> ids = named.stream().map(PaperRef::id).collect(Collectors.toSet());
        return there.stream().filter(p -> ids.contains(p.id())).toList();
    }
}
