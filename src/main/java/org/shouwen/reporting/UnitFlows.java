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

    /** @param came dispatched to the unit since a moment; {@code closed} likewise; {@code open} now */
    public record Flow(String unit, int came, int closed, int open) {}

    /** Units to which anything came since a moment. */
    public List<Flow> since(Instant moment) {
        return jdbc.sql("""
                        select lead_unit, count(*) filter (where dispatched_at >= :since) as came,
                               count(*) filter (where closed_at >= :since) as closed,
                               count(*) filter (where state in ('AWAITING_RECEIPT', 'IN_HAND', 'REPORTED')) as open
                        from workorder.facts
                        where lead_unit is not null
                          and (dispatched_at >= :since or closed_at >= :since
                            or state in ('AWAITING_RECEIPT', 'IN_HAND', 'REPORTED'))
                        group by lead_unit having count(*) filter (where dispatched_at >= :since) > 0
                        order by lead_unit
                        """)
                .param("since", Timestamp.from(moment))
                .query((rs, _) ->
                        new Flow(rs.getString("lead_unit"), rs.getInt("came"), rs.getInt("closed"), rs.getInt("open")))
                .list();
    }
}
