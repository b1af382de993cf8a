package org.shouwen.operations;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import javax.sql.DataSource;

/**
 * Looks every few milliseconds which tables others hold so that nobody can write them; on a copy the only other is
 * whoever migrates it. Tables
 * that were not there at the beginning do not count: no earlier version writes them.
 */
final class LockWatch implements AutoCloseable {
    private static final long PAUSE_MILLIS = 3;

    /** Modes that conflict with ROW EXCLUSIVE, which every insert, update and delete takes (PostgreSQL manual, 13.3.1). */
    private static final String HELD = """
            select format('%s.%s', relnamespace::regnamespace, relname) from pg_locks l join pg_class c on c.oid = l.relation
            where l.pid <> pg_backend_pid() and l.granted and c.relkind in ('r', 'p')
              and l.mode in ('ShareLock', 'ShareRowExclusiveLock', 'ExclusiveLock', 'AccessExclusiveLock')
            """;

    private static final String TABLES = """
            select format('%s.%s', relnamespace::regnamespace, relname) from pg_class where relkind in ('r', 'p')
            and relnamespace::regnamespace::text not in ('pg_catalog', 'information_schema', 'pg_toast', 'flyway')
            """;

    private final Connection own;
    private final Set<String> known;
    private final BlockedTables blocked = new BlockedTables();
    private final Thread thread;
    private volatile boolean closing;
    private volatile String step = "";

    LockWatch(DataSource database) throws SQLException {
        own = database.getConnection();
        known = names(TABLES);
        thread = Thread.ofPlatform().name("lock-watch").daemon().start(this::watch);
    }

    /** What is going on from now on; a table that is closed from now on was closed by it. */
    void step(String name) {
        step = name;
    }

    /** To be asked after {@link #close}. */
    synchronized BlockedTables.Longest longest(String ofStep) {
        return blocked.of(ofStep);
    }

    @Override
    public void close() throws SQLException {
        closing = true;
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        synchronized (this) {
            blocked.seen(System.nanoTime(), step, Set.of());
        }
        own.close();
    }

    private void watch() {
        while (!closing) {
            try {
                look();
            } catch (SQLException e) {
                return; // the server is going: the migration says why
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(PAUSE_MILLIS));
        }
    }

    private synchronized void look() throws SQLException {
        long now = System.nanoTime();
        Set<String> held = names(HELD);
        held.retainAll(known);
        blocked.seen(now, step, held);
    }

    private Set<String> names(String query) throws SQLException {
        Set<String> names = new HashSet<>();
        try (Statement statement = own.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            while (rows.next()) names.add(rows.getString(1));
        }
        return names;
    }
}
