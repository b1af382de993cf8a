package org.shouwen.operations;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Does what {@link LaterConnections} put off: indexes are built and constraints proven while others write on. A start that is
 * killed meanwhile leaves the rest to the next one.
 */
final class LaterWork {
    private static final Logger LOG = LoggerFactory.getLogger(LaterWork.class);

    /** Whether a migration ever put anything off in this database. */
    static final String NOTED = "select to_regclass('flyway.later') is not null";

    private static final long PAUSE_NANOS = TimeUnit.SECONDS.toNanos(1);

    /** Class of PostgreSQL's states for rows that a rule does not bear. */
    private static final String BROKEN_RULE = "23";

    private final DataSource database;
    private final MigrationTimes times;

    LaterWork(DataSource database, MigrationTimes times) {
        this.database = database;
        this.times = times;
    }

    /** Returns when all is done, by this node or by another that is at it. What fails is tried again at the next start. */
    void run() throws SQLException {
        try (Connection own = database.getConnection();
                Statement sql = own.createStatement()) {
            if (!has(sql, NOTED)) return;
            if (due(sql).isEmpty()) return;
            alone(sql);
            Map<String, String> due = due(sql);
            if (due.isEmpty()) return;
            LOG.info(
                    "数据库升级：在不影响写入的情况下建立 {} 项索引和约束 Building {} indexes and constraints beside the writers",
                    due.size(),
                    due.size());
            // it waits for whoever works with the table, and nobody waits for it
            sql.execute("set lock_timeout = 0");
            sql.execute("set statement_timeout = 0");
            for (var each : due.entrySet())
                times.later(database, each.getKey(), () -> done(sql, each.getKey(), each.getValue()));
        }
    }

    /** Asks once a second: whoever waits in one statement has a snapshot, for whose end the index itself would wait. */
    private static void alone(Statement sql) throws SQLException {
        for (boolean said = false; !has(sql, "select pg_try_advisory_lock(hashtext('later work'))"); said = true) {
            if (!said)
                LOG.info("另一节点正在建立索引和约束，完成后本节点再启动"
                        + " Another node builds indexes and constraints: this one starts when it has done so");
            LockSupport.parkNanos(PAUSE_NANOS);
        }
    }

    private void done(Statement sql, String work, String statement) throws SQLException {
        try {
            if (!built(sql, work)) sql.execute(statement);
            sql.execute("delete from flyway.later where work = '" + work + "'");
        } catch (SQLException e) {
            boolean rows = e.getSQLState() != null && e.getSQLState().startsWith(BROKEN_RULE);
            LOG.error(
                    rows
                            ? "已有数据不符合 {}：请先更正数据，下次启动时再试 rows break {}: mend them, the next start tries again: {}"
                            : "未能完成 {}，下次启动时再试 {} was not done, the next start tries again: {}",
                    work,
                    work,
                    e.getMessage());
            if (times.rehearses()) throw e; // an upgrade that leaves something undone is no good one
        }
    }

    /** Whether an index is there already; one that a killed start left half built is taken away. */
    private static boolean built(Statement sql, String work) throws SQLException {
        if (work.contains(" ")) return false; // a constraint: proving it twice is no harm
        if (has(sql, "select not indisvalid from pg_index where indexrelid = to_regclass('" + work + "')"))
            sql.execute("drop index concurrently " + work);
        return has(sql, "select to_regclass('" + work + "') is not null");
    }

    private static Map<String, String> due(Statement sql) throws SQLException {
        Map<String, String> due = new LinkedHashMap<>();
        try (ResultSet rs = sql.executeQuery("select work, statement from flyway.later order by work")) {
            while (rs.next()) due.put(rs.getString(1), rs.getString(2));
        }
        return due;
    }

    static boolean has(Statement sql, String query) throws SQLException {
        try (ResultSet rs = sql.executeQuery(query)) {
            return rs.next() && rs.getBoolean(1);
        }
    }
}
