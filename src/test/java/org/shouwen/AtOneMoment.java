package org.shouwen;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.awaitility.Awaitility;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Lets two persons do something so that neither can see what the other has written, unless it waits for it. */
@TestComponent
public final class AtOneMoment {
    private final TransactionTemplate transaction;
    private final JdbcClient jdbc;

    AtOneMoment(PlatformTransactionManager transactions, JdbcClient jdbc) {
        this.transaction = new TransactionTemplate(transactions);
        this.jdbc = jdbc;
    }

    /**
     * The first does its part and stays uncommitted until the second is done, or waits for a lock.
     *
     * @return what became of the second; its exception is in the future
     */
    public <T> Future<T> first(Runnable first, Callable<T> second) {
        try (ExecutorService other = Executors.newSingleThreadExecutor()) {
            Future<T> done = transaction.execute(_ -> {
                first.run();
                Future<T> begun = other.submit(second);
                Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> begun.isDone() || somebodyWaits());
                return begun;
            });
            return java.util.Objects.requireNonNull(done);
        }
    }

    private boolean somebodyWaits() {
        return jdbc.sql("select exists (select from pg_locks where not granted and locktype = 'advisory')")
                .query(Boolean.class)
                .single();
    }
}
