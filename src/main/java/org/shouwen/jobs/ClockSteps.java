package org.shouwen.jobs;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Compares what the clock says with the time that the process counts itself, which nobody can set. A clock that is slewed
 * (as chrony and ntpd do) never differs by a step; one that is set, and a machine that was asleep, does.
 */
final class ClockSteps {
    /** A difference within one look that is not the machine being busy between two readings. */
    static final Duration STEP = Duration.ofSeconds(10);

    /** How long a step is remembered, in the time that the process counts. */
    static final Duration REMEMBERED = Duration.ofDays(1);

    /** @param by how far the clock leapt; negative: it was set back */
    record Step(Instant to, Duration by, long counted) {}

    private @Nullable Instant said;
    private long counted;
    private @Nullable Step last;
    private @Nullable Step forward;

    /**
     * Takes a reading.
     *
     * @param now what the clock says
     * @param count nanoseconds since any moment, which only grow
     * @return the step since the reading before; null: there was none
     */
    synchronized @Nullable Step read(Instant now, long count) {
        Instant before = said;
        Duration by =
                before == null ? Duration.ZERO : Duration.between(before, now).minusNanos(count - counted);
        said = now;
        counted = count;
        return by.abs().compareTo(STEP) < 0 ? null : keep(new Step(now, by, count));
    }

    /** Of a clock that was set while the process was not there. */
    synchronized Step keep(Step step) {
        last = step;
        if (step.by().isPositive()) forward = step;
        return step;
    }

    /** The last step of the last day, or null. */
    synchronized @Nullable Step last() {
        return fresh(last);
    }

    /** Whether the clock leapt forward within the last day. */
    synchronized boolean leapt() {
        return fresh(forward) != null;
    }

    private @Nullable Step fresh(@Nullable Step step) {
        return step != null && counted - step.counted() < REMEMBERED.toNanos() ? step : null;
    }
}
