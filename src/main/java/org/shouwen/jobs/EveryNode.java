package org.shouwen.jobs;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Runs {@link EveryNodeJob}s: each at once after the start and then with its pause, one thread each. */
@Component
@ConditionalOnProperty("shouwen.jobs")
class EveryNode {
    private static final Logger LOG = LoggerFactory.getLogger(EveryNode.class);
    private static final ThreadFactory THREADS =
            Thread.ofPlatform().daemon().name("every-node-", 0).factory();

    private final List<EveryNodeJob> jobs;
    private final JdbcClient jdbc;
    private final ScheduledExecutorService timers;
    private final List<Future<?>> running = new ArrayList<>();

    EveryNode(List<EveryNodeJob> jobs, JdbcClient jdbc) {
        this.jobs = jobs;
        this.jdbc = jdbc;
        this.timers = Executors.newScheduledThreadPool(Math.max(1, jobs.size()), THREADS);
    }

    /** What was scheduled for one node at a time in an earlier version would count as late for ever. */
    @EventListener(ApplicationReadyEvent.class)
    void start() {
        for (EveryNodeJob job : jobs) {
            jdbc.sql("delete from jobs.scheduled_tasks where task_name = :name")
                    .param("name", job.name())
                    .update();
            running.add(timers.scheduleWithFixedDelay(
                    () -> once(job), 0, Math.max(1, job.every().toMillis()), TimeUnit.MILLISECONDS));
        }
    }

    /** A timer forgets work that throws. */
    private static void once(EveryNodeJob job) {
        try {
            job.run();
        } catch (RuntimeException e) {
            // not as the last argument, which would bring its trace
            LOG.warn("{}: {} failed on this node and is tried again", e, job.name());
        }
    }

    @EventListener(ContextClosedEvent.class)
    void stop() {
        running.forEach(f -> f.cancel(true));
        timers.shutdownNow();
    }
}
