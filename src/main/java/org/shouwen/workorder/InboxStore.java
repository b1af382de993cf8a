package org.shouwen.workorder;

import java.sql.Timestamp;
import java.util.EnumMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouwen.directory.UnitId;
import org.shouwen.problems.After;
import org.shouwen.problems.Page;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** A unit's inbox, tab by tab; each tab reads the index of the unit's open orders, or of those it has closed (V801). */
@Repository
class InboxStore {
    private static final String OPEN = "w.state in ('AWAITING_RECEIPT', 'IN_HAND', 'REPORTED')";
    private static final String RUNNING = "w.state in ('AWAITING_RECEIPT', 'IN_HAND')";
    // the person has it, or their section has it and nobody in particular
    private static final String HELD =
            "(w.officer = cast(:officer as uuid)" + " or (w.officer is null and w.section = cast(:section as uuid)))";

    private final JdbcClient jdbc;

    InboxStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Whose orders "mine" are: a person of the unit by the directory's entry, and the section they belong to. */
    record Holder(@Nullable UUID officer, @Nullable UUID section) {
        boolean somebody() {
            return officer != null || section != null;
        }
    }

    /** By its limit; what is closed, newest first, and not counted. */
    Page<OrderLine> inbox(
            UnitId unit, Holder holder, Tab tab, UnitInbox.Times times, @Nullable After after, int limit) {
        boolean closed = tab == Tab.CLOSED;
        String order = closed ? "w.closed_at desc, w.id" : "w.handle_by, w.id";
        String page = after == null
                ? ""
                : closed
                        ? " and w.closed_at <= :at and (w.closed_at < :at or w.id > :after)"
                        : " and (w.handle_by, w.id) > (:at, :after)";
        var query = jdbc.sql(BoardStore.LINE + " where " + where(tab) + page + " order by " + order + " limit :limit")
                .param("unit", unit.code())
                .param("units", new String[] {unit.code()})
                .param("officer", holder.officer())
                .param("section", holder.section())
                .param("now", Timestamp.from(times.now()))
                .param("today", Timestamp.from(times.endOfToday()))
                .param("soon", Timestamp.from(times.endOfSoon()))
                .param("limit", limit + 1);
        if (after != null) query = query.param("at", after.time()).param("after", after.id());
        return Page.of(
                query.query((rs, _) -> new Page.Row<>(
                                BoardStore.line(rs),
                                After.at(
                                        0,
                                        rs.getTimestamp(closed ? "closed_at" : "handle_by")
                                                .toInstant(),
                                        rs.getObject("id", UUID.class))))
                        .list(),
                limit,
                closed ? null : counts(unit, holder, times).get(tab));
    }

    private static String where(Tab tab) {
        return switch (tab) {
            case MINE -> "w.lead_unit = :unit and " + OPEN + " and " + HELD;
            case TO_RECEIVE -> "w.lead_unit = :unit and w.state = 'AWAITING_RECEIPT'";
            case IN_HAND -> "w.lead_unit = :unit and w.state = 'IN_HAND'";
            case DUE_TODAY ->
                "w.lead_unit = :unit and " + RUNNING + " and w.handle_by > :now and w.handle_by <= :today";
            case DUE_SOON ->
                "w.lead_unit = :unit and " + RUNNING + " and w.handle_by > :today and w.handle_by <= :soon";
            case OVERDUE ->
                "w.lead_unit = :unit and " + RUNNING
                        + " and (w.handle_by <= :now or (w.state = 'AWAITING_RECEIPT' and w.receive_by <= :now))";
            case REPORTED -> "w.lead_unit = :unit and w.state = 'REPORTED'";
            case ASSISTING -> "w.assisting @> cast(:units as text[]) and w.assisting <> '{}' and " + OPEN;
            case CLOSED -> "w.lead_unit = :unit and w.state = 'CLOSED'";
        };
    }

    /** One pass over the unit's open orders; the closed are not counted. */
    Map<Tab, Long> counts(UnitId unit, Holder holder, UnitInbox.Times times) {
        Map<Tab, Long> counts = new EnumMap<>(Tab.class);
        jdbc.sql("""
                        select count(*) filter (where w.state = 'AWAITING_RECEIPT') as to_receive,
                               count(*) filter (where w.state = 'IN_HAND') as in_hand,
                               count(*) filter (where w.state <> 'REPORTED' and w.handle_by > :now and w.handle_by <= :today) as due_today,
                               count(*) filter (where w.state <> 'REPORTED' and w.handle_by > :today and w.handle_by <= :soon) as due_soon,
                               count(*) filter (where w.state <> 'REPORTED' and (w.handle_by <= :now
                                   or (w.state = 'AWAITING_RECEIPT' and w.receive_by <= :now))) as overdue,
                               count(*) filter (where w.state = 'REPORTED') as reported,
                               count(*) filter (where\s""" + HELD + """
                        ) as mine
                        from workorder.work_order w
                        where w.lead_unit = :unit and w.state in ('AWAITING_RECEIPT', 'IN_HAND', 'REPORTED')
                        """)
                .param("unit", unit.code())
                .param("officer", holder.officer())
                .param("section", holder.section())
                .param("now", Timestamp.from(times.now()))
                .param("today", Timestamp.from(times.endOfToday()))
                .param("soon", Timestamp.from(times.endOfSoon()))
                .query(rs -> {
                    if (holder.somebody()) counts.put(Tab.MINE, rs.getLong("mine"));
                    counts.put(Tab.TO_RECEIVE, rs.getLong("to_receive"));
                    counts.put(Tab.IN_HAND, rs.getLong("in_hand"));
                    counts.put(Tab.DUE_TODAY, rs.getLong("due_today"));
                    counts.put(Tab.DUE_SOON, rs.getLong("due_soon"));
                    counts.put(Tab.OVERDUE, rs.getLong("overdue"));
                    counts.put(Tab.REPORTED, rs.getLong("reported"));
                });
        counts.put(
                Tab.ASSISTING,
                jdbc.sql(
                                "select count(*) from workorder.work_order w where w.assisting @> cast(:units as text[]) and w.assisting <> '{}' and "
                                        + OPEN)
                        .param("units", new String[] {unit.code()})
                        .query(Long.class)
                        .single());
        return counts;
    }
}
