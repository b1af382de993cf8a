package org.shouwen.reporting;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.shouwen.calendar.Limits;
import org.shouwen.directory.Directory;
import org.shouwen.directory.UnitId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Service for figures: reads the views that owners publish, writes nothing. Every rate comes with its number of cases. */
@Service
@Transactional(readOnly = true)
public class Figures {
    private final JdbcClient jdbc;
    private final Directory directory;
    private final InstantSource clock;

    Figures(JdbcClient jdbc, Directory directory, InstantSource clock) {
        this.jdbc = jdbc;
        this.directory = directory;
        this.clock = clock;
    }

    /** @param lateReceipt not received in time, still open; {@code lateHandling} likewise */
    public record UnitFigures(
            String unit, String name, long open, long lateReceipt, long lateHandling, long dueToday, long reworks) {}

    public record Now(long toDispatch, long open, long lateReceipt, long lateHandling, long dueToday, long toDecide) {}

    public record Count(String key, long count) {}

    /** @param inTime of {@code cases} */
    public record Rate(long inTime, long cases) {
        public String percent() {
            return cases == 0 ? "–" : "%.1f%%".formatted(inTime * 100.0 / cases);
        }
    }

    /** Open orders of each unit, what is late first. */
    public List<UnitFigures> byUnit() {
        return jdbc.sql("""
                        select lead_unit, count(*) as open,
                               count(*) filter (where state = 'AWAITING_RECEIPT' and receive_by <= :now) as late_receipt,
                               count(*) filter (where state in ('AWAITING_RECEIPT', 'IN_HAND') and handle_by <= :now) as late_handling,
                               count(*) filter (where state in ('AWAITING_RECEIPT', 'IN_HAND') and handle_by > :now and handle_by <= :today) as due_today,
                               sum(reworks) as reworks
                        from workorder.facts
                        where state in ('AWAITING_RECEIPT', 'IN_HAND', 'REPORTED')
                        group by lead_unit
                        order by late_handling desc, late_receipt desc, open desc
                        """)
                .param("now", Timestamp.from(clock.instant()))
                .param("today", Timestamp.from(startOfDay(1)))
                .query((rs, _) -> new UnitFigures(
                        rs.getString("lead_unit"),
                        directory.name(new UnitId(rs.getString("lead_unit"))),
                        rs.getLong("open"),
                        rs.getLong("late_receipt"),
                        rs.getLong("late_handling"),
                        rs.getLong("due_today"),
                        rs.getLong("reworks")))
                .list();
    }

    /** @param units as {@link #byUnit} gave them: the sums must fit the rows that are shown */
    public Now now(List<UnitFigures> units) {
        return new Now(
                count("state = 'REGISTERED'"),
                units.stream().mapToLong(UnitFigures::open).sum(),
                units.stream().mapToLong(UnitFigures::lateReceipt).sum(),
                units.stream().mapToLong(UnitFigures::lateHandling).sum(),
                units.stream().mapToLong(UnitFigures::dueToday).sum(),
                count("state = 'REPORTED'"));
    }

    /** Today's appeals by channel, outcome or kind. */
    public List<Count> today(String by) {
        String column = Map.of("channel", "channel", "kind", "kind", "outcome", "coalesce(outcome, 'waiting')")
                .get(by);
        return jdbc.sql("select " + column
                        + " as key, count(*) from intake.facts where received_at >= :from group by 1 order by 2 desc")
                .param("from", Timestamp.from(startOfDay(0)))
                .query((rs, _) -> new Count(rs.getString(1), rs.getLong(2)))
                .list();
    }

    /**
     * Of what was dispatched in the period and whose receipt is decided, how much was received in time. Counts each time
     * a unit had an order; of those that left a unit only what was late, which stays with it (ruling 43).
     */
    public Rate receivedInTime(Period period) {
        String late = "(receipt_overdue_at is not null or (state = 'AWAITING_RECEIPT' and receive_by <= :now))";
        return rate(late, "(state is not null and received_at is not null)", period);
    }

    /** Of what was dispatched in the period and is closed or late, how much was never late; likewise. */
    public Rate handledInTime(Period period) {
        String late =
                "(handling_overdue_at is not null or (state in ('AWAITING_RECEIPT', 'IN_HAND') and handle_by <= :now))";
        return rate(late, "state = 'CLOSED'", period);
    }

    private Rate rate(String late, String decided, Period period) {
        return jdbc.sql("select count(*) filter (where not " + late + ") as good, count(*) as cases from workorder.legs"
                        + " where dispatched_at >= :from and dispatched_at < :until and (" + late + " or " + decided
                        + ")")
                .param("from", Timestamp.from(period.start()))
                .param("until", Timestamp.from(period.end()))
                .param("now", Timestamp.from(clock.instant()))
                .query((rs, _) -> new Rate(rs.getLong("good"), rs.getLong("cases")))
                .single();
    }

    private long count(String where) {
        return jdbc.sql("select count(*) from workorder.facts where " + where)
                .query(Long.class)
                .single();
    }

    private Instant startOfDay(int plusDays) {
        LocalDate today = clock.instant().atZone(Limits.ZONE).toLocalDate();
        return today.plusDays(plusDays).atStartOfDay(Limits.ZONE).toInstant();
    }
}
