package org.shouwen.jobs;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Starts the scheduler when the application is up; not for commands, and not in tests, which call the work itself. */
@Component
@ConditionalOnProperty("shouwen.jobs")
class Jobs {
    private final DataSource dataSource;
    private final List<Job> jobs;
    private @Nullable Scheduler scheduler;

    Jobs(DataSource dataSource, List<Job> jobs) {
        this.dataSource = dataSource;
        this.jobs = jobs;
    }

    @EventListener(ApplicationReadyEvent.class)
    void start() {
        List<RecurringTask<Void>> tasks = jobs.stream().map(Jobs::task).toList();
        scheduler = Scheduler.create(dataSource)
                .tableName("jobs.scheduled_tasks")
                .startTasks(tasks)
                .threads(2)
                .pollingInterval(Duration.ofSeconds(1))
                .build();
        scheduler.start();
    }

    @EventListener(ContextClosedEvent.class)
    void stop() {
        if (scheduler != null) scheduler.stop();
    }

    private static RecurringTask<Void> task(Job job) {
        return Tasks.recurring(job.name(), FixedDelay.of(job.every())).execute((_, _) -> job.run());
    }
}
