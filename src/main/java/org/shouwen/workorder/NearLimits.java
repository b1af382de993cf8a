package org.shouwen.workorder;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouwen.directory.UnitId;
import org.shouwen.regulation.Basis;
import org.shouwen.regulation.Clause;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Open orders whose limit ends soon, by the indexes of the sweep (V801); for whoever tells units in time. */
@Component
@Basis({Clause.A13_1, Clause.A13_2})
public class NearLimits {
    private final JdbcClient jdbc;

    NearLimits(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * @param section that has the order; null: none
     * @param officer who has the order; null: nobody in particular
     */
    public record Near(
            String number,
            UnitId lead,
            @Nullable UUID section,
            @Nullable UUID officer,
            Instant due) {}

    /** Orders not received, whose limit to receive ends after {@code from} and not later than {@code to}. */
    public List<Near> receipt(Instant from, Instant to) {
        return near("receive_by", "state = 'AWAITING_RECEIPT' and receipt_overdue_at is null", from, to);
    }

    /** Orders not reported, whose limit to handle ends then; not those whose extension waits for the platform. */
    public List<Near> handling(Instant from, Instant to) {
        return near(
                "handle_by",
                "state in ('AWAITING_RECEIPT', 'IN_HAND') and handling_overdue_at is null and extension_asked_at is null",
                from,
                to);
    }

    private List<Near> near(String column, String where, Instant from, Instant to) {
        return jdbc.sql("select number, lead_unit, section, officer, " + column
                        + " as due from workorder.work_order where " + where + " and " + column + " > :from and "
                        + column + " <= :to order by " + column)
                .param("from", Timestamp.from(from))
                .param("to", Timestamp.from(to))
                .query((rs, _) -> new Near(
                        rs.getString("number"),
                        new UnitId(rs.getString("lead_unit")),
                        rs.getObject("section", UUID.class),
                        rs.getObject("officer", UUID.class),
                        rs.getTimestamp("due").toInstant()))
                .list();
    }
}
