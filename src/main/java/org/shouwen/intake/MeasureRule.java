package org.shouwen.intake;

import java.util.Optional;
import org.shouwen.accounts.Role;
import org.shouwen.accounts.SignedIn;
import org.shouwen.regulation.Clause;
import org.shouwen.regulation.Refused;

/** What a measure against nuisance calls lets an officer do with a call (Art. 20). An urgent matter always passes. */
final class MeasureRule {
    private MeasureRule() {}

    static Optional<Refused> refuse(
            CallerMeasures.Ruled ruled, String channel, Words words, Outcome outcome, SignedIn by) {
        if (!channel.equals("phone") || urgent(words, outcome)) return Optional.empty();
        boolean ends = outcome instanceof Outcome.Guided || outcome instanceof Outcome.Declined;
        return switch (ruled.measure()) {
            case NOTE -> Optional.empty();
            case SUPERVISOR_LINE ->
                ends || by.has(Role.SUPERVISOR) || by.has(Role.DISPATCHER)
                        ? Optional.empty()
                        : Scope.no(Clause.A20, "supervisor-line", ruled.until().toString());
            case WRITTEN_ONLY ->
                ends
                        ? Optional.empty()
                        : Scope.no(Clause.A20, "written-only", ruled.until().toString());
        };
    }

    private static boolean urgent(Words words, Outcome outcome) {
        return words.urgentKind() != null || (outcome instanceof Outcome.Ordered o && o.urgentKind() != null);
    }
}
