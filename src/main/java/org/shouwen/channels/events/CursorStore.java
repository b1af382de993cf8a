package org.shouwen.channels.events;

import com.github.f4b6a3.uuid.UuidCreator;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouwen.jdbc.Instants;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * How far each receiver has been told, who tells it now, and what went out. Leases go by the database's clock, the one that
 * all nodes have: by clocks of their own that differ, two would tell the same at once.
 */
@Repository
class CursorStore {
    private final JdbcClient jdbc;

    CursorStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Receiver.Cursor of(UUID receiver) {
        return jdbc.sql("select * from events.cursor where receiver = :id")
                .param("id", receiver)
                .query((rs, _) -> cursor(rs))
                .single();
    }

    /** Takes the receiver for this run; empty while another node's run has it. */
    Optional<Receiver.Cursor> claim(UUID receiver, UUID run, Duration lease) {
        return jdbc.sql("""
                        update events.cursor
                        set lease = :run, lease_until = clock_timestamp() + make_interval(secs => :lease)
                        where receiver = :id and (lease is null or lease = :run or lease_until < clock_timestamp())
                        returning *
                        """)
                .param("run", run)
                .param("lease", lease.toSeconds())
                .param("id", receiver)
                .query((rs, _) -> cursor(rs))
                .optional();
    }

    void release(UUID receiver, UUID run) {
        jdbc.sql("update events.cursor set lease = null, lease_until = null where receiver = :id and lease = :run")
                .param("id", receiver)
                .param("run", run)
                .update();
    }

    /** Nothing of it was wanted; the lease is taken anew. @return false when another run has the receiver by now */
    boolean passed(UUID receiver, UUID run, long at, Duration lease) {
        return jdbc.sql("""
                        update events.cursor
                        set at_id = :at, lease_until = clock_timestamp() + make_interval(secs => :lease)
                        where receiver = :id and lease = :run
                        """)
                        .param("at", at)
                        .param("lease", lease.toSeconds())
                        .param("id", receiver)
                        .param("run", run)
                        .update()
                == 1;
    }

    /**
     * What was told is on record together with the place.
     *
     * @param lease how long this run has the receiver from now on
     * @return false when another run has the receiver by now
     */
    boolean told(UUID receiver, UUID run, OutgoingBatch batch, Instant now, Duration lease) {
        boolean mine = jdbc.sql("""
                        update events.cursor set at_id = :at, told_at = :now, failures = 0, last_error = '', failed_at = null,
                            next_try_at = null, stopped_at = null,
                            lease_until = clock_timestamp() + make_interval(secs => :lease)
                        where receiver = :id and lease = :run
                        """)
                        .param("at", batch.upTo())
                        .param("lease", lease.toSeconds())
                        .param("now", Timestamp.from(now))
                        .param("id", receiver)
                        .param("run", run)
                        .update()
                == 1;
        if (mine)
            jdbc.sql("""
                            insert into events.sent (id, receiver, first_id, last_id, events, at, digest)
                            values (:id, :receiver, :first, :last, :events, :now, :digest)
                            """)
                    .param("id", UuidCreator.getTimeOrderedEpoch())
                    .param("receiver", receiver)
                    .param("first", batch.first())
                    .param("last", batch.last())
                    .param("events", batch.events())
                    .param("now", Timestamp.from(now))
                    .param("digest", batch.digest())
                    .update();
        return mine;
    }

    void failed(UUID receiver, String error, Instant now, @Nullable Instant next) {
        jdbc.sql("""
                        update events.cursor set failures = failures + 1, last_error = :error, failed_at = :now,
                            next_try_at = :next, stopped_at = case when cast(:next as timestamptz) is null then cast(:now as timestamptz) end
                        where receiver = :id
                        """)
                .param("error", error)
                .param("now", Timestamp.from(now))
                .param("next", Instants.timestamp(next))
                .param("id", receiver)
                .update();
    }

    void resume(UUID receiver) {
        jdbc.sql("update events.cursor set failures = 0, next_try_at = null, stopped_at = null where receiver = :id")
                .param("id", receiver)
                .update();
    }

    int forgetSentBefore(Instant moment) {
        return jdbc.sql("delete from events.sent where at < :moment")
                .param("moment", Timestamp.from(moment))
                .update();
    }

    private static Receiver.Cursor cursor(ResultSet rs) throws SQLException {
        return new Receiver.Cursor(
                rs.getLong("at_id"),
                rs.getInt("failures"),
                rs.getString("last_error"),
                Instants.orNull(rs, "failed_at"),
                Instants.orNull(rs, "told_at"),
                Instants.orNull(rs, "next_try_at"),
                Instants.orNull(rs, "stopped_at"));
    }
}
