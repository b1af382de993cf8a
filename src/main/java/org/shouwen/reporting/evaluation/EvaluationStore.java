package org.shouwen.reporting.evaluation;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.shouwen.accounts.CurrentUser;
import org.shouwen.jdbc.Instants;
import org.shouwen.reporting.Period;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Schemes and the drafts of each day. */
@Repository
class EvaluationStore {
    private final JdbcClient jdbc;

    EvaluationStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(UUID id, Scheme scheme, String text, CurrentUser by, Instant at) {
        jdbc.sql("""
                        insert into reporting.scheme (id, code, text, from_day, to_day, asked_by, asker, asked_at)
                        values (:id, :code, :text, :from, :to, :by, :asker, :at)
                        """)
                .param("id", id)
                .param("code", scheme.code())
                .param("text", text)
                .param("from", Date.valueOf(scheme.period().from()))
                .param("to", Date.valueOf(scheme.period().to()))
                .param("by", by.account())
                .param("asker", by.name())
                .param("at", Timestamp.from(at))
                .update();
    }

    void decide(UUID id, boolean adopt, CurrentUser by, Instant at) {
        jdbc.sql("""
                        update reporting.scheme set decided_by = :by, decider = :decider, decided_at = :at, adopted = :adopt
                        where id = :id
                        """)
                .param("id", id)
                .param("by", by.account())
                .param("decider", by.name())
                .param("at", Timestamp.from(at))
                .param("adopt", adopt)
                .update();
    }

    /** Who decides about schemes does so one after the other: two that overlap are not adopted at once. */
    void lock() {
        jdbc.sql("select pg_advisory_xact_lock(hashtext('reporting.scheme'))").query(_ -> {});
    }

    List<StoredScheme> all() {
        return jdbc.sql("select * from reporting.scheme order by from_day desc, asked_at desc")
                .query(EvaluationStore::scheme)
                .list();
    }

    Optional<StoredScheme> find(UUID id) {
        return jdbc.sql("select * from reporting.scheme where id = :id")
                .param("id", id)
                .query(EvaluationStore::scheme)
                .optional();
    }

    void putDraft(UUID scheme, LocalDate day, Instant at, String body) {
        jdbc.sql("""
                        insert into reporting.draft (scheme, day, at, body) values (:scheme, :day, :at, :body)
                        on conflict (scheme, day) do update set at = excluded.at, body = excluded.body
                        """)
                .param("scheme", scheme)
                .param("day", Date.valueOf(day))
                .param("at", Timestamp.from(at))
                .param("body", body)
                .update();
    }

    /** @param at when it was worked out */
    record Draft(Instant at, String body) {}

    Optional<Draft> draft(UUID scheme) {
        return jdbc.sql("select at, body from reporting.draft where scheme = :scheme order by day desc limit 1")
                .param("scheme", scheme)
                .query((rs, _) -> new Draft(rs.getTimestamp("at").toInstant(), rs.getString("body")))
                .optional();
    }

    private static StoredScheme scheme(ResultSet rs, int row) throws SQLException {
        return new StoredScheme(
                rs.getObject("id", UUID.class),
                rs.getString("code"),
                rs.getString("text"),
                new Period(
                        rs.getDate("from_day").toLocalDate(),
                        rs.getDate("to_day").toLocalDate()),
                rs.getObject("asked_by", UUID.class),
                rs.getString("asker"),
                rs.getTimestamp("asked_at").toInstant(),
                rs.getObject("decided_by", UUID.class),
                rs.getString("decider"),
                Instants.orNull(rs, "decided_at"),
                rs.getObject("adopted", Boolean.class));
    }
}
