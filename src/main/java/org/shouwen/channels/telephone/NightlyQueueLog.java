package org.shouwen.channels.telephone;

import java.time.Duration;
import org.shouwen.jobs.OwnThreadJob;
import org.springframework.stereotype.Component;

/** Holds what an exchange told against its own log, so that a call that was lost on the way is found. */
@Component
class NightlyQueueLog implements OwnThreadJob {
    private final AmiConnector exchange;

    NightlyQueueLog(AmiConnector exchange) {
        this.exchange = exchange;
    }

    @Override
    public String name() {
        return "telephone-queue-log";
    }

    @Override
    public Duration every() {
        return Duration.ofHours(6);
    }

    @Override
    public void run() {
        if (exchange.there()) exchange.nightly();
    }
}
