package org.shouwen.jobs;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerName;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Starts the scheduler when the application is up; not for commands, and not in tests, which call the work itself. */
@Component
@ConditionalOnProperty("shouwen.jobs")
class Jobs {
    private static final Logger LOG = LoggerFactory.getLogger(Jobs.class);
    private static final int SHARED_THREADS = 2;

    /** How long a stop waits for work before it interrupts it; all work bears being done twice. */
    private static final Duration LAST_MOMENT = Duration.ofSeconds(5);

    /**
     * What a node that was killed had picked goes on elsewhere, or after its start, when it has missed six of these; the
     * library's own five minutes would leave orders unmarked and messages uncarried for half an hour.
     */
    private static final Duration HEARTBEAT = Duration.ofSeconds(2);

    private static final String SHARED = "jobs.scheduled_tasks";
    private static final String OWN = "jobs.own_thread_tasks";

    private final DataSource dataSource;
    private final List<Job> jobs;
    private final List<Scheduler> schedulers = new ArrayList<>();

    private final AroundJob around;
    private final ClockWatch clock;
    private final NodeName node;
    private final Duration heartbeat;
    private final ScheduledExecutorService looks = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("clock-watch").factory());

    @Autowired
    Jobs(
            @Qualifier("schedules") DataSource dataSource,
            List<Job> jobs,
            Optional<AroundJob> around,
            ClockWatch clock,
            NodeName node) {
        this(dataSource, jobs, around, clock, node, HEARTBEAT);
    }

    /** @param heartbeat how often work tells that it still runs */
    Jobs(
            DataSource dataSource,
            List<Job> jobs,
            Optional<AroundJob> around,
            ClockWatch clock,
            NodeName node,
            Duration heartbeat) {
        this.dataSource = dataSource;
        this.jobs = jobs;
        this.clock = clock;
        this.around = around.orElse((_, work) -> work.run());
        this.node = node;
        this.heartbeat = heartbeat;
    }

    /**
     * Two schedulers, each with its own table: one takes a task that it does not know for a forgotten one and removes it
     * after two weeks. Work of the second never waits for a thread: there is one for each. What this node's killed process had
     * picked is given back first, so that it does not wait for missed heartbeats.
     */
    @EventListener(ApplicationReadyEvent.class)
    void start() {
        clock.begin(System.nanoTime());
        int left = FormerWork.release(dataSource, node.get(), List.of(SHARED, OWN));
        if (left > 0) LOG.info("{} jobs of this node's former process go on", left);
        begin();
        var _ = looks.scheduleWithFixedDelay(() -> look(System.nanoTime()), 1, 1, TimeUnit.SECONDS);
    }

    /** The library's threads wait until the clock says so, and after a step back for as long as the step was. */
    void look(long counted) {
        try {
            if (clock.wentBack(counted)) again();
        } catch (RuntimeException e) {
            LOG.warn("Recurring work could not begin anew and is tried again: {}", e.toString());
        }
    }

    private synchronized void again() {
        if (schedulers.isEmpty()) return; // it is being stopped
        end();
        begin();
    }

    private synchronized void begin() {
        List<Job> own = jobs.stream().filter(OwnThreadJob.class::isInstance).toList();
        List<Job> shared = jobs.stream()
                .filter(j -> !(j instanceof OwnThreadJob || j instanceof EveryNodeJob))
                .toList();
        schedulers.add(scheduler(SHARED, shared, SHARED_THREADS));
        schedulers.add(scheduler(OWN, own, Math.max(1, own.size())));
        schedulers.forEach(Scheduler::start);
    }

    @EventListener(ContextClosedEvent.class)
    void stop() {
        looks.shutdownNow();
        end();
    }

    private synchronized void end() {
        schedulers.forEach(Scheduler::stop);
        schedulers.clear();
    }

    private Scheduler scheduler(String table, List<Job> work, int threads) {
        List<RecurringTask<Void>> tasks = work.stream().map(this::task).toList();
        return Scheduler.create(dataSource)
                .tableName(table)
                .clock(clock::now)
                .schedulerName(new SchedulerName.Fixed(node.get()))
                .startTasks(tasks)
                .threads(threads)
                .pollingInterval(Duration.ofSeconds(1))
                .heartbeatInterval(heartbeat)
                .shutdownMaxWait(LAST_MOMENT)
                .build();
    }

    private RecurringTask<Void> task(Job job) {
        return Tasks.recurring(job.name(), FixedDelay.of(job.every())).execute((_, _) -> {
            if (!(job instanceof IrreversibleJob && clock.doubtful())) around.run(job.name(), job::run);
        });
    }
}
