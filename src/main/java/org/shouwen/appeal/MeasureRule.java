package org.shouwen.appeal;

import java.util.Optional;
import org.shouwen.access.Role;
import org.shouwen.accounts.CurrentUser;
import org.shouwen.regulation.Clause;
import org.shouwen.regulation.Refused;

/** What a measure against nuisance calls lets an officer do with a call (Art. 20). An urgent matter always passes. */
final class MeasureRule {
    private MeasureRule() {}

    static Optional<Refused> refuse(
            CallerMeasures.Ruled ruled, String channel, AppealContent words, Disposition outcome, CurrentUser by) {
        if (!channel.equals("phone") || urgent(words, outcome)) return Optional.empty();
        boolean ends = outcome instanceof Disposition.Guided || outcome instanceof Disposition.Declined;
        return switch (ruled.measure()) {
            case NOTE -> Optional.empty();
            case SUPERVISOR_LINE ->
                ends || by.has(Role.SUPERVISOR) || by.has(Role.DISPATCHER)
                        ? Optional.empty()
                        : AcceptanceScope.no(
                                Clause.A20, "supervisor-line", ruled.until().toString());
            case WRITTEN_ONLY ->
                ends
                        ? Optional.empty()
                        : AcceptanceScope.no(
                                Clause.A20, "written-only", ruled.until().toString());
        };
    }

    private static boolean urgent(AppealContent words, Disposition outcome) {
        return words.urgentKind() != null || (outcome instanceof Disposition.Ordered o && o.urgentKind() != null);
    }
}
