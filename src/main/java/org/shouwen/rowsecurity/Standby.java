package org.shouwen.rowsecurity;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.function.Function;
import javax.sql.DataSource;
import org.shouwen.rowsecurity.StandbyReads.State;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A copy of the database that only reads, behind the same rules for rows. */
final class Standby implements AutoCloseable {
    private final DataSource source;
    private final JdbcClient jdbc;
    private final Duration most;

    /** @param most that it may be behind */
    Standby(DataSource source, Duration most) {
        this.source = source;
        this.most = most;
        jdbc = JdbcClient.create(source);
    }

    <T> T ask(Function<JdbcClient, T> question) {
        return question.apply(jdbc);
    }

    /** Where the primary's log ends, by its own clock, and whose it is. */
    private record End(String city, String log, double seconds) {}

    /** How far it is behind, all by the primary's clock. Whoever has become primary itself is not behind. */
    State look(JdbcClient primary) {
        End end = primary.sql(
                        "select system_identifier::text, pg_current_wal_lsn()::text, extract(epoch from clock_timestamp()) from pg_control_system()")
                .query((rs, _) -> new End(rs.getString(1), rs.getString(2), rs.getDouble(3)))
                .single();
        return ask(db -> db.sql("""
                        select system_identifier::text as city, not pg_is_in_recovery() or pg_last_wal_replay_lsn() >= :log::pg_lsn as whole,
                               extract(epoch from pg_last_xact_replay_timestamp()) as replayed
                        from pg_control_system()
                        """)
                .param("log", end.log())
                .query((rs, _) -> state(rs, end))
                .single());
    }

    private State state(ResultSet rs, End end) throws SQLException {
        if (!end.city().equals(rs.getString("city"))) return State.FOREIGN;
        if (rs.getBoolean("whole")) return State.USED;
        double replayed = rs.getDouble("replayed"); // 0 where nothing was yet
        Duration behind = Duration.ofMillis(Math.round((end.seconds() - replayed) * 1000));
        return behind.compareTo(most) <= 0 ? State.USED : State.BEHIND;
    }

    @Override
    public void close() {
        if (source instanceof WalledDataSource walled) walled.close();
        else if (source instanceof com.zaxxer.hikari.HikariDataSource pool) pool.close();
    }
}
