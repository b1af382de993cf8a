package org.shouwen.operations;

import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.shouwen.embedded.EmbeddedPostgres;

/** Rows of each table, as the catalog names them: what a restored database is counted against. */
record RowCounts(Map<String, Long> rows, Map<String, Boolean> growing) {
    private static final String TABLES = """
            select format('%I.%I', schemaname, relname), n_tup_del = 0 from pg_stat_user_tables
            where schemaname not in ('pg_catalog', 'information_schema', 'jobs', 'flyway')
            and has_schema_privilege(schemaname, 'usage') and has_table_privilege(relid, 'select') order by 1
            """;

    static RowCounts of(EmbeddedPostgres database) throws IOException {
        return of(database.jdbcUrl(), database.user(), database.password());
    }

    static RowCounts of(String url, String user, String password) throws IOException {
        Map<String, Boolean> growing = new TreeMap<>();
        Map<String, Long> rows = new TreeMap<>();
        try (Connection db = DriverManager.getConnection(url, user, password);
                Statement statement = db.createStatement()) {
            db.setNetworkTimeout(Runnable::run, 0); // of an address made for pages: a large table takes longer
            statement.execute("set statement_timeout = 0");
            db.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            db.setAutoCommit(false);
            try (ResultSet rs = statement.executeQuery(TABLES)) {
                while (rs.next()) growing.put(rs.getString(1), rs.getBoolean(2));
            }
            for (String table : growing.keySet())
                try (ResultSet rs = statement.executeQuery("select count(*) from " + table)) {
                    rs.next();
                    rows.put(table, rs.getLong(1));
                }
            return new RowCounts(rows, growing);
        } catch (SQLException e) {
            throw new IOException("the rows could not be counted: " + e.getMessage(), e);
        }
    }

    /** This before a copy and the other after it. */
    Map<String, Manifest.Counts> until(RowCounts after) {
        Map<String, Manifest.Counts> between = new TreeMap<>();
        after.rows.forEach((table, rows) -> between.put(
                table,
                new Manifest.Counts(
                        this.rows.getOrDefault(table, 0L), rows, Boolean.TRUE.equals(after.growing.get(table)))));
        return between;
    }

    long sum() {
        return rows.values().stream().mapToLong(Long::longValue).sum();
    }

    /**
     * Tables that are gone after an upgrade, or have fewer rows: each a line for whoever decides about it.
     *
     * @param moved tables by the name they had before, with the one that has their rows now
     */
    List<String> lostUntil(RowCounts after, Map<String, String> moved) {
        List<String> lost = new ArrayList<>();
        rows.forEach((table, before) -> {
            Long now = after.rows.get(after.rows.containsKey(table) ? table : moved.getOrDefault(table, table));
            if (now == null) lost.add("%s: %d → 已无此表 the table is gone".formatted(table, before));
            else if (now < before) lost.add("%s: %d → %d".formatted(table, before, now));
        });
        return lost;
    }
}
