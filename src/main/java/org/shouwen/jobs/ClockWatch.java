package org.shouwen.jobs;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.shouwen.gauges.Gauge;
import org.shouwen.gauges.Gauges;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/** Notices that the machine's clock was set, and lets nothing sleep until the time that it said before. */
@Component
class ClockWatch implements Gauges {
    private static final Logger LOG = LoggerFactory.getLogger(ClockWatch.class);

    private final ClockSteps steps = new ClockSteps();
    private final InstantSource clock;
    private final JdbcClient jdbc;
    private final List<AfterClockWentBack> waiting;

    ClockWatch(InstantSource clock, JdbcClient jdbc, List<AfterClockWentBack> waiting) {
        this.clock = clock;
        this.jdbc = jdbc;
        this.waiting = List.copyOf(waiting);
    }

    /** What the clock says. */
    Instant now() {
        return clock.instant();
    }

    /** At a start: work that went well later than now was done before the clock was set back. */
    void begin(long counted) {
        Instant now = clock.instant();
        steps.read(now, counted);
        Optional<Instant> newest =
                jdbc.sql("""
                        select max(greatest(last_success, last_heartbeat)) from
                            (select * from jobs.scheduled_tasks union all select * from jobs.own_thread_tasks) t
                        """).query(Timestamp.class).optional().map(Timestamp::toInstant);
        if (newest.isEmpty() || newest.get().isBefore(now.plus(ClockSteps.STEP))) return;
        tell(steps.keep(new ClockSteps.Step(now, Duration.between(newest.get(), now), counted)));
        shorten(now);
    }

    /**
     * @param counted nanoseconds of the process ({@link System#nanoTime})
     * @return whether the clock was set back, so that whoever waits by it has to begin anew
     */
    boolean wentBack(long counted) {
        Instant now = clock.instant();
        ClockSteps.Step step = steps.read(now, counted);
        if (step == null) return false;
        tell(step);
        if (!step.by().isNegative()) return false;
        shorten(now);
        return true;
    }

    /** Whether what can't be taken back should rest. */
    boolean leapt() {
        return steps.leapt();
    }

    /** A heartbeat from later than now would keep the work of a dead node from everybody. */
    private void shorten(Instant now) {
        for (String table : List.of("jobs.scheduled_tasks", "jobs.own_thread_tasks"))
            shielded(() -> jdbc.sql("update " + table + " set last_heartbeat = :now where last_heartbeat > :now")
                    .param("now", Timestamp.from(now))
                    .update());
        for (AfterClockWentBack one : waiting) shielded(() -> one.shortenWaits(now));
    }

    private static void shielded(Runnable work) {
        try {
            work.run();
        } catch (DataAccessException | TransactionException e) {
            LOG.warn("What waits by the clock could not be told that it was set back: {}", e.toString());
        }
    }

    private static void tell(ClockSteps.Step step) {
        LOG.warn(
                "The clock was set {} by {} s to {}",
                step.by().isNegative() ? "back" : "forward",
                step.by().abs().toSeconds(),
                step.to());
    }

    @Override
    public List<Gauge> at(Instant now) {
        ClockSteps.@Nullable Step step = steps.last();
        return List.of(new Gauge(
                "shouwen_clock_stepped_seconds",
                "How far the clock was set within the last day, negative when back",
                step == null ? 0 : step.by().toMillis() / 1000.0));
    }
}
