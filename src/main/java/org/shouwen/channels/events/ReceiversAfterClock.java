package org.shouwen.channels.events;

import java.time.Instant;
import org.shouwen.jdbc.Instants;
import org.shouwen.jobs.AfterClockWentBack;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Receivers are tried at once after the clock was set back, and nobody's lease of one outlives it. */
@Component
class ReceiversAfterClock implements AfterClockWentBack {
    private final JdbcClient jdbc;

    ReceiversAfterClock(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void shortenWaits(Instant now) {
        jdbc.sql("""
                        update events.cursor set next_try_at = least(next_try_at, :now), lease_until = least(lease_until, :lease)
                        where next_try_at > :now or lease_until > :lease
                        """)
                .param("now", Instants.timestamp(now))
                .param("lease", Instants.timestamp(now.plus(Telling.LEASE)))
                .update();
    }
}
