package org.shouwen.inbound;

import java.time.Instant;
import org.shouwen.jdbc.Instants;
import org.shouwen.jobs.AfterClockWentBack;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What came in is taken up at once after the clock was set back; parts of a long message wait for the rest as long as at their coming. */
@Component
class InboundAfterClock implements AfterClockWentBack {
    private final JdbcClient jdbc;

    InboundAfterClock(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void shortenWaits(Instant now) {
        jdbc.sql(
                        "update inbound.received set next_try = :now where state = 'NEW' and part_of is null and next_try > :now")
                .param("now", Instants.timestamp(now))
                .update();
        jdbc.sql("update inbound.received set next_try = :rest where part_of is not null and next_try > :rest")
                .param("rest", Instants.timestamp(now.plus(InboundParts.WAITS)))
                .update();
        jdbc.sql("update inbound.media set due = :now where due > :now")
                .param("now", Instants.timestamp(now))
                .update();
    }
}
