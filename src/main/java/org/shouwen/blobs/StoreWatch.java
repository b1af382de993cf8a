package org.shouwen.blobs;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.shouwen.gauges.Gauge;
import org.shouwen.gauges.Gauges;
import org.shouwen.jobs.EveryNodeJob;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Asks the place that the nodes share every few seconds whether it answers, so that whoever asks for the node's health never
 * waits for it. Says nothing where there is no such place.
 */
@Component
class StoreWatch implements EveryNodeJob, Gauges {
    private static final String NO_OBJECT = "probe";

    private final ObjectProvider<SharedObjects> shared;
    private volatile boolean reached = true;

    StoreWatch(ObjectProvider<SharedObjects> shared) {
        this.shared = shared;
    }

    @Override
    public String name() {
        return "store-watch";
    }

    @Override
    public Duration every() {
        return Duration.ofSeconds(5);
    }

    @Override
    public void run() {
        SharedObjects objects = shared.getIfAvailable();
        if (objects == null) return;
        try {
            objects.writtenAt(NO_OBJECT);
            reached = true;
        } catch (StoreUnavailable e) {
            reached = false;
            throw e; // the reason goes to the log
        }
    }

    @Override
    public List<Gauge> at(Instant now) {
        if (shared.getIfAvailable() == null) return List.of();
        return List.of(new Gauge(
                "shouwen_store_unreachable",
                "Whether the shared store did not answer when last asked",
                reached ? 0 : 1));
    }
}
