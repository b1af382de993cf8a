package org.shouwen.notification;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouwen.access.Role;
import org.shouwen.accounts.CurrentUser;
import org.shouwen.directory.Directory;
import org.shouwen.directory.Officer;
import org.shouwen.directory.UnitId;
import org.shouwen.knowledge.ArticleVersion;
import org.shouwen.problems.After;
import org.shouwen.problems.Page;
import org.shouwen.regulation.Basis;
import org.shouwen.regulation.Clause;
import org.shouwen.workorder.OrderMoved;
import org.shouwen.workorder.OrdersMoved;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What people of units are told about their orders, and the platform's of the knowledge base: kept in the transaction of what it tells, read on the page (Art. 4, 13). */
@Service
@Basis({Clause.A4, Clause.A13_1})
public class StaffNotices {
    /** More are not counted. */
    public static final int MOST = 100;

    private final StaffNoticeStore store;
    private final Directory directory;

    StaffNotices(StaffNoticeStore store, Directory directory) {
        this.store = store;
        this.directory = directory;
    }

    /** @param fresh whether the person has not marked it as read */
    public record Read(
            UUID id,
            StaffNotice.Kind kind,
            String order,
            Instant at,
            @Nullable Instant due,
            boolean fresh) {}

    /**
     * Whose notices a person reads.
     *
     * @param unit null: the platform
     * @param all a desk's or leader's: whatever the unit is told
     */
    record Reader(
            UUID account,
            @Nullable UnitId unit,
            boolean all,
            @Nullable UUID officer,
            @Nullable UUID section) {}

    @EventListener
    void moved(OrderMoved moved) {
        store.insert(OrderNotices.of(moved));
    }

    @EventListener
    void moved(OrdersMoved moved) {
        store.insert(
                moved.moved().stream().flatMap(m -> OrderNotices.of(m).stream()).toList());
    }

    /** How many this person has not read yet, at most {@link #MOST}. */
    @Transactional(readOnly = true)
    public int fresh(CurrentUser person) {
        Reader reader = reader(person);
        return reader == null ? 0 : store.fresh(reader, MOST);
    }

    /** Newest first. */
    @Transactional(readOnly = true)
    public Page<Read> of(CurrentUser person, @Nullable After after, int limit) {
        Reader reader = reader(person);
        return reader == null ? new Page<>(List.of(), null, 0L) : store.of(reader, after, limit);
    }

    /** Marks as read what the person saw: this one and all before it. */
    @Transactional
    public void seen(CurrentUser person, UUID upto) {
        if (reader(person) != null) store.seen(person.account(), upto);
    }

    /** Whether the person is told anything: whoever is of a unit, and those of the platform who keep the knowledge base. */
    public static boolean told(CurrentUser person) {
        return !person.ofPlatform() || ArticleVersion.platform(person);
    }

    private @Nullable Reader reader(CurrentUser person) {
        if (!told(person)) return null;
        UnitId unit = person.unit();
        if (unit == null) return new Reader(person.account(), null, true, null, null);
        UUID officer = person.officer();
        UUID section = officer == null
                ? null
                : directory.officer(officer).map(Officer::section).orElse(null);
        boolean all = person.has(Role.UNIT_DESK) || person.has(Role.UNIT_LEADER);
        return new Reader(person.account(), unit, all, officer, section);
    }
}
