package org.shouwen.workorder;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouwen.confidentiality.ConflictOfInterest;
import org.shouwen.directory.UnitId;
import org.shouwen.problems.After;
import org.shouwen.problems.Page;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;

/** What waits for the platform, page by page; a list and its counter ask for the same. */
@Repository
class QueueStore {
    private static final String TO_DISPATCH = "w.state = 'REGISTERED' and" + ConflictOfInterest.order("w.number");
    private static final String QUESTIONS =
            "w.state = 'REGISTERED' and w.intake_asked_at is not null and" + ConflictOfInterest.order("w.number");
    private static final String TO_DECIDE = "w.state = 'REPORTED' and" + ConflictOfInterest.order("w.number");
    /** What a dispatcher decides on, and what is the Bureau's: the second return. */
    private static final String REQUESTS = """
            w.id in (select id from workorder.work_order where extension_asked_at is not null
                     union select id from workorder.work_order where return_asked_at is not null)
            and ((:bureau and w.return_asked_at is not null
                and w.returns + coalesce((w.asked::jsonb ->> 'refusals')::int, 0) > 0)
              or (:dispatcher and (w.extension_asked_at is not null
                or w.returns + coalesce((w.asked::jsonb ->> 'refusals')::int, 0) = 0)))
            and\
            """ + ConflictOfInterest.order("w.number");

    private static final String ALARMS = """
            w.urgent_kind is not null and w.urgent_answered_at is null and w.state not in ('CLOSED', 'JOINED')
            and\
            """ + ConflictOfInterest.order("w.number");
    private static final String LATE = """
            w.state in ('AWAITING_RECEIPT', 'IN_HAND')
            and (w.handle_by <= :now or (w.state = 'AWAITING_RECEIPT' and w.receive_by <= :now))
            and\
            """ + ConflictOfInterest.order("w.number");

    private final JdbcClient jdbc;
    private final EventJson json;

