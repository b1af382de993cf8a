package org.shouwen.rowsecurity;

import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/**
 * Takes all tables for a transaction that changes all of them, beside writers of the version before. Taking one after the
 * other as they come would close a circle with somebody who holds the second and waits for the first, and after a second
 * ({@code deadlock_timeout}) the database would refuse one of both: often the writer, whose act would be lost. So whatever
 * is not had soon gives all back, and what somebody holds is waited for first the next time, while nothing else is held.
 */
final class TablesAtOnce {
    private static final String OURS = """
            c.relkind in ('r', 'p') and c.relpersistence = 'p'
            and c.relnamespace::regnamespace::text not in ('pg_catalog', 'information_schema', 'public', 'flyway')
            """;

    private static final String TABLES =
            "select string_agg(c.oid::regclass::text, ', ' order by c.oid::regclass::text) from pg_class c where "
                    + OURS;

    /** What others hold, first what they have held the longest. */
    private static final String HELD = """
            select (array_agg(c.oid::regclass::text order by a.xact_start nulls last, c.oid::regclass::text))[1] from pg_locks l join pg_class c on c.oid = l.relation join pg_stat_activity a on a.pid = l.pid
            where l.granted and l.pid <> pg_backend_pid()
            and l.database = (select oid from pg_database where datname = current_database()) and
            """ + OURS;

    private static final String LOCK_NOT_AVAILABLE = "55P03";
    private static final String QUERY_CANCELED = "57014";

    /** For one table while others are held; all together stay below the second after which circles are looked for. */
    private static final Duration SOON = Duration.ofMillis(100);

    private static final Duration ALL = Duration.ofMillis(600);

    /** For one while nothing is held: longer than the second after which a clean-up by itself ends for those who wait. */
    private static final Duration ALONE = Duration.ofMillis(1200);

    /** Everybody who waited meanwhile gets through. */
    private static final Duration PAUSE = Duration.ofMillis(300);

    private static final int TRIES = 20;

    private TablesAtOnce() {}

    /** @throws SQLException 55P03 where somebody keeps a table for longer: to be tried again later; nothing is held then */
    static void take(Statement sql) throws SQLException {
        String before = RowRules.one(sql, "select current_setting('lock_timeout')");
        String longest = RowRules.one(sql, "select current_setting('statement_timeout')");
        String all = RowRules.one(sql, TABLES);
        sql.execute("savepoint tables");
        String first = "";
        for (int tried = 1; tried <= TRIES; tried++) {
            if (!first.isEmpty() && !had(sql, first, ALONE, Duration.ZERO)) break;
            if (had(sql, all, SOON, ALL)) {
                sql.execute("set local lock_timeout = '" + before + "'");
                sql.execute("set local statement_timeout = '" + longest + "'");
                return;
            }
            first = RowRules.one(sql, HELD);
            LockSupport.parkNanos(PAUSE.toNanos());
        }
        throw new SQLException("somebody keeps a table: " + first, LOCK_NOT_AVAILABLE);
    }

    /** Whether it was; else all is given back. */
    private static boolean had(Statement sql, String tables, Duration each, Duration together) throws SQLException {
        sql.execute("set local lock_timeout = " + each.toMillis());
        sql.execute("set local statement_timeout = " + together.toMillis());
        try {
            sql.execute("lock table " + tables + " in access exclusive mode");
            return true;
        } catch (SQLException e) {
            if (!LOCK_NOT_AVAILABLE.equals(e.getSQLState()) && !QUERY_CANCELED.equals(e.getSQLState())) throw e;
            sql.execute("rollback to savepoint tables");
            return false;
        }
    }
}
