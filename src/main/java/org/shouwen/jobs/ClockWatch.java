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
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/**
 * Notices that the machine's clock was set, and lets nothing sleep until the time that it said before. Recurring work goes by
 * the database's clock, the one that all nodes have: a node whose own is a minute ahead would take the others' for dead.
 */
@Component
class ClockWatch implements Gauges {
    private static final Logger LOG = LoggerFactory.getLogger(ClockWatch.class);

    /** Less than that is the way to the database and back. */
    private static final Duration SAME = Duration.ofSeconds(1);

    /** Further apart nobody knows which of the two is wrong: limits and terms go by this machine's. */
    private static final Duration APART = Duration.ofMinutes(1);

    private final ClockSteps steps = new ClockSteps();
    private final ClockSteps common = new ClockSteps();
    private final InstantSource clock;
    private final InstantSource machine;
    private final JdbcClient jdbc;
    private final List<AfterClockWentBack> waiting;
    private volatile Duration ahead = Duration.ZERO;
    private volatile boolean compared;

    @Autowired
    ClockWatch(InstantSource clock, JdbcClient jdbc, List<AfterClockWentBack> waiting) {
        this(clock, InstantSource.system(), jdbc, waiting);
    }

    /** @param machine this machine's clock, whatever time the product lives in */
    ClockWatch(InstantSource clock, InstantSource machine, JdbcClient jdbc, List<AfterClockWentBack> waiting) {
        this.clock = clock;
        this.machine = machine;
        this.jdbc = jdbc;
        this.waiting = List.copyOf(waiting);
    }

    /** What recurring work goes by: what the clock says, corrected by how far the database's is ahead of this machine's. */
    Instant now() {
        return common(clock.instant());
    }

    /** What the clock said, as recurring work takes it. */
    Instant common(Instant said) {
        return said.plus(ahead);
    }

    /** At a start: work that went well later than now was done before the clock was set back. */
    void begin(long counted) {
        Instant said = clock.instant();
        steps.read(said, counted);
        compare();
        Instant now = common(said);
        common.read(now, counted);
        Optional<Instant> newest =
                jdbc.sql("""
                        select max(greatest(last_success, last_heartbeat)) from
                            (select * from jobs.scheduled_tasks union all select * from jobs.own_thread_tasks) t
                        """).query(Timestamp.class).optional().map(Timestamp::toInstant);
        if (newest.isEmpty() || newest.get().isBefore(now.plus(ClockSteps.STEP))) return;
        tell("The clock", steps.keep(new ClockSteps.Step(now, Duration.between(newest.get(), now), counted)));
        shorten();
    }

    /**
     * @param counted nanoseconds of the process ({@link System#nanoTime})
     * @return whether the clock that recurring work goes by was set back, so that whoever waits by it has to begin anew
     */
    boolean wentBack(long counted) {
        Instant said = clock.instant(); // beside what was counted: a database that is away is waited for below
        ClockSteps.Step own = steps.read(said, counted);
        if (own != null) tell("The clock", own);
        compare();
        ClockSteps.Step all = common.read(common(said), counted);
        if (all != null && own == null) tell("The database's clock", all);
        // forward for this machine alone: what it planned before it looked is an hour late for all nodes
        boolean alone = own != null && all == null;
        if (!alone && !back(own) && !back(all)) return false;
        shorten();
        return true;
    }

    private static boolean back(ClockSteps.@Nullable Step step) {
        return step != null && step.by().isNegative();
    }

    /** A reading that waited for a connection says nothing; without a database the last one holds. */
    private void compare() {
        try {
            Instant asked = machine.instant();
            Instant there = jdbc.sql("select clock_timestamp()")
                    .query(Timestamp.class)
                    .single()
                    .toInstant();
            Duration took = Duration.between(asked, machine.instant());
            if (took.isNegative() || took.compareTo(SAME) > 0) return;
            Duration by = Duration.between(asked.plus(took.dividedBy(2)), there);
            ahead = by.abs().compareTo(SAME) < 0 ? Duration.ZERO : by;
            compared = true;
        } catch (DataAccessException | TransactionException e) {
            LOG.debug("The database's clock can't be read: {}", e.toString());
        }
    }

    /**
     * Whether what can't be taken back should rest: the clock leapt forward within the last day, or may be wrong ever since
     * the start, for it is more than a minute from the database's, or that was never read.
     */
    boolean doubtful() {
        return leapt() || !compared || ahead.abs().compareTo(APART) > 0;
    }

    /** Whether the clock leapt forward within the last day. */
    boolean leapt() {
        return steps.leapt();
    }

    /** A heartbeat from later than now would keep the work of a dead node from everybody. */
    private void shorten() {
        Instant now = now();
        for (String table : List.of("jobs.scheduled_tasks", "jobs.own_thread_tasks"))
            shielded(() -> jdbc.sql("update " + table + " set last_heartbeat = :now where last_heartbeat > :now")
                    .param("now", Timestamp.from(now))
                    .update());
        for (AfterClockWentBack one : waiting) shielded(() -> one.shortenWaits(clock.instant()));
    }

    private static void shielded(Runnable work) {
        try {
            work.run();
        } catch (DataAccessException | TransactionException e) {
            LOG.warn("What waits by the clock could not be told that it was set back: {}", e.toString());
        }
    }

    private static void tell(String whose, ClockSteps.Step step) {
        LOG.warn(
                "{} was set {} by {} s to {}",
                whose,
                step.by().isNegative() ? "back" : "forward",
                step.by().abs().toSeconds(),
                step.to());
    }

    @Override
    public List<Gauge> at(Instant now) {
        ClockSteps.@Nullable Step step = steps.last();
        compare(); // where no recurring work runs nobody has
        return List.of(
                new Gauge(
                        "shouwen_clock_stepped_seconds",
                        "How far the clock was set within the last day, negative when back",
                        step == null ? 0 : step.by().toMillis() / 1000.0),
                new Gauge(
                        "shouwen_clock_difference_seconds",
                        "Database's clock less this one's; 0 within a second",
                        ahead.toMillis() / 1000.0));
    }
}
