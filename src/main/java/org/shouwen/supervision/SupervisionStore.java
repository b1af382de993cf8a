package org.shouwen.supervision;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouwen.attachments.PaperFormat;
import org.shouwen.confidentiality.ConflictOfInterest;
import org.shouwen.directory.UnitId;
import org.shouwen.jdbc.Instants;
import org.shouwen.jdbc.Turns;
import org.shouwen.jdbc.YearNumbers;
import org.shouwen.problems.After;
import org.shouwen.problems.Keyset;
import org.shouwen.problems.Page;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Rows of supervisions. */
@Repository
class SupervisionStore {
    private final JdbcClient jdbc;

    SupervisionStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The next number of the year; two at once get two. */
    String number(int year) {
        return YearNumbers.next(jdbc, "supervision.last_number", year);
    }

    void insert(Supervision s) {
        jdbc.sql("""
            insert into supervision.supervision (id, number, order_id, order_number, unit, level, how, words,
                issued_at, issued_by, due, provisional)
            values (:id, :number, :order, :orderNumber, :unit, :level, :how, :words, :at, :by, :due, :provisional)
            """)
                .param("id", s.id())
                .param("number", s.number())
                .param("order", s.order())
                .param("orderNumber", s.orderNumber())
                .param("unit", s.unit().code())
                .param("level", s.level().name())
                .param("how", s.how().name())
                .param("words", s.words())
                .param("at", Timestamp.from(s.issuedAt()))
                .param("by", s.issuedBy())
                .param("due", Timestamp.from(s.due()))
                .param("provisional", s.provisional())
                .update();
    }

    void answered(Supervision s) {
        Instant at = s.answeredAt();
        jdbc.sql(
                        "update supervision.supervision set answered_at = :at, answer = :answer, signed = :signed where id = :id")
                .param("at", Instants.timestamp(at))
                .param("answer", s.answer())
                .param("signed", s.signed() == null ? null : PaperFormat.FORMAT.write(s.signed()))
                .param("id", s.id())
                .update();
    }

    void escalated(UUID id, Instant at) {
        jdbc.sql("update supervision.supervision set escalated_at = :at where id = :id")
                .param("at", Timestamp.from(at))
                .param("id", id)
                .update();
    }

    Optional<Supervision> lock(String number) {
        return jdbc.sql("select * from supervision.supervision where number = :number for update")
                .param("number", number)
                .query(SupervisionStore::supervision)
                .optional();
    }

    Optional<Supervision> find(String number) {
        return jdbc.sql("select * from supervision.supervision where number = :number")
                .param("number", number)
                .query(SupervisionStore::supervision)
                .optional();
    }

    /** Whoever issues for this order waits for whoever issues at the same moment; held until the transaction ends. */
    void lockIssuing(UUID order) {
        Turns.await(jdbc, 951, order.toString());
    }

    List<Supervision> ofOrder(UUID order) {
        return jdbc.sql("select * from supervision.supervision where order_id = :order order by issued_at")
                .param("order", order)
                .query(SupervisionStore::supervision)
                .list();
    }

    List<Supervision> lockDue(Instant now, int most) {
        return jdbc.sql("""
            select * from supervision.supervision
            where answered_at is null and escalated_at is null and ended_at is null and due <= :now
            order by due limit :most for update skip locked
            """)
                .param("now", Timestamp.from(now))
                .param("most", most)
                .query(SupervisionStore::supervision)
                .list();
    }

    List<Supervision> all() {
        return jdbc.sql("select * from supervision.supervision order by id")
                .query(SupervisionStore::supervision)
                .list();
    }

    /** Open ones first, by their limits; then the newest. */
    Page<Supervision> list(@Nullable UnitId unit, String reader, @Nullable After after, int limit) {
        String rows = "select s.*, (answered_at is not null or ended_at is not null)::int as rank,"
                + " case when answered_at is null and ended_at is null then "
                + Keyset.earliest("due") + " else " + Keyset.latest("issued_at") + " end as turn"
                + " from supervision.supervision s where " + ConflictOfInterest.order("s.order_number")
                + (unit == null ? "" : " and s.unit = :unit");
        Map<String, String> params =
                unit == null ? Map.of("reader", reader) : Map.of("reader", reader, "unit", unit.code());
        return Keyset.page(jdbc, rows, params, after, limit, SupervisionStore::supervision);
    }

    static Supervision supervision(ResultSet rs, int row) throws SQLException {
        String signed = rs.getString("signed");
        return new Supervision(
                rs.getObject("id", UUID.class),
                rs.getString("number"),
                rs.getObject("order_id", UUID.class),
                rs.getString("order_number"),
                new UnitId(rs.getString("unit")),
                Supervision.Level.valueOf(rs.getString("level")),
                Supervision.How.valueOf(rs.getString("how")),
                rs.getString("words"),
                rs.getTimestamp("issued_at").toInstant(),
                rs.getString("issued_by"),
                rs.getTimestamp("due").toInstant(),
                rs.getBoolean("provisional"),
                Instants.orNull(rs, "answered_at"),
                rs.getString("answer"),
                signed == null ? null : PaperFormat.FORMAT.read(signed),
                Instants.orNull(rs, "escalated_at"),
                Instants.orNull(rs, "ended_at"),
                rs.getString("ended"));
    }
}
