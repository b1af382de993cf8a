package org.shouwen.notification;

import java.time.Instant;
import org.shouwen.jdbc.Instants;
import org.shouwen.jobs.AfterClockWentBack;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What waits to be sent is tried at once after the clock was set back; a gateway that is away makes it wait again. */
@Component
class MessagesAfterClock implements AfterClockWentBack {
    private final JdbcClient jdbc;

    MessagesAfterClock(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void shortenWaits(Instant now) {
        jdbc.sql("update messages.outbox set next_try = :now where state = 'NEW' and next_try > :now")
                .param("now", Instants.timestamp(now))
                .update();
        jdbc.sql("update messages.staff_outbox set next_try = :now where state = 'NEW' and next_try > :now")
                .param("now", Instants.timestamp(now))
                .update();
    }
}
