package org.shouwen.channels.events;

import java.time.Instant;
import org.shouwen.jdbc.Instants;
import org.shouwen.jobs.AfterClockWentBack;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Receivers are tried at once after the clock was set back, and no lease of one lasts longer than one taken now. */
@Component
class ReceiversAfterClock implements AfterClockWentBack {
    private final JdbcClient jdbc;

    ReceiversAfterClock(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void shortenWaits(Instant now) {
        jdbc.sql("""
                        update events.cursor t set next_try_at = least(next_try_at, :now), lease_until = least(lease_until, l.latest)
                        from (select clock_timestamp() + make_interval(secs => :lease) as latest) l
                        where next_try_at > :now or lease_until > l.latest
                        """)
                .param("now", Instants.timestamp(now))
                .param("lease", Telling.LEASE.toSeconds())
                .update();
    }
}
