package org.shouwen.workorder;

import static org.shouwen.regulation.Clause.A12_5;
import static org.shouwen.regulation.Clause.A13_2;
import static org.shouwen.workorder.Decision.done;
import static org.shouwen.workorder.Decision.no;

import java.time.Instant;
import java.util.List;
import org.shouwen.regulation.Basis;
import org.shouwen.regulation.Clause;
import org.shouwen.regulation.Pure;

/**
 * A wrong dispatch is taken back by the platform that made it (Art. 12.5): recalled before receipt, or dispatched to
 * another unit before or after it. As with a return that is granted (ruling 5), the next unit has fresh clocks, what
 * the first asked for ends with it, and nothing counts against the first.
 */
@Basis(Clause.A12_5)
@Pure
final class TakingBack {
    private TakingBack() {}

    /** Whether the command ends the duty of the unit that has the order, so that it gets no mark any more. */
    static boolean ends(Command command) {
        return command instanceof Command.Recall
                || command instanceof Command.DispatchElsewhere
                || command instanceof Command.GrantReturn;
    }

    /** An order that was returned before goes to another unit at once: a recall would lose how often it was returned. */
    static Decision recall(Assignment duty, Command.Recall c, Party by) {
        if (!by.dispatches()) return no(A12_5, "platform-dispatches");
        if (c.reason().isBlank()) return no(A12_5, "reason-missing");
        if (duty.asked().returns() > 0) return no(A12_5, "recall-returned");
        return done(new Event.Recalled(duty.lead(), c.reason()));
    }

    static Decision elsewhere(
            Assignment duty, Command.DispatchElsewhere c, Party by, Instant now, DecisionContext rules) {
        if (!by.dispatches()) return no(A12_5, "platform-dispatches");
        if (c.reason().isBlank()) return no(A12_5, "reason-missing");
        if (c.lead().equals(duty.lead())) return no(A12_5, "elsewhere-itself");
        if (!rules.knows(c.limitClass())) return no(A13_2, "no-such-class", c.limitClass());
        Event.Dispatched anew = new Event.Dispatched(
                rules.edition().id(),
                c.limitClass(),
                c.lead(),
                List.of(),
                rules.receipt(now),
                rules.handling(now, c.limitClass()));
        return done(new Event.Redispatched(duty.lead(), c.reason(), anew));
    }
}
