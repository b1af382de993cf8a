package org.shouwen.workorder;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.shouwen.accounts.CurrentUser;
import org.shouwen.calendar.Limits;
import org.shouwen.calendar.WorkCalendar;
import org.shouwen.directory.Directory;
import org.shouwen.directory.UnitId;
import org.shouwen.problems.After;
import org.shouwen.problems.Page;
import org.shouwen.regulation.Basis;
import org.shouwen.regulation.Clause;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What a unit's people have to do, tab by tab, with what is the reader's own first (Art. 4). */
@Service
@Transactional(readOnly = true)
@Basis(Clause.A4)
public class UnitInbox {
    /** Working days within which a limit counts as near. */
    public static final int SOON = 2;

    private final InboxStore store;
    private final WorkCalendar calendar;
    private final Directory directory;
    private final InstantSource clock;

    UnitInbox(InboxStore store, WorkCalendar calendar, Directory directory, InstantSource clock) {
        this.store = store;
        this.calendar = calendar;
        this.directory = directory;
        this.clock = clock;
    }

    /** Where today and the near days end. */
    record Times(Instant now, Instant endOfToday, Instant endOfSoon) {}

    /** The orders of the person's unit under a tab, by limit; what is closed, newest first. */
    public Page<OrderLine> of(CurrentUser person, Tab tab, @Nullable After after, int limit) {
        return store.inbox(unit(person), holder(person), tab, times(), after, limit)
                .map(WorkOrderBoard::lessKept);
    }

    /** How many each tab holds; the closed are not counted, and "mine" only for who has an entry in the directory. */
    public Map<Tab, Long> counts(CurrentUser person) {
        return store.counts(unit(person), holder(person), times());
    }

    private InboxStore.Holder holder(CurrentUser person) {
        return new InboxStore.Holder(person.officer(), OrderHolder.section(person, directory));
    }

    private static UnitId unit(CurrentUser person) {
        return Objects.requireNonNull(person.unit(), "only people of a unit have an inbox");
    }

    private Times times() {
        Instant now = clock.instant();
        LocalDate today = now.atZone(Limits.ZONE).toLocalDate();
        LocalDate soon = calendar.current().after(today, SOON);
        return new Times(
                now,
                today.plusDays(1).atStartOfDay(Limits.ZONE).toInstant(),
                soon.plusDays(1).atStartOfDay(Limits.ZONE).toInstant());
    }
}
