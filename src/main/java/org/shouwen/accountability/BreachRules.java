package org.shouwen.accountability;

import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;
import org.shouwen.access.Role;
import org.shouwen.accounts.CurrentUser;
import org.shouwen.calendar.Limits;
import org.shouwen.directory.UnitId;
import org.shouwen.regulation.Basis;
import org.shouwen.regulation.Clause;
import org.shouwen.regulation.Refused;
import org.shouwen.workorder.Event;
import org.shouwen.workorder.OrderPage;

/** Articles 22 to 24: what is refused, and how breaches within a year are counted (ruling 15). Pure. */
@Basis({
    Clause.A22_1,
    Clause.A22_2,
    Clause.A22_3,
    Clause.A22_4,
    Clause.A22_5,
    Clause.A22_6,
    Clause.A22_7,
    Clause.A23_1,
    Clause.A23_2,
    Clause.A23_3,
    Clause.A24_1,
    Clause.A24_2,
    Clause.A24_3,
    Clause.A24_4
})
final class BreachRules {
    private BreachRules() {}

    static Optional<Refused> open(Clause ground, String words, CurrentUser by) {
        if (!by.has(Role.BUREAU)) return no(ground, "bureau-opens");
        if (!Breach.GROUNDS.contains(ground)) return no(Clause.A22_7, "not-a-ground");
        return words.isBlank() ? no(ground, "words-missing") : Optional.empty();
    }

    /** Whoever heard may add to it; another's hearing would take the first one's place, who could then find. */
    static Optional<Refused> hear(Breach b, String words, CurrentUser by) {
        if (!by.has(Role.BUREAU)) return no(b.ground(), "bureau-opens");
        if (b.foundAt() != null) return no(b.ground(), "found-already");
        if (by.account().equals(b.steps().opener())) return no(b.ground(), "opener-hears-not");
        Steps.By hearer = b.steps().hearer();
        if (hearer != null && !hearer.is(by)) return no(b.ground(), "another-heard");
        return words.isBlank() ? no(b.ground(), "words-missing") : Optional.empty();
    }

    /** The unit answers until it was heard. */
    static Optional<Refused> answer(Breach b, String words) {
        if (b.heardAt() != null) return no(b.ground(), "heard-already");
        return words.isBlank() ? no(b.ground(), "words-missing") : Optional.empty();
    }

    static Optional<Refused> read(Breach b) {
        return b.foundAt() == null ? no(b.ground(), "nothing-found-yet") : Optional.empty();
    }

    /** The order's history is evidence against a unit that had it, led it or assisted. */
    static Optional<Refused> evidence(UnitId unit, OrderPage order, Clause ground) {
        boolean had = order.way().stream().anyMatch(h -> had(h.event(), unit));
        return had ? Optional.empty() : no(ground, "another-units-order");
    }

    private static boolean had(Event event, UnitId unit) {
        return (event instanceof Event.Dispatched d && concerns(d, unit))
                || (event instanceof Event.ReturnGranted r && (r.from().equals(unit) || concerns(r.dispatched(), unit)))
                || (event instanceof Event.Redispatched m && (m.from().equals(unit) || concerns(m.dispatched(), unit)));
    }

    private static boolean concerns(Event.Dispatched dispatched, UnitId unit) {
        return dispatched.lead().equals(unit)
                || dispatched.parts().stream().anyMatch(p -> p.unit().equals(unit));
    }

    /** A finding needs the hearing before it, its reasons, and a sanction when the breach is verified. */
    static Optional<Refused> find(
            Breach b, boolean upheld, String finding, String sanction, List<Clause> mitigation, CurrentUser by) {
        if (!by.has(Role.BUREAU)) return no(b.ground(), "bureau-opens");
        if (b.heardAt() == null) return no(b.ground(), "hear-first");
        if (b.foundAt() != null) return no(b.ground(), "found-already");
        if (by.account().equals(b.steps().opener())) return no(b.ground(), "opener-finds-not");
        Steps.By hearer = b.steps().hearer();
        if (hearer != null && hearer.is(by)) return no(b.ground(), "hearer-finds-not");
        if (finding.isBlank()) return no(b.ground(), "words-missing");
        if (upheld && sanction.isBlank()) return no(b.ground(), "sanction-missing");
        if (!upheld && !mitigation.isEmpty()) return no(mitigation.getFirst(), "nothing-to-mitigate");
        return Breach.MITIGATING.containsAll(mitigation) ? Optional.empty() : no(Clause.A24_1, "not-a-mitigation");
    }

    static Optional<Refused> refer(Breach b, Clause lead, String to, CurrentUser by) {
        if (!by.has(Role.BUREAU)) return no(lead, "bureau-opens");
        if (!Breach.LEADS.contains(lead)) return no(Clause.A23_1, "not-a-lead");
        if (!Boolean.TRUE.equals(b.upheld())) return no(lead, "not-verified");
        if (b.referredAt() != null) return no(lead, "referred-already");
        if (lead == Clause.A23_4 && !b.second()) return no(Clause.A23_4, "only-one-in-a-year");
        return to.isBlank() ? no(lead, "to-whom") : Optional.empty();
    }

    /** Whether a finding of this moment is the second or later of the twelve months that end with it. */
    static boolean second(List<Instant> earlierFindings, Instant now) {
        ZonedDateTime yearAgo = now.atZone(Limits.ZONE).minusMonths(12);
        return earlierFindings.stream().anyMatch(f -> f.atZone(Limits.ZONE).isAfter(yearAgo) && !f.isAfter(now));
    }

    private static Optional<Refused> no(Clause under, String words) {
        return Optional.of(new Refused(under, "accountability.refused." + words));
    }
}
