package org.shouwen.channels.exchange;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouwen.jdbc.Instants;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** How it stands with each partner: reached, failing, stopped, or with a clock that is away. */
@Repository
class PartnerStore {
    private final JdbcClient jdbc;

    PartnerStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * @param refusedAt when it last signed under a clock that is away, by {@code skewSeconds}; null for never
     * @param stoppedAt it failed too long: a person resumes it
     */
    record State(
            int failures,
            String lastError,
            @Nullable Instant nextTryAt,
            @Nullable Instant stoppedAt,
            @Nullable Instant reachedAt,
            @Nullable Instant refusedAt,
            long skewSeconds) {
        static final State NEW = new State(0, "", null, null, null, null, 0);

        boolean due(Instant now) {
            return stoppedAt == null && (nextTryAt == null || !nextTryAt.isAfter(now));
        }
    }

    Optional<State> find(String code) {
        return jdbc.sql("select * from exchange.partner where code = :code")
                .param("code", code)
                .query((rs, _) -> new State(
                        rs.getInt("failures"),
                        rs.getString("last_error"),
                        Instants.orNull(rs, "next_try_at"),
                        Instants.orNull(rs, "stopped_at"),
                        Instants.orNull(rs, "reached_at"),
                        Instants.orNull(rs, "refused_at"),
                        rs.getLong("skew_seconds")))
                .optional();
    }

    /**
     * Takes the partner for this run, by the clock that all nodes have: the database's.
     *
     * @return false while another node's run has it
     */
    boolean claim(String code, UUID run, Duration lease) {
        jdbc.sql("insert into exchange.partner (code) values (:code) on conflict do nothing")
                .param("code", code)
                .update();
        return jdbc.sql("""
                        update exchange.partner
                        set lease = :run, lease_until = clock_timestamp() + make_interval(secs => :lease)
                        where code = :code and (lease is null or lease = :run or lease_until < clock_timestamp())
                        """)
                        .param("run", run)
                        .param("lease", lease.toSeconds())
                        .param("code", code)
                        .update()
                == 1;
    }

    void release(String code, UUID run) {
        jdbc.sql("update exchange.partner set lease = null, lease_until = null where code = :code and lease = :run")
                .param("code", code)
                .param("run", run)
                .update();
    }

    void reached(String code, Instant now) {
        jdbc.sql("""
                        update exchange.partner set reached_at = :now, failures = 0, last_error = '', failed_at = null,
                            next_try_at = null, stopped_at = null where code = :code
                        """).param("now", Timestamp.from(now)).param("code", code).update();
    }

    /** @param next null: it is stopped until a person resumes it */
    void failed(String code, String error, Instant now, @Nullable Instant next) {
        jdbc.sql("""
                        update exchange.partner set failures = failures + 1, last_error = :error, failed_at = :now,
                            next_try_at = :next,
                            stopped_at = case when cast(:next as timestamptz) is null then cast(:now as timestamptz) end
                        where code = :code
                        """)
                .param("error", error)
                .param("now", Timestamp.from(now))
                .param("next", Instants.timestamp(next))
                .param("code", code)
                .update();
    }

    void resume(String code) {
        jdbc.sql("update exchange.partner set failures = 0, next_try_at = null, stopped_at = null where code = :code")
                .param("code", code)
                .update();
    }

    /** It signed rightly, under a clock that is away. */
    void clockAway(String code, Instant now, long seconds) {
        jdbc.sql("""
                        insert into exchange.partner (code, refused_at, skew_seconds) values (:code, :now, :seconds)
                        on conflict (code) do update set refused_at = excluded.refused_at, skew_seconds = excluded.skew_seconds
                        """)
                .param("code", code)
                .param("now", Timestamp.from(now))
                .param("seconds", seconds)
                .update();
    }
}
