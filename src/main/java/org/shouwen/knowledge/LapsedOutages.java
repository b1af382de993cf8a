package org.shouwen.knowledge;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.shouwen.jdbc.Instants;
import org.shouwen.jobs.Job;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Reminds units, at any hour, of outages whose time ran out: it is theirs to end or to move them. */
@Component
class LapsedOutages implements Job {
    private final Outages outages;
    private final OutageStore store;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;
    private final InstantSource clock;

    LapsedOutages(
            Outages outages,
            OutageStore store,
            ApplicationEventPublisher events,
            TransactionTemplate transaction,
            InstantSource clock) {
        this.outages = outages;
        this.store = store;
        this.events = events;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "lapsed-outages";
    }

    @Override
    public Duration every() {
        return Duration.ofMinutes(10);
    }

    @Override
    public void run() {
        transaction.executeWithoutResult(_ -> {
            Instant now = Instants.now(clock);
            for (Outage o : outages.lapsed()) if (store.reminds(o, now)) events.publishEvent(new OutageLapsed(o, now));
        });
    }
}
