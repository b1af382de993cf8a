package org.shouwen.workorder;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouwen.confidentiality.ConflictOfInterest;
import org.shouwen.directory.UnitId;
import org.shouwen.jdbc.Instants;
import org.shouwen.problems.After;
import org.shouwen.problems.Page;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Lists of orders; each has its index in V801. */
@Repository
class BoardStore {
    static final String LINE = """
        select w.id, w.number, w.state, w.urgent, m.title, m.kind, m.matter_class, m.place, m.location, w.registered_at,
               w.lead_unit, w.limit_class, w.section, w.officer, w.dispatched_at, w.receive_by, w.receive_provisional,
               w.handle_by, w.handle_provisional, w.receipt_overdue_at, w.handling_overdue_at, w.reported_at,
               w.reworks, w.version, w.shield is not null as shielded, w.closed_at, w.intake_asked_at
        from workorder.work_order w join workorder.matter m on m.order_id = w.id
        """;
    private static final String NOT_ABOUT_READER = " and " + ConflictOfInterest.order("w.number");

    static final RowMapper<OrderLine> MAP = (rs, _) -> line(rs);

    private final JdbcClient jdbc;

    BoardStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Matter matter(UUID order) {
        return jdbc.sql("select * from workorder.matter where order_id = :order")
                .param("order", order)
                .query((rs, _) -> VerifiedRows.matter(rs, "urgent_kind"))
                .single();
    }

    Set<UUID> openOf(Collection<UUID> appeals) {
        return Set.copyOf(jdbc.sql("""
                        select appeal from workorder.work_order
                        where appeal = any(:appeals) and state not in ('CLOSED', 'JOINED')
                        """)
                .param("appeals", appeals.toArray(UUID[]::new))
                .query(UUID.class)
                .list());
    }

    /** Orders that are joined under one, oldest first. */
    Page<OrderLine> joined(String lead, String reader, @Nullable After after, int limit) {
        var query = jdbc.sql(LINE + " where w.joined_to = :lead" + NOT_ABOUT_READER
                        + (after == null ? "" : " and w.id > :after") + " order by w.id limit :limit")
                .param("lead", lead)
                .param("reader", reader)
                .param("limit", limit + 1);
        if (after != null) query = query.param("after", after.id());
        return Page.of(
                query.query(MAP).list(), limit, (long) under(lead, reader).size(), l -> new After(0, 0, l.id()));
    }

    /** The numbers of all that are joined under one. */
    List<String> under(String lead, String reader) {
        return jdbc.sql("select w.number from workorder.work_order w where w.joined_to = :lead" + NOT_ABOUT_READER)
                .param("lead", lead)
                .param("reader", reader)
                .query(String.class)
                .list();
    }

    /** Open orders of the same class and place, newest first: what an order may be the same matter as. */
    List<OrderLine> sameMatter(UUID order, String matterClass, @Nullable String place, String reader, int limit) {
        return jdbc.sql(LINE + """
                         where w.id = any(array(
                             select order_id from workorder.matter
                             where matter_class = :class and place is not distinct from :place
                             order by order_id desc limit 200))
                           and w.id <> :order and w.state in ('REGISTERED', 'AWAITING_RECEIPT', 'IN_HAND', 'REPORTED')
                        """ + NOT_ABOUT_READER + " order by w.id desc limit :limit")
                .param("reader", reader)
                .param("order", order)
                .param("class", matterClass)
                .param("place", place)
                .param("limit", limit)
                .query((rs, _) -> line(rs))
                .list();
    }

    Optional<String> numberOfAppeal(UUID appeal) {
        return jdbc.sql(
                        "select number from workorder.work_order where appeal = :appeal order by registered_at desc limit 1")
                .param("appeal", appeal)
                .query(String.class)
                .optional();
    }

    Map<UUID, Instant> closedOf(Collection<UUID> appeals) {
        Map<UUID, Instant> closed = new HashMap<>();
        jdbc.sql("""
                        select appeal, max(closed_at) as closed_at from workorder.work_order
                        where appeal = any(:appeals) group by appeal having bool_and(closed_at is not null)
                        """).param("appeals", appeals.toArray(UUID[]::new)).query(rs -> {
            closed.put(
                    rs.getObject("appeal", UUID.class),
                    rs.getTimestamp("closed_at").toInstant());
        });
        return closed;
    }

    /** By each unit's own index of what it has closed. */
    List<ClosedOrder> closedBetween(List<UnitId> units, Instant from, Instant to) {
        return jdbc.sql("""
                        select w.id, w.number, w.lead_unit, m.kind, w.limit_class
                        from unnest(cast(:units as text[])) as u (code)
                        cross join lateral (select id, number, lead_unit, limit_class from workorder.work_order
                            where state = 'CLOSED' and lead_unit = u.code and closed_at >= :from and closed_at < :to) w
                        join workorder.matter m on m.order_id = w.id
                        order by w.id
                        """)
                .param("units", units.stream().map(UnitId::code).toArray(String[]::new))
                .param("from", Timestamp.from(from))
                .param("to", Timestamp.from(to))
                .query((rs, _) -> new ClosedOrder(
                        rs.getObject("id", UUID.class),
                        rs.getString("number"),
                        new UnitId(rs.getString("lead_unit")),
                        rs.getString("kind"),
                        rs.getString("limit_class")))
                .list();
    }

    List<OrderLine> list(
            @Nullable UnitId unit, WorkOrder.@Nullable State state, @Nullable UUID after, String reader, int limit) {
        String where = " where true" + NOT_ABOUT_READER
                + (unit == null
                        ? ""
                        : " and (w.lead_unit = :unit or (w.assisting @> cast(:units as text[]) and w.assisting <> '{}'))")
                + (state == null ? "" : " and w.state = :state")
                + (after == null ? "" : " and w.id < :after");
        var query = jdbc.sql(LINE + where + " order by w.id desc limit :limit")
                .param("reader", reader)
                .param("limit", limit);
        if (unit != null) query = query.param("unit", unit.code()).param("units", new String[] {unit.code()});
        if (state != null) query = query.param("state", state.name());
        if (after != null) query = query.param("after", after);
        return query.query((rs, _) -> line(rs)).list();
    }

    static OrderLine line(ResultSet rs) throws SQLException {
        String lead = rs.getString("lead_unit");
        return new OrderLine(
                rs.getObject("id", UUID.class),
                rs.getString("number"),
                WorkOrder.State.valueOf(rs.getString("state")),
                rs.getBoolean("urgent"),
                rs.getString("title"),
                rs.getString("kind"),
                rs.getString("matter_class"),
                rs.getString("place"),
                rs.getString("location"),
                rs.getTimestamp("registered_at").toInstant(),
                lead == null ? null : new UnitId(lead),
                rs.getString("limit_class"),
                rs.getObject("section", UUID.class),
                rs.getObject("officer", UUID.class),
                Instants.orNull(rs, "dispatched_at"),
                due(rs, "receive_by", "receive_provisional"),
                due(rs, "handle_by", "handle_provisional"),
                Instants.orNull(rs, "receipt_overdue_at"),
                Instants.orNull(rs, "handling_overdue_at"),
                Instants.orNull(rs, "reported_at"),
                rs.getInt("reworks"),
                rs.getLong("version"),
                rs.getBoolean("shielded"),
                Instants.orNull(rs, "intake_asked_at"));
    }

    private static @Nullable Due due(ResultSet rs, String at, String provisional) throws SQLException {
        Instant due = Instants.orNull(rs, at);
        return due == null ? null : new Due(due, rs.getBoolean(provisional));
    }
}
