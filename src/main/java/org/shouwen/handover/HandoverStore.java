package org.shouwen.handover;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouwen.confidentiality.ConflictOfInterest;
import org.shouwen.directory.UnitId;
import org.shouwen.jdbc.Instants;
import org.shouwen.jdbc.YearNumbers;
import org.shouwen.problems.After;
import org.shouwen.problems.Keyset;
import org.shouwen.problems.Page;
import org.shouwen.regulation.Clause;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Rows of handovers and special reports. */
@Repository
class HandoverStore {
    private final JdbcClient jdbc;

    HandoverStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    String number(int year) {
        return YearNumbers.next(jdbc, "coordination.last_number", year);
    }

    void insert(Handover h) {
        UnitId unit = h.unit();
        jdbc.sql("""
                        insert into coordination.handover (id, number, kind, ground, order_id, order_number, unit, recipient,
                            reason, handed_at, handed_by, due, provisional)
                        values (:id, :number, :kind, :ground, :order, :orderNumber, :unit, :recipient, :reason, :at, :by,
                            :due, :provisional)
                        """)
                .param("id", h.id())
                .param("number", h.number())
                .param("kind", h.kind().name())
                .param("ground", h.ground().name())
                .param("order", h.order())
                .param("orderNumber", h.orderNumber())
                .param("unit", unit == null ? null : unit.code())
                .param("recipient", h.recipient())
                .param("reason", h.reason())
                .param("at", Timestamp.from(h.handedAt()))
                .param("by", h.handedBy())
                .param("due", Timestamp.from(h.due()))
                .param("provisional", h.provisional())
                .update();
    }

    void answered(Handover h) {
        jdbc.sql("update coordination.handover set answered_at = :at, answer = :answer where id = :id")
                .param("at", Instants.timestamp(h.answeredAt()))
                .param("answer", h.answer())
                .param("id", h.id())
                .update();
    }

    void read(Handover h) {
        jdbc.sql("update coordination.handover set read_at = :at, read_by = :by where id = :id")
                .param("at", Instants.timestamp(h.readAt()))
                .param("by", h.readBy())
                .param("id", h.id())
                .update();
    }

    Optional<Handover> find(String number) {
        return jdbc.sql("select * from coordination.handover where number = :number")
                .param("number", number)
                .query(HandoverStore::handover)
                .optional();
    }

    /** Held until the transaction ends: two answers at once come one after the other. */
    Optional<Handover> lock(String number) {
        return jdbc.sql("select * from coordination.handover where number = :number for update")
                .param("number", number)
                .query(HandoverStore::handover)
                .optional();
    }

    List<Handover> all() {
        return jdbc.sql("select * from coordination.handover order by id")
                .query(HandoverStore::handover)
                .list();
    }

    List<Handover> ofOrder(String orderNumber) {
        return jdbc.sql("select * from coordination.handover where order_number = :order order by handed_at, id")
                .param("order", orderNumber)
                .query(HandoverStore::handover)
                .list();
    }

    /**
     * What is still awaited first, by its limit; then the newest.
     *
     * @param onlyReports leaves out what goes to the petition office
     */
    Page<Handover> list(@Nullable UnitId unit, boolean onlyReports, String reader, @Nullable After after, int limit) {
        String rows = "select h.*, (answered_at is not null)::int as rank, case when answered_at is null then "
                + Keyset.earliest("due") + " else " + Keyset.latest("handed_at") + " end as turn"
                + " from coordination.handover h where " + ConflictOfInterest.order("h.order_number")
                + (unit == null ? "" : " and h.unit = :unit")
                + (onlyReports ? " and h.kind = 'SPECIAL_REPORT'" : "");
        Map<String, String> params =
                unit == null ? Map.of("reader", reader) : Map.of("reader", reader, "unit", unit.code());
        return Keyset.page(jdbc, rows, params, after, limit, HandoverStore::handover);
    }

    static Handover handover(ResultSet rs, int row) throws SQLException {
        String unit = rs.getString("unit");
        return new Handover(
                rs.getObject("id", UUID.class),
                rs.getString("number"),
                Handover.Kind.valueOf(rs.getString("kind")),
                Clause.valueOf(rs.getString("ground")),
                rs.getObject("order_id", UUID.class),
                rs.getString("order_number"),
                unit == null ? null : new UnitId(unit),
                rs.getString("recipient"),
                rs.getString("reason"),
                rs.getTimestamp("handed_at").toInstant(),
                rs.getString("handed_by"),
                rs.getTimestamp("due").toInstant(),
                rs.getBoolean("provisional"),
                Instants.orNull(rs, "answered_at"),
                rs.getString("answer"),
                Instants.orNull(rs, "read_at"),
                rs.getString("read_by"));
    }
}
