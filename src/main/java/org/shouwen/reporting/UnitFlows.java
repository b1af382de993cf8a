package org.shouwen.reporting;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** How many orders came to units and how many they closed; by the view that orders publish (Art. 2). */
@Service
@Transactional(readOnly = true)
public class UnitFlows {
    private final JdbcClient jdbc;

    UnitFlows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param came dispatched to the unit since a moment; {@code closed} likewise */
    public record Flow(String unit, int came, int closed) {}

    /** Units to which anything came since a moment. Each count has an index of its own: one "or" would read all orders. */
    public List<Flow> since(Instant moment) {
        return jdbc.sql("""
                        select came.lead_unit, came.orders as came,
                               (select count(*) from workorder.facts f
                                where f.lead_unit = came.lead_unit and f.state = 'CLOSED' and f.closed_at >= :since) as closed
                        from (select lead_unit, count(*) as orders from workorder.facts
                              where dispatched_at >= :since and lead_unit is not null group by lead_unit) came
                        order by came.lead_unit
                        """)
                .param("since", Timestamp.from(moment))
                .query((rs, _) -> new Flow(rs.getString("lead_unit"), rs.getInt("came"), rs.getInt("closed")))
                .list();
    }
}
