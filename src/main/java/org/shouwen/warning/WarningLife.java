package org.shouwen.warning;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.shouwen.access.Role;
import org.shouwen.accounts.CurrentUser;
import org.shouwen.regulation.Clause;
import org.shouwen.regulation.Refused;
import org.shouwen.warning.Handing.To;
import org.shouwen.warning.Warning.State;

/** What may be done with a warning, by whom and when; the machine does none of it (ruling 16). */
public final class WarningLife {
    private static final Set<State> GOING = EnumSet.of(State.CONFIRMED, State.HANDED, State.WATCHED);
    private static final int LONGEST_WATCH_DAYS = 366;

    private WarningLife() {}

    /** Whether this person decides on warnings. */
    public static boolean decides(CurrentUser by) {
        return by.has(Role.SUPERVISOR) || by.has(Role.BUREAU);
    }

    public static boolean canRule(Warning w, CurrentUser by) {
        return decides(by) && w.state() == State.RAISED;
    }

    /** Whether it can be handed on, watched and ended. */
    public static boolean canFollow(Warning w, CurrentUser by) {
        return decides(by) && GOING.contains(w.state());
    }

    static Optional<Refused> refuseRuling(Warning w, String reason, CurrentUser by) {
        if (!decides(by)) return no(Clause.A2, "person-decides");
        if (w.state() != State.RAISED) return no(Clause.A2, "ruled-already");
        return reason.isBlank() ? no(Clause.A2, "reason-missing") : Optional.empty();
    }

    static Optional<Refused> refuseHanding(
            Warning w, To to, String recipient, boolean unitKnown, String words, CurrentUser by) {
        Clause under = to == To.SPECIAL_REPORT ? Clause.A19 : Clause.A2;
        if (!decides(by)) return no(under, "person-decides");
        if (!GOING.contains(w.state())) return no(under, "not-confirmed");
        if (to == To.UNIT ? !unitKnown : recipient.isBlank()) return no(under, "to-whom");
        return words.isBlank() ? no(under, "words-missing") : Optional.empty();
    }

    static Optional<Refused> refuseWatch(Warning w, LocalDate until, LocalDate today, CurrentUser by) {
        if (!decides(by)) return no(Clause.A2, "person-decides");
        if (!GOING.contains(w.state())) return no(Clause.A2, "not-confirmed");
        return until.isBefore(today) || until.isAfter(today.plusDays(LONGEST_WATCH_DAYS))
                ? no(Clause.A2, "watch-days")
                : Optional.empty();
    }

    static Optional<Refused> refuseEnd(Warning w, String reason, CurrentUser by) {
        if (!decides(by)) return no(Clause.A2, "person-decides");
        if (!GOING.contains(w.state())) return no(Clause.A2, "not-confirmed");
        return reason.isBlank() ? no(Clause.A2, "reason-missing") : Optional.empty();
    }

    private static Optional<Refused> no(Clause under, String words) {
        return Optional.of(new Refused(under, "warning.refused." + words));
    }
}
