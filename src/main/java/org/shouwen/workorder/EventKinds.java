package org.shouwen.workorder;

/** What kind of step an event is. A new one has to be decided on in each of these. */
final class EventKinds {
    private EventKinds() {}

    /** Whether people's own words stand in it, from which whoever brought the order has to be taken out (Art. 21). */
    static boolean says(Event event) {
        return switch (event) {
            case Event.Dispatched _,
                    Event.Received _,
                    Event.Assigned _,
                    Event.Attached _,
                    Event.Forgotten _,
                    Event.ReceiptOverdue _,
                    Event.HandlingOverdue _,
                    Event.PartOverdue _ -> false;
            case Event.Accepted e -> !e.note().isBlank();
            case Event.Registered _,
                    Event.AccusedNamed _,
                    Event.SecrecyAsked _,
                    Event.Permitted _,
                    Event.AnsweredForUnit _,
                    Event.Noted _,
                    Event.Contacted _,
                    Event.Contributed _,
                    Event.ReportedOutcome _,
                    Event.PartReminded _,
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
                    Event.SentBack _,
                    Event.Reopened _,
                    Event.Reclassified _,
                    Event.Reminded _,
                    Event.Rated _,
                    Event.Joined _,
                    Event.Separated _,
                    Event.AnsweredWithLead _,
                    Event.Recalled _,
                    Event.Redispatched _,
                    Event.MatterCorrected _,
                    Event.IntakeAsked _,
                    Event.IntakeAnswered _,
                    Event.LimitsMoved _ -> true;
        };
    }

    /** Whether the system itself sets it, whoever acted: a limit that passed. */
    static boolean isMark(Event event) {
        return switch (event) {
            case Event.ReceiptOverdue _, Event.HandlingOverdue _, Event.PartOverdue _ -> true;
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
                    Event.Attached _,
                    Event.Contacted _,
                    Event.Contributed _,
                    Event.ReportedOutcome _,
                    Event.PartReminded _,
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
                    Event.Recalled _,
                    Event.Redispatched _,
                    Event.MatterCorrected _,
                    Event.IntakeAsked _,
                    Event.IntakeAnswered _,
                    Event.LimitsMoved _ -> false;
        };
    }
}
