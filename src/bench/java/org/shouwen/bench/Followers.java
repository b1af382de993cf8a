package org.shouwen.bench;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * Whoever follows the journal is told that it has done with what was loaded: what is measured is not slowed by counting
 * it, and neither figures nor search hold it.
 */
final class Followers {
    /** Whoever follows waits while a chunk is written: it would read it, and the loader would wait for that. */
    static final String DONE = """
            do $$ declare t record; last bigint := (select last_value from history.entry_id_seq); begin
                for t in select table_schema, table_name from information_schema.columns where column_name in ('through', 'seen', 'horizon')
                         group by 1, 2 having count(*) = 3 order by 1, 2 loop
                    execute format('update %1$I.%2$I set through = %3$s, seen = %3$s, horizon = 0', t.table_schema, t.table_name, last);
                end loop;
            end $$
            """;

    private Followers() {}

    /** The index of search may still write down where it was when it began to read: it is told until that stays. */
    static void settle(Statement s) throws SQLException {
        try (ResultSet rs = s.executeQuery("select to_regclass('search.generation') is null")) {
            if (rs.next() && rs.getBoolean(1)) return; // an older build
        }
        for (int stayed = 0; stayed < 40; LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(50))) {
            try (ResultSet rs = s.executeQuery(
                    "select through < (select last_value from history.entry_id_seq) from search.generation")) {
                stayed = rs.next() && rs.getBoolean(1) ? 0 : stayed + 1;
            }
            if (stayed == 0) s.execute(DONE);
        }
    }
}
