package org.shouwen.workorder;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.shouwen.gauges.Gauge;
import org.shouwen.gauges.Gauges;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How many orders are open and late, which alarms nobody has answered, and how far the sweep of limits is behind. */
@Component
class OrderGauges implements Gauges {
    private final JdbcClient jdbc;

    OrderGauges(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<Gauge> at(Instant now) {
        Timestamp at = Timestamp.from(now);
        return jdbc.sql("""
                        select
                          (select count(*) from workorder.work_order where state = 'REGISTERED') as registered,
                          open.waiting, open.in_hand, open.reported, open.late_receipt, open.late_handling,
                          alarm.n as alarms, alarm.longest as alarm_longest,
                          greatest(0,
                            (select extract(epoch from :now - min(receive_by)) from workorder.work_order
                             where state = 'AWAITING_RECEIPT' and receipt_overdue_at is null and receive_by < :now),
                            (select extract(epoch from :now - min(handle_by)) from workorder.work_order
                             where state in ('AWAITING_RECEIPT', 'IN_HAND') and handling_overdue_at is null
                               and extension_asked_at is null and handle_by < :now)) as behind
                        from
                          (select count(*) filter (where state = 'AWAITING_RECEIPT') as waiting,
                                  count(*) filter (where state = 'IN_HAND') as in_hand,
                                  count(*) filter (where state = 'REPORTED') as reported,
                                  count(*) filter (where receipt_overdue_at is not null
                                                   and state = 'AWAITING_RECEIPT') as late_receipt,
                                  count(*) filter (where handling_overdue_at is not null
                                                   and state <> 'REPORTED') as late_handling
                           from workorder.work_order where state in ('AWAITING_RECEIPT', 'IN_HAND', 'REPORTED')) open,
                          (select count(*) as n, coalesce(extract(epoch from :now - min(urgent_since)), 0) as longest
                           from workorder.work_order where urgent_kind is not null and urgent_answered_at is null
                             and state not in ('CLOSED', 'JOINED')) alarm
                        """)
                .param("now", at)
                .query((rs, _) -> List.of(
                        open("registered", rs.getDouble("registered")),
                        open("awaiting_receipt", rs.getDouble("waiting")),
                        open("in_hand", rs.getDouble("in_hand")),
                        open("reported", rs.getDouble("reported")),
                        overdue("receipt", rs.getDouble("late_receipt")),
                        overdue("handling", rs.getDouble("late_handling")),
                        new Gauge(
                                "shouwen_alarms_without_call",
                                "Urgent orders whose unit has not answered the telephone (Art. 17)",
                                rs.getDouble("alarms")),
                        new Gauge(
                                "shouwen_alarm_longest_seconds",
                                "How long the oldest of these alarms waits",
                                Math.max(0, rs.getDouble("alarm_longest"))),
                        new Gauge(
                                "shouwen_sweep_delay_seconds",
                                "How long the oldest limit that has passed is not marked as overdue",
                                rs.getDouble("behind"))))
                .single();
    }

    private static Gauge open(String state, double n) {
        return new Gauge("shouwen_orders_open", "Orders that are not closed", Map.of("state", state), n);
    }

    private static Gauge overdue(String limit, double n) {
        return new Gauge("shouwen_orders_overdue", "Open orders whose limit has passed", Map.of("limit", limit), n);
    }
}
