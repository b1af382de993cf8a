package org.shouwen.jobs;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import org.shouwen.gauges.Gauge;
import org.shouwen.gauges.Gauges;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Recurring work that fails again and again, and how late the latest is. */
@Component
class JobGauges implements Gauges {
    private final JdbcClient jdbc;
    private final ClockWatch clock;

    JobGauges(JdbcClient jdbc, ClockWatch clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    public List<Gauge> at(Instant now) {
        return jdbc.sql("""
                        select count(*) filter (where consecutive_failures >= 3) as failing,
                               coalesce(max(extract(epoch from :now - execution_time)) filter (where not picked), 0) as late
                        from (select * from jobs.scheduled_tasks union all select * from jobs.own_thread_tasks) t
                        """)
                .param("now", Timestamp.from(clock.common(now)))
                .query((rs, _) -> List.of(
                        new Gauge(
                                "shouwen_jobs_failing",
                                "Recurring work that failed three times or more in a row",
                                rs.getDouble("failing")),
                        new Gauge(
                                "shouwen_jobs_late_seconds",
                                "How late the latest recurring work is",
                                Math.max(0, rs.getDouble("late")))))
                .single();
    }
}
