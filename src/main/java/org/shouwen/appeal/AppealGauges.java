package org.shouwen.appeal;

import java.time.Instant;
import java.util.List;
import org.shouwen.gauges.Gauge;
import org.shouwen.gauges.Gauges;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How many appeals wait for the desk, and alarms of danger that no named person has looked at (Art. 8.3). */
@Component
class AppealGauges implements Gauges {
    private final JdbcClient jdbc;

    AppealGauges(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<Gauge> at(Instant now) {
        return jdbc.sql("""
                        select (select count(*) from intake.appeal where state = 'WAITING') as waiting,
                               (select count(*) from intake.danger_alarm where state = 'OPEN') as danger
                        """)
                .query((rs, _) -> List.of(
                        new Gauge("shouwen_appeals_waiting", "Appeals that wait for the desk", rs.getDouble("waiting")),
                        new Gauge(
                                "shouwen_danger_warnings_open",
                                "Warnings of danger in people's words that no person has confirmed or dismissed",
                                rs.getDouble("danger"))))
                .single();
    }
}
