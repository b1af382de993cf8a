package org.shouwen.notification;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import org.shouwen.gauges.Gauge;
import org.shouwen.gauges.Gauges;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What waits to be carried to people, and what could not be. */
@Component
class OutboxGauges implements Gauges {
    private final JdbcClient jdbc;

    OutboxGauges(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<Gauge> at(Instant now) {
        return jdbc.sql("""
                        select count(*) as waiting, coalesce(extract(epoch from :now - min(created)), 0) as longest,
                               (select count(*) from messages.outbox where state in ('FAILED', 'NO_NUMBER')) as failed
                        from messages.outbox where state = 'NEW'
                        """)
                .param("now", Timestamp.from(now))
                .query((rs, _) -> List.of(
                        new Gauge("shouwen_outbox_waiting", "Messages to people that wait", rs.getDouble("waiting")),
                        new Gauge(
                                "shouwen_outbox_longest_seconds",
                                "How long the oldest waiting message waits",
                                Math.max(0, rs.getDouble("longest"))),
                        new Gauge(
                                "shouwen_outbox_undelivered",
                                "Messages whose people have to be told otherwise",
                                rs.getDouble("failed"))))
                .single();
    }
}
