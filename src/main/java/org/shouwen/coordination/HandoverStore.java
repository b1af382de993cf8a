package org.shouwen.coordination;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouwen.directory.UnitId;
import org.shouwen.regulation.Clause;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class HandoverStore {
    private final JdbcClient jdbc;

    HandoverStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    String number(int year) {
        int next = jdbc.sql("""
                        insert into coordination.last_number (year, last) values (:year, 1)
                        on conflict (year) do update set last = last_number.last + 1 returning last
                        """).param("year", year).query(Integer.class).single();
        return "%d-%04d".formatted(year, next);
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
                .param("at", h.answeredAt() == null ? null : Timestamp.from(h.answeredAt()))
                .param("answer", h.answer())
                .param("id", h.id())
                .update();
    }

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

    /** What is still awaited first, by its limit; then the newest. */
    List<Handover> list(@Nullable UnitId unit, int limit) {
        var query = jdbc.sql(
                        "select * from coordination.handover"
                                + (unit == null ? "" : " where unit = :unit")
                                + " order by (answered_at is not null), case when answered_at is null then due end, handed_at desc limit :limit")
                .param("limit", limit);
        return (unit == null ? query : query.param("unit", unit.code()))
                .query(HandoverStore::handover)
                .list();
    }

    static Handover handover(ResultSet rs, int row) throws SQLException {
        String unit = rs.getString("unit");
        Timestamp answered = rs.getTimestamp("answered_at");
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
                answered == null ? null : answered.toInstant(),
                rs.getString("answer"));
    }
}
