package org.shouwen.jobs;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
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

    private final DataSource dataSource;
    private final List<Job> jobs;
    private final List<Scheduler> schedulers = new ArrayList<>();

    Jobs(DataSource dataSource, List<Job> jobs) {
        this.dataSource = dataSource;
        this.jobs = jobs;
    }

    /**
     * Two schedulers, each with its own table: one takes a task that it does not know for a forgotten one and removes it
     * after two weeks. What is alone can not wait for a thread, for there are as many as tasks.
     */
    @EventListener(ApplicationReadyEvent.class)
    void start() {
        Map<Boolean, List<Job>> alone = jobs.stream().collect(Collectors.partitioningBy(Job::alone));
        schedulers.add(scheduler("jobs.scheduled_tasks", alone.getOrDefault(false, List.of()), SHARED_THREADS));
        List<Job> own = alone.getOrDefault(true, List.of());
        schedulers.add(scheduler("jobs.own_thread_tasks", own, Math.max(1, own.size())));
        schedulers.forEach(Scheduler::start);
    }

    @EventListener(ContextClosedEvent.class)
    void stop() {
        schedulers.forEach(Scheduler::stop);
        schedulers.clear();
    }

    private Scheduler scheduler(String table, List<Job> work, int threads) {
        List<RecurringTask<Void>> tasks = work.stream().map(Jobs::task).toList();
        return Scheduler.create(dataSource)
                .tableName(table)
                .startTasks(tasks)
                .threads(threads)
                .pollingInterval(Duration.ofSeconds(1))
                .build();
    }

    private static RecurringTask<Void> task(Job job) {
        return Tasks.recurring(job.name(), FixedDelay.of(job.every())).execute((_, _) -> job.run());
    }
}
