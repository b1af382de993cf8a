package org.shouwen.workorder;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouwen.directory.UnitId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How much each section and person of a unit has and had, for the unit's own analysis (Art. 4). */
@Component
public class HoldersOfUnit {
    private final JdbcClient jdbc;

    HoldersOfUnit(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * @param section null where none was named, as {@code officer}
     * @param open now; {@code late} of them over a limit
     * @param closed since the given moment; {@code closedLate} of them handled late
     */
    public record Holder(
            @Nullable UUID section,
            @Nullable UUID officer,
            long open,
            long late,
            long closed,
            long closedLate,
            long reworks) {}

    /** Orders that the unit leads, most open ones first. */
    public List<Holder> of(UnitId unit, Instant since, Instant now) {
        return jdbc.sql("""
                        select section, officer, count(*) filter (where state <> 'CLOSED') as open,
                               count(*) filter (where (state = 'AWAITING_RECEIPT' and receive_by <= :now)
                                   or (state in ('AWAITING_RECEIPT', 'IN_HAND') and handle_by <= :now)) as late,
                               count(*) filter (where state = 'CLOSED') as closed,
                               count(*) filter (where state = 'CLOSED' and handling_overdue_at is not null) as closed_late,
                               coalesce(sum(reworks), 0) as reworks
                        from workorder.work_order
                        where lead_unit = :unit and (state in ('AWAITING_RECEIPT', 'IN_HAND', 'REPORTED')
                            or (state = 'CLOSED' and closed_at >= :since))
                        group by section, officer order by open desc, closed desc
                        """)
                .param("unit", unit.code())
                .param("since", Timestamp.from(since))
                .param("now", Timestamp.from(now))
                .query((rs, _) -> new Holder(
                        rs.getObject("section", UUID.class),
                        rs.getObject("officer", UUID.class),
                        rs.getLong("open"),
                        rs.getLong("late"),
                        rs.getLong("closed"),
                        rs.getLong("closed_late"),
                        rs.getLong("reworks")))
                .list();
    }
}
