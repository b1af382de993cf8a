package org.shouwen.embedded;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Starts the embedded database again when it died alone (killed, out of memory), on the same port, for as long as the
 * application runs. What was committed is there afterwards: PostgreSQL replays its log. A start that fails is tried
 * again, at first after a second, later every fifteen.
 */
public final class DatabaseKeeper implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(DatabaseKeeper.class);
    private static final long LOOK_MILLIS = 200;
    private static final int LONGEST_PAUSE_SECONDS = 15;

    private final EmbeddedPostgres database;
    private final Thread thread;
    private volatile boolean down;
    private volatile boolean closing;

    private DatabaseKeeper(EmbeddedPostgres database) {
        this.database = database;
        this.thread = Thread.ofPlatform().name("database-keeper").daemon().unstarted(this::watch);
    }

    /** Watches the database from now on. */
    public static DatabaseKeeper of(EmbeddedPostgres database) {
        DatabaseKeeper keeper = new DatabaseKeeper(database);
        keeper.thread.start();
        return keeper;
    }

    /** Whether the database is known to be dead or to be starting again. */
    public boolean down() {
        return down;
    }

    /** Ends the watch; a database that is stopped after this stays stopped. */
    @Override
    public void close() {
        closing = true;
        LockSupport.unpark(thread);
        try {
            thread.join(TimeUnit.MINUTES.toMillis(5)); // a start that is under way comes to its end first
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void watch() {
        while (!closing) {
            if (!database.alive()) revive();
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(LOOK_MILLIS));
        }
    }

    private void revive() {
        down = true;
        LOG.warn("自带数据库已中断，正在重新启动 The embedded database died and is started again");
        for (int pause = 1; !closing; pause = Math.min(LONGEST_PAUSE_SECONDS, pause * 2)) {
            try {
                database.startAgain();
                down = false;
                LOG.warn("自带数据库已恢复 The embedded database runs again");
                return;
            } catch (CannotStart e) {
                LOG.error(e.getMessage());
                LockSupport.parkNanos(TimeUnit.SECONDS.toNanos(pause));
            }
        }
    }
}
