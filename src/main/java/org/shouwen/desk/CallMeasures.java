package org.shouwen.desk;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouwen.access.Role;
import org.shouwen.accounts.CurrentUser;
import org.shouwen.appeal.CallerMeasures;
import org.shouwen.desk.CallEvent.Kind;
import org.shouwen.identity.CallingNumber;
import org.shouwen.regulation.Basis;
import org.shouwen.regulation.Clause;
import org.springframework.stereotype.Component;

/**
 * Tells the telephone system, when it offers a call, what holds for its number (Art. 20). It never ends a call: an agent or
 * a supervisor hears it, and what is urgent always passes.
 */
@Component
@Basis(Clause.A20)
public class CallMeasures {
    /** The platform's own programs; sees no reason of any measure. */
    private static final CurrentUser MACHINE =
            new CurrentUser(new UUID(0, 0), "api:telephone", "telephone", null, null, Set.of(Role.TELEPHONE));

    private final CallerMeasures measures;

    CallMeasures(CallerMeasures measures) {
        this.measures = measures;
    }

    /**
     * @param call the source's own id of the call
     * @param measure how the call is to be handled
     * @param until the last day on which it holds
     * @param urgentPasses always true: who says it is urgent is put through to an agent
     */
    public record Handling(String call, CallerMeasures.Measure measure, LocalDate until, boolean urgentPasses) {
        /** Whether the exchange has to do something; a mere note is the agent's to see. */
        public boolean changesTheWay() {
            return measure != CallerMeasures.Measure.NOTE;
        }

        /** The measure's name, as dialplans know it. */
        public String code() {
            return measure.name();
        }
    }

    /**
     * @param told what was told of one call now
     * @param call as all of its events make it; null when nothing was new
     */
    Optional<Handling> answer(List<CallEvent> told, @Nullable Call call) {
        Optional<CallEvent> offered =
                told.stream().filter(e -> e.kind() == Kind.OFFERED).findFirst();
        if (offered.isEmpty() || offered.get().outgoing() || offered.get().urgent() || (call != null && call.urgent()))
            return Optional.empty();
        CallingNumber number = CallingNumber.of(call == null ? offered.get().caller() : call.caller());
        if (number.phone() == null) return Optional.empty();
        return measures.of(number.phone(), MACHINE)
                .map(r -> new Handling(offered.get().call(), r.measure(), r.until(), true));
    }
}
