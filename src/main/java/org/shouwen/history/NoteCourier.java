package org.shouwen.history;

import java.time.Duration;
import org.shouwen.jobs.EveryNodeJob;
import org.springframework.stereotype.Component;

/** Brings a node's notes of entries not sealed yet to where all nodes see them, each second; see {@link UnsealedEntryLog}. */
@Component
class NoteCourier implements EveryNodeJob {
    private final UnsealedEntryLog witness;

    NoteCourier(UnsealedEntryLog witness) {
        this.witness = witness;
    }

    @Override
    public String name() {
        return "shared-notes";
    }

    @Override
    public Duration every() {
        return Duration.ofSeconds(1);
    }

    @Override
    public void run() {
        witness.share();
    }
}
