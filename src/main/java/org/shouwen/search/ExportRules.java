package org.shouwen.search;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouwen.access.Role;
import org.shouwen.accounts.CurrentUser;
import org.shouwen.regulation.Basis;
import org.shouwen.regulation.Clause;

/**
 * Who may take a table out of the system (Art. 21, decision 54): words of appeals and orders lead to people also where
 * names are masked, so that one person asks, says what for, and another lets them.
 */
@Basis(Clause.A21)
final class ExportRules {
    /** Rows of one table at most. */
    static final int MOST = 100_000;

    /** How long a table may be fetched after it was granted, and a request waits. */
    static final Duration TERM = Duration.ofDays(7);

    private static final Set<Role> PLATFORM = Set.of(Role.SUPERVISOR, Role.BUREAU);
    private static final Set<Role> UNIT = Set.of(Role.UNIT_DESK, Role.UNIT_LEADER);

    private ExportRules() {}

    /** Whether a second person is needed: articles, units and people of units are no secret of anybody's. */
    static boolean needsSecond(SearchQuery query) {
        return query.kinds().isEmpty()
                || query.kinds().contains(ThingKind.APPEAL)
                || query.kinds().contains(ThingKind.ORDER);
    }

    /** Whether this person is one who decides on others' requests of the unit, or of the platform where it is null. */
    static boolean decides(@Nullable String unit, CurrentUser by) {
        return !by.program()
                && Objects.equals(unit, by.unitCode())
                && by.roles().stream().anyMatch((unit == null ? PLATFORM : UNIT)::contains);
    }

    /** Never one's own. */
    static boolean decides(SearchExport export, CurrentUser by) {
        return !export.account().equals(by.account()) && decides(export.unit(), by);
    }

    static boolean waits(SearchExport export, Instant now) {
        return export.state() == SearchExport.State.ASKED && within(export.askedAt(), now);
    }

    static boolean fetchable(SearchExport export, UUID account, Instant now) {
        Instant since = export.decidedAt();
        return export.account().equals(account)
                && export.state() == SearchExport.State.GRANTED
                && since != null
                && within(since, now);
    }

    /** A moment of a clock that was set back later is as good as over: its term would not end for days. */
    private static boolean within(Instant since, Instant now) {
        return since.plus(TERM).isAfter(now) && since.minus(TERM).isBefore(now);
    }
}
