package org.shouwen.simulation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Holds what stands in the database, read past the product, against what the rulings say must stand there. */
final class DailyCheck {
    /** What must be empty on every day, whatever happened. */
    private static final Map<String, String> NEVER = Map.of(
            "a closed order whose appellant was not told (13.7)",
            """
            select w.number from workorder.work_order w
            where w.state = 'CLOSED' and w.closed_at >= :since and not exists (
                select from messages.outbox o where o.number = w.number and o.moment = 'CLOSED' and o.created >= w.closed_at)
            """,
            "a joined order that was answered without a word to its appellant (ruling 10)",
            """
            select w.number from workorder.work_order w
            where w.state = 'JOINED' and w.closed_at >= :since and not exists (
                select from messages.outbox o where o.number = w.number and o.moment = 'CLOSED')
            """,
            "a joined order whose lead is closed, but that was not answered (ruling 10)",
            """
            select w.number from workorder.work_order w join workorder.work_order l on l.number = w.joined_to
            where l.state = 'CLOSED' and l.closed_at >= :since and w.closed_at is null
            """,
            "an overdue order that calls for no supervision (Art. 16)",
            """
            select w.number from workorder.work_order w
            where w.handling_overdue_at >= :since and w.handling_overdue_at < :now
              and not exists (select from supervision.trigger t where t.order_id = w.id and t.kind = 'OVERDUE')
            """,
            "a supervision past its limit that was neither answered nor escalated (ruling 9)",
            """
            select s.number from supervision.supervision s
            where s.due < :now and s.answered_at is null and s.escalated_at is null
            """,
            "more than fifteen working days of extension (13.3)",
            "select number from workorder.work_order where days_extended > 15",
            "a third bounce (13.6)",
            "select number from workorder.work_order where returns > 2",
            "an appeal that was decided by nobody (Art. 12)",
            """
            select number from intake.appeal
            where received_at >= :since and outcome is not null and (officer_account is null or officer_name is null)
            """,
            "a draw of callbacks that is not as large as it says (Art. 14)",
            """
            select cast(d.day as text) from supervision.draw d
            where d.at >= :since and d.drawn <> (select count(*) from supervision.callback c where c.day = d.day)
            """);

    private final JdbcClient jdbc;

    DailyCheck(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @return in words, everything that is not as it must be */
    List<String> check(Map<String, Expected> open, Instant since, Instant now) {
        List<String> wrong = new ArrayList<>();
        jdbc.sql("select * from workorder.work_order where number = any(:numbers)")
                .param("numbers", open.keySet().toArray(String[]::new))
                .query(rs -> {
                    compare(rs, Objects.requireNonNull(open.get(rs.getString("number"))), wrong);
                });
        NEVER.forEach((what, sql) -> {
            var query = jdbc.sql(sql);
            if (sql.contains(":since")) query = query.param("since", Timestamp.from(since));
            if (sql.contains(":now")) query = query.param("now", Timestamp.from(now));
            for (String number : query.query(String.class).list()) wrong.add(what + ": " + number);
        });
        return wrong;
    }

    private static void compare(ResultSet rs, Expected e, List<String> wrong) throws SQLException {
        differ(wrong, e, "state", rs.getString("state"), e.state());
        if (e.joined || e.receiptLimit == null) return;
        differ(wrong, e, "lead unit", rs.getString("lead_unit"), e.lead);
        differ(wrong, e, "class", rs.getString("limit_class"), e.limitClass);
        differ(wrong, e, "dispatched", at(rs, "dispatched_at"), e.dispatched);
        differ(wrong, e, "received", at(rs, "received_at"), e.received);
        differ(wrong, e, "receipt limit", at(rs, "receive_by"), e.receiptLimit);
        differ(wrong, e, "handling limit", at(rs, "handle_by"), e.handlingLimit);
        differ(wrong, e, "receipt overdue", at(rs, "receipt_overdue_at"), e.receiptOverdue);
        differ(wrong, e, "handling overdue", at(rs, "handling_overdue_at"), e.handlingOverdue);
        differ(wrong, e, "extended", rs.getInt("days_extended"), e.extended);
        differ(wrong, e, "extension waits", rs.getTimestamp("extension_asked_at") != null, e.extensionAsked > 0);
        differ(wrong, e, "returns", rs.getInt("returns"), e.returns);
        differ(wrong, e, "return waits", rs.getTimestamp("return_asked_at") != null, e.returnAsked);
        differ(wrong, e, "reworks", rs.getInt("reworks"), e.reworks);
        if (!e.closed) differ(wrong, e, "provisional", rs.getBoolean("handle_provisional"), e.provisional());
    }

    private static void differ(
            List<String> wrong, Expected e, String what, @Nullable Object is, @Nullable Object must) {
        if (!Objects.equals(is, must)) wrong.add("%s: %s is %s, must be %s".formatted(e.number, what, is, must));
    }

    private static @Nullable Instant at(ResultSet rs, String column) throws SQLException {
        Timestamp at = rs.getTimestamp(column);
        return at == null ? null : at.toInstant();
    }
}
