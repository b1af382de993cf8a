package org.shouwen.blobs;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.shouwen.gauges.Gauge;
import org.shouwen.gauges.Gauges;
import org.shouwen.jobs.EveryNodeJob;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * Asks the place that the nodes share every few seconds whether it answers, so that whoever asks for the node's health never
 * waits for it. It asks in a thread of its own: a mounted folder whose server is away holds whoever looks into it for as
 * long as that lasts. Says nothing where there is no such place.
 */
@Component
class StoreWatch implements EveryNodeJob, Gauges {
    private static final String NO_OBJECT = "probe";

    /** Longer than a store that says nothing keeps a request. */
    private static final Duration DEADLINE = Duration.ofSeconds(10);

    private final ObjectProvider<SharedObjects> shared;
    private final Duration deadline;
    private @Nullable FutureTask<?> asked;
    private volatile boolean reached = true;

    @Autowired
    StoreWatch(ObjectProvider<SharedObjects> shared) {
        this(shared, DEADLINE);
    }

    /** @param deadline after which a store that has not answered counts as one that does not */
    StoreWatch(ObjectProvider<SharedObjects> shared, Duration deadline) {
        this.shared = shared;
        this.deadline = deadline;
    }

    @Override
    public String name() {
        return "store-watch";
    }

    @Override
    public Duration every() {
        return Duration.ofSeconds(5);
    }

    /** As long as it was not answered the same question is waited for again: none is asked beside it. */
    @Override
    public synchronized void run() {
        SharedObjects objects = shared.getIfAvailable();
        if (objects == null) return;
        FutureTask<?> question = asked == null ? ask(objects) : asked;
        asked = question;
        try {
            question.get(deadline.toMillis(), TimeUnit.MILLISECONDS);
            asked = null;
            reached = true;
        } catch (TimeoutException e) {
            reached = false;
            throw new StoreUnavailable("the store has not answered for " + deadline.toMillis() + " ms");
        } catch (ExecutionException e) {
            asked = null;
            reached = false;
            throw new IllegalStateException(e.getCause()); // the reason goes to the log
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // the node is being stopped
        }
    }

    private static FutureTask<?> ask(SharedObjects objects) {
        FutureTask<?> question = new FutureTask<>(() -> objects.writtenAt(NO_OBJECT));
        Thread.ofPlatform().daemon().name("store-watch").start(question);
        return question;
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
