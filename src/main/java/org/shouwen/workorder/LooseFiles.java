package org.shouwen.workorder;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.shouwen.jobs.Job;
import org.shouwen.regulation.Basis;
import org.shouwen.regulation.Clause;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Files that were uploaded for an order and that no act has named within a day are no evidence of anything; they go
 * (Art. 21). Their bytes follow with those that no row names.
 */
@Component
@Basis(Clause.A21)
class LooseFiles implements Job {
    private static final Duration AGE = Duration.ofDays(1);

    /** What is older was looked at many times. */
    private static final Duration LOOKED_AT = Duration.ofDays(8);

    private final JdbcClient jdbc;
    private final InstantSource clock;

    LooseFiles(JdbcClient jdbc, InstantSource clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "loose-files";
    }

    @Override
    public Duration every() {
        return Duration.ofHours(6);
    }

    @Override
    public void run() {
        Instant now = clock.instant();
        jdbc.sql("""
                        update papers.paper p set destroyed_at = :now
                        from workorder.work_order o
                        where p.kept_at between :from and :to and p.destroyed_at is null
                          and starts_with(p.subject, 'work_order/') and o.number = substr(p.subject, 12)
                          and not exists (select from history.entry e
                              where e.subject_id = o.id and strpos(e.body, cast(p.id as text)) > 0)
                        """)
                .param("now", Timestamp.from(now))
                .param("from", Timestamp.from(now.minus(LOOKED_AT)))
                .param("to", Timestamp.from(now.minus(AGE)))
                .update();
    }
}
