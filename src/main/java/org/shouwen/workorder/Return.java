package org.shouwen.workorder;

import static org.shouwen.regulation.Clause.A13_2;
import static org.shouwen.regulation.Clause.A13_6;
import static org.shouwen.workorder.Decision.done;
import static org.shouwen.workorder.Decision.no;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.shouwen.regulation.Edition;
import org.shouwen.regulation.Limit;
import org.shouwen.regulation.Pure;

/**
 * 退件 (Art. 13.6, rulings 5 and 12). Asking does not stop the clock. The first request is the dispatcher's to decide,
 * the second the Bureau's, whether the first was granted or refused; there is no third return, and a unit that was
 * refused twice asks no more.
 */
@Pure
final class Return {
    /** The three papers of the strict profile. */
    static final List<String> PAPERS = List.of("duty-ruling", "leader-signature", "unit-statement");

    private Return() {}

    static Decision ask(Assignment duty, Command.AskReturn c, Party by, Instant now, DecisionContext rules) {
        Edition.ReturnProfile profile = rules.edition().returns();
        if (!by.isOf(duty.lead())) return no(A13_6, "lead-returns");
        if (duty.asked().returning() != null) return no(A13_6, "return-pending");
        if (duty.asked().returns() >= 2) return no(A13_6, "no-third-return");
        if (duty.asked().returnsExhausted()) return no(A13_6, "return-refused-twice");
        if (rules.returnBy(duty.dispatchedAt()).passed(now))
            return no(A13_6, "return-too-late", words(profile.within()));
        if (c.statement().isBlank()) return no(A13_6, "return-statement-missing");
        if (profile.strict()) {
            List<String> missing = missing(c);
            if (!missing.isEmpty()) return no(A13_6, "return-papers-missing", String.join(", ", missing));
        }
        return done(new Event.ReturnAsked(c.statement(), c.rulingNumber(), c.papers()));
    }

    private static List<String> missing(Command.AskReturn c) {
        List<String> missing = new ArrayList<>();
        if (c.rulingNumber().isBlank()) missing.add("rulingNumber");
        for (String label : PAPERS)
            if (c.papers().stream().noneMatch(p -> p.label().equals(label))) missing.add(label);
        return missing;
    }

    static Decision grant(Assignment duty, Command.GrantReturn c, Party by, Instant now, DecisionContext rules) {
        PendingRequests.Return asked = duty.asked().returning();
        if (asked == null) return no(A13_6, "no-return-asked");
        if (!decides(duty, by)) return no(A13_6, duty.asked().askedBefore() ? "bureau-rules" : "platform-returns");
        if (c.lead().equals(duty.lead())) return no(A13_6, "return-to-itself");
        if (!rules.knows(c.limitClass())) return no(A13_2, "no-such-class", c.limitClass());
        Event.Dispatched anew = new Event.Dispatched(
                rules.edition().id(),
                c.limitClass(),
                c.lead(),
                List.of(),
                rules.receipt(now),
                rules.handling(now, c.limitClass()));
        return done(new Event.ReturnGranted(duty.lead(), asked.rulingNumber(), anew, c.note()));
    }

    static Decision refuse(Assignment duty, Command.RefuseReturn c, Party by) {
        if (duty.asked().returning() == null) return no(A13_6, "no-return-asked");
        if (!decides(duty, by)) return no(A13_6, duty.asked().askedBefore() ? "bureau-rules" : "platform-returns");
        if (c.reason().isBlank()) return no(A13_6, "reason-missing");
        return done(new Event.ReturnRefused(c.reason()));
    }

    private static boolean decides(Assignment duty, Party by) {
        return duty.asked().askedBefore() ? by.rules() : by.dispatches();
    }

    private static String words(Limit within) {
        return switch (within) {
            case Limit.WorkingDays(int days) -> days + " 个工作日";
            case Limit.Hours(int hours) -> hours + " 小时";
        };
    }
}
