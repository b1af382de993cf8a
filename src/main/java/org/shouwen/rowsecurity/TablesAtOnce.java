package org.shouwen.rowsecurity;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/**
 * Takes all tables for a transaction that changes all of them, beside writers of the version before. Taking one after the
 * other as they come would close a circle with somebody who holds the second and waits for the first, and after a second
 * ({@code deadlock_timeout}) the database would refuse one of both: often the writer, whose act would be lost. So whatever
 * is not had soon gives all back, and is waited for first the next time, while nothing else is held.
 */
final class TablesAtOnce {
    private static final String TABLES = """
            select oid::regclass::text from pg_class where relkind in ('r', 'p') and relpersistence = 'p'
            and relnamespace::regnamespace::text not in ('pg_catalog', 'information_schema', 'flyway') order by 1
            """;

    private static final String LOCK_NOT_AVAILABLE = "55P03";

    /** For one table while others are held; all together stay below the second after which circles are looked for. */
    private static final Duration SOON = Duration.ofMillis(100);

    private static final Duration ALL = Duration.ofMillis(600);

    /** For one while nothing is held: longer than the second after which a clean-up by itself ends for those who wait. */
    private static final Duration ALONE = Duration.ofMillis(1200);

    /** Everybody who waited meanwhile gets through. */
    private static final Duration PAUSE = Duration.ofMillis(200);

    private static final int TRIES = 100;

    private TablesAtOnce() {}

    /** @throws SQLException 55P03 where some minutes were not enough; nothing is held then */
    static void take(Statement sql) throws SQLException {
        List<String> tables = tables(sql);
        sql.execute("savepoint tables");
        for (int tried = 1; ; tried++) {
            String missed = missed(sql, tables);
            if (missed.isEmpty()) return;
            sql.execute("rollback to savepoint tables");
            if (tried == TRIES) throw new SQLException("still in use: " + missed, LOCK_NOT_AVAILABLE);
            tables.remove(missed);
            tables.addFirst(missed);
            LockSupport.parkNanos(PAUSE.toNanos());
        }
    }

    /** The table that could not be had, empty when all are. */
    private static String missed(Statement sql, List<String> tables) throws SQLException {
        long from = 0;
        for (String table : tables) {
            sql.execute("set local lock_timeout = " + (from == 0 ? ALONE : SOON).toMillis());
            try {
                sql.execute("lock table " + table + " in access exclusive mode");
            } catch (SQLException e) {
                if (!LOCK_NOT_AVAILABLE.equals(e.getSQLState())) throw e;
                return table;
            }
            if (from == 0) from = System.nanoTime();
            else if (System.nanoTime() - from > ALL.toNanos()) return table;
        }
        return "";
    }

    private static List<String> tables(Statement sql) throws SQLException {
        List<String> tables = new ArrayList<>();
        try (ResultSet rs = sql.executeQuery(TABLES)) {
            while (rs.next()) tables.add(rs.getString(1));
        }
        return tables;
    }
}
