package org.shouwen.workorder;

import static org.shouwen.regulation.Clause.A13_3;
import static org.shouwen.workorder.Decision.done;
import static org.shouwen.workorder.Decision.no;

import java.time.Instant;
import org.shouwen.regulation.Pure;

/** 延期 (Art. 13.3, ruling 6): asked before the limit, told to the appellant, decided by the platform. */
@Pure
final class Extension {
    private Extension() {}

    static Decision ask(Assignment duty, Command.AskExtension c, Party by, Instant now, DecisionContext rules) {
        int most = rules.edition().extensionDays();
        if (!by.isOf(duty.lead())) return no(A13_3, "lead-extends");
        if (duty.asked().extension() != null) return no(A13_3, "extension-pending");
        if (duty.handlingOverdue() != null || duty.handling().passed(now)) return no(A13_3, "extension-too-late");
        if (c.days() < 1) return no(A13_3, "extension-days");
        if (duty.asked().daysExtended() + c.days() > most)
            return no(A13_3, "extension-too-long", most, most - duty.asked().daysExtended());
        if (c.reason().isBlank() || c.basis().isBlank()) return no(A13_3, "extension-reason-missing");
        if (c.toldHow().isBlank()) return no(A13_3, "extension-untold");
        if (c.toldAt().isAfter(now)) return no(A13_3, "told-in-future");
        if (duty.beforeDispatch(c.toldAt())) return no(A13_3, "told-before-dispatch");
        return done(new Event.ExtensionAsked(c.days(), c.reason(), c.basis(), c.toldAt(), c.toldHow()));
    }

    static Decision grant(Assignment duty, Command.GrantExtension c, Party by, DecisionContext rules) {
        PendingRequests.Extension asked = duty.asked().extension();
        if (!by.dispatches()) return no(A13_3, "platform-extends");
        if (asked == null) return no(A13_3, "no-extension-asked");
        Due extended = rules.handling(
                duty.dispatchedAt(), duty.limitClass(), duty.asked().daysExtended() + asked.days());
        return done(new Event.ExtensionGranted(asked.days(), duty.handling(), extended, c.note()));
    }

    static Decision refuse(Assignment duty, Command.RefuseExtension c, Party by) {
        if (!by.dispatches()) return no(A13_3, "platform-extends");
        if (duty.asked().extension() == null) return no(A13_3, "no-extension-asked");
        if (c.reason().isBlank()) return no(A13_3, "reason-missing");
        return done(new Event.ExtensionRefused(c.reason()));
    }
}