    QueueStore(JdbcClient jdbc, EventJson json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    Page<OrderLine> toDispatch(String reader, @Nullable After after, int limit) {
        var query = jdbc.sql(BoardStore.LINE + " where " + TO_DISPATCH
                + (after == null ? "" : " and (not w.urgent, w.registered_at, w.id) > (:calm, :at, :id)")
                + " order by w.urgent desc, w.registered_at, w.id limit :limit");
        if (after != null) query = query.param("calm", after.rank() == 1);
        return Page.of(
                list(query, reader, after, limit, BoardStore.MAP),
                limit,
                count(jdbc.sql(COUNT + TO_DISPATCH), reader),
                l -> After.at(l.urgent() ? 0 : 1, l.registeredAt(), l.id()));
    }

    /** Who of those that are not urgent waits longest. */
    Optional<OrderLine> longestToDispatch(String reader) {
        return jdbc.sql(BoardStore.LINE + " where not w.urgent and " + TO_DISPATCH
                        + " order by w.urgent desc, w.registered_at, w.id limit 1")
                .param("reader", reader)
                .query(BoardStore.MAP)
                .optional();
    }

    /** Those of these that wait to be dispatched. */
    List<OrderLine> toDispatch(String reader, Collection<String> numbers) {
        return jdbc.sql(BoardStore.LINE + " where w.number = any(:numbers) and " + TO_DISPATCH)
                .param("numbers", numbers.toArray(String[]::new))
                .param("reader", reader)
                .query(BoardStore.MAP)
                .list();
    }

    /** Orders about which the dispatcher asked intake something, longest first. */
    Page<OrderLine> questions(String reader, @Nullable After after, int limit) {
        var query = jdbc.sql(BoardStore.LINE + " where " + QUESTIONS
                + (after == null ? "" : " and (w.intake_asked_at, w.id) > (:at, :id)")
                + " order by w.intake_asked_at, w.id limit :limit");
        return Page.of(
                list(query, reader, after, limit, BoardStore.MAP),
                limit,
                count(jdbc.sql(COUNT + QUESTIONS), reader),
                l -> After.at(0, Objects.requireNonNull(l.intakeAskedAt()), l.id()));
    }

    Page<OrderLine> toDecide(String reader, @Nullable After after, int limit) {
        var query = jdbc.sql(BoardStore.LINE + " where " + TO_DECIDE
                + (after == null ? "" : " and (w.reported_at, w.id) > (:at, :id)")
                + " order by w.reported_at, w.id limit :limit");
        return Page.of(
                list(query, reader, after, limit, BoardStore.MAP),
                limit,
                count(jdbc.sql(COUNT + TO_DECIDE), reader),
                l -> After.at(0, Objects.requireNonNull(l.reportedAt()), l.id()));
    }

    Page<Request> requests(String reader, boolean dispatcher, boolean bureau, @Nullable After after, int limit) {
        var query = jdbc.sql("""
                        select w.id, w.number, m.title, m.place, w.lead_unit, w.handle_by, w.handle_provisional, w.asked,
                               least(w.extension_asked_at, w.return_asked_at) as since
                        from workorder.work_order w join workorder.matter m on m.order_id = w.id
                        where
                        """ + REQUESTS
                        + (after == null
                                ? ""
                                : " and (least(w.extension_asked_at, w.return_asked_at), w.id) > (:at, :id)")
                        + " order by since, w.id limit :limit")
                .param("dispatcher", dispatcher)
                .param("bureau", bureau);
        var counted = jdbc.sql(COUNT + REQUESTS).param("dispatcher", dispatcher).param("bureau", bureau);
        RowMapper<Page.Row<Request>> row = (rs, _) -> new Page.Row<>(
                new Request(
                        rs.getString("number"),
                        rs.getString("title"),
                        rs.getString("place"),
                        new UnitId(rs.getString("lead_unit")),
                        new Due(rs.getTimestamp("handle_by").toInstant(), rs.getBoolean("handle_provisional")),
                        json.readAsked(rs.getString("asked"))),
                After.at(0, rs.getTimestamp("since").toInstant(), rs.getObject("id", UUID.class)));
        return Page.of(list(query, reader, after, limit, row), limit, count(counted, reader));
    }

    Page<Alarm> alarms(String reader, @Nullable After after, int limit) {
        var query = jdbc.sql("""
                        select w.id, w.number, m.title, m.place, m.location, w.lead_unit, w.urgent_kind, w.urgent_since,
                               w.urgent_calls
                        from workorder.work_order w join workorder.matter m on m.order_id = w.id
                        where
                        """ + ALARMS + (after == null ? "" : " and (w.urgent_since, w.id) > (:at, :id)")
                + " order by w.urgent_since, w.id limit :limit");
        RowMapper<Page.Row<Alarm>> row = (rs, _) -> new Page.Row<>(
                new Alarm(
                        rs.getString("number"),
                        rs.getString("title"),
                        rs.getString("place"),
                        rs.getString("location"),
                        rs.getString("lead_unit") == null ? null : new UnitId(rs.getString("lead_unit")),
                        rs.getString("urgent_kind"),
                        rs.getTimestamp("urgent_since").toInstant(),
                        rs.getInt("urgent_calls")),
                After.at(0, rs.getTimestamp("urgent_since").toInstant(), rs.getObject("id", UUID.class)));
        return Page.of(list(query, reader, after, limit, row), limit, count(jdbc.sql(COUNT + ALARMS), reader));
    }

    Page<OrderLine> late(@Nullable UnitId unit, Instant now, String reader, @Nullable After after, int limit) {
        String where = LATE + (unit == null ? "" : " and w.lead_unit = :unit");
        var query = jdbc.sql(BoardStore.LINE + " where " + where
                        + (after == null ? "" : " and (w.handle_by, w.id) > (:at, :id)")
                        + " order by w.handle_by, w.id limit :limit")
                .param("now", Timestamp.from(now));
        var counted = jdbc.sql(COUNT + where).param("now", Timestamp.from(now));
        if (unit != null) {
            query = query.param("unit", unit.code());
            counted = counted.param("unit", unit.code());
        }
        return Page.of(
                list(query, reader, after, limit, BoardStore.MAP),
                limit,
                count(counted, reader),
                l -> After.at(0, Objects.requireNonNull(l.handling()).at(), l.id()));
    }

    private static final String COUNT = "select count(*) from workorder.work_order w where ";

    private static <T> List<T> list(
            StatementSpec query, String reader, @Nullable After after, int limit, RowMapper<T> row) {
        var bound = query.param("reader", reader).param("limit", limit + 1);
        if (after != null) bound = bound.param("at", after.time()).param("id", after.id());
        return bound.query(row).list();
    }

    private static long count(StatementSpec query, String reader) {
        return query.param("reader", reader).query(Long.class).single();
    }
}
