package org.shouwen.channels.exchange;

import java.time.Instant;
import org.shouwen.jdbc.Instants;
import org.shouwen.jobs.AfterClockWentBack;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Partners are tried at once after the clock was set back, and no lease of one lasts longer than one taken now. */
@Component
class PartnersAfterClock implements AfterClockWentBack {
    private final JdbcClient jdbc;

    PartnersAfterClock(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void shortenWaits(Instant now) {
        jdbc.sql("""
                        update exchange.partner t set next_try_at = least(next_try_at, :now), lease_until = least(lease_until, l.latest)
                        from (select clock_timestamp() + make_interval(secs => :lease) as latest) l
                        where next_try_at > :now or lease_until > l.latest
                        """)
                .param("now", Instants.timestamp(now))
                .param("lease", ExchangeOut.LEASE.toSeconds())
                .update();
    }
}
