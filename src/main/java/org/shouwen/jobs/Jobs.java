package org.shouwen.jobs;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Starts the scheduler when the application is up; not for commands, and not in tests, which call the work itself. */
@Component
@ConditionalOnProperty("shouwen.jobs")
class Jobs {
    private static final int SHARED_THREADS = 2;

    /** How long a stop waits for work before it interrupts it; all work bears being done twice. */
    private static final Duration LAST_MOMENT = Duration.ofSeconds(5);

    /**
     * What a node that was killed had picked goes on elsewhere, or after its start, when it has missed six of these; the
     * library's own five minutes would leave orders unmarked and messages uncarried for half an hour.
     */
    private static final Duration HEARTBEAT = Duration.ofSeconds(2);

    private final DataSource dataSource;
    private final List<Job> jobs;
    private final List<Scheduler> schedulers = new ArrayList<>();

    private final AroundJob around;

    Jobs(DataSource dataSource, List<Job> jobs, Optional<AroundJob> around) {
        this.dataSource = dataSource;
        this.jobs = jobs;
        this.around = around.orElse((_, work) -> work.run());
    }

    /**
     * Two schedulers, each with its own table: one takes a task that it does not know for a forgotten one and removes it
     * after two weeks. Work of the second never waits for a thread: there is one for each.
     */
    @EventListener(ApplicationReadyEvent.class)
    void start() {
        List<Job> own = jobs.stream().filter(OwnThreadJob.class::isInstance).toList();
        List<Job> shared = jobs.stream()
                .filter(j -> !(j instanceof OwnThreadJob || j instanceof EveryNodeJob))
                .toList();
        schedulers.add(scheduler("jobs.scheduled_tasks", shared, SHARED_THREADS));
        schedulers.add(scheduler("jobs.own_thread_tasks", own, Math.max(1, own.size())));
        schedulers.forEach(Scheduler::start);
    }

    @EventListener(ContextClosedEvent.class)
    void stop() {
        schedulers.forEach(Scheduler::stop);
        schedulers.clear();
    }

    private Scheduler scheduler(String table, List<Job> work, int threads) {
        List<RecurringTask<Void>> tasks = work.stream().map(this::task).toList();
        return Scheduler.create(dataSource)
                .tableName(table)
                .startTasks(tasks)
                .threads(threads)
                .pollingInterval(Duration.ofSeconds(1))
                .heartbeatInterval(HEARTBEAT)
                .shutdownMaxWait(LAST_MOMENT)
                .build();
    }

    private RecurringTask<Void> task(Job job) {
        return Tasks.recurring(job.name(), FixedDelay.of(job.every()))
                .execute((_, _) -> around.run(job.name(), job::run));
    }
}
