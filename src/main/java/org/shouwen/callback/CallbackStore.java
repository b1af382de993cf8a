package org.shouwen.callback;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouwen.confidentiality.ConflictOfInterest;
import org.shouwen.directory.UnitId;
import org.shouwen.jdbc.Instants;
import org.shouwen.problems.After;
import org.shouwen.problems.Keyset;
import org.shouwen.problems.Page;
import org.shouwen.workorder.ClosedOrder;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Rows of callbacks. */
@Repository
class CallbackStore {
    /** Never tried ones first, then those tried longest ago. */
    static final String TURN = "(c.last_attempt_at is not null)::int as rank, coalesce("
            + Keyset.earliest("c.last_attempt_at") + ", 0) as turn";

    private final JdbcClient jdbc;
    private final JdbcTemplate template;

    CallbackStore(JdbcClient jdbc, JdbcTemplate template) {
        this.jdbc = jdbc;
        this.template = template;
    }

    void insert(LocalDate day, List<ClosedOrder> drawn, List<UUID> ids) {
        List<Object[]> rows = new java.util.ArrayList<>();
        for (int i = 0; i < drawn.size(); i++) {
            ClosedOrder o = drawn.get(i);
            rows.add(new Object[] {
                ids.get(i), Date.valueOf(day), o.id(), o.number(), o.lead().code(), o.kind(), o.limitClass()
            });
        }
        template.batchUpdate("""
                insert into supervision.callback (id, day, order_id, order_number, unit, kind, limit_class, state)
                values (?, ?, ?, ?, ?, ?, ?, 'WAITING') on conflict (order_id, day) where not rated do nothing
                """, rows);
    }

    Optional<Callback> lock(UUID id) {
        return jdbc.sql("select * from supervision.callback where id = :id for update")
                .param("id", id)
                .query(CallbackStore::callback)
                .optional();
    }

    Optional<Callback> find(UUID id) {
        return jdbc.sql("select * from supervision.callback where id = :id")
                .param("id", id)
                .query(CallbackStore::callback)
                .optional();
    }

    /** Never tried ones first, then those tried longest ago. */
    Page<Callback> waiting(String reader, @Nullable After after, int limit) {
        String rows = "select c.*, " + TURN + " from supervision.callback c where state = 'WAITING' and "
                + ConflictOfInterest.order("c.order_number");
        return Keyset.page(jdbc, rows, Map.of("reader", reader), after, limit, CallbackStore::callback);
    }

    List<Callback> all() {
        return jdbc.sql("select * from supervision.callback where attempts > 0 order by id")
                .query(CallbackStore::callback)
                .list();
    }

    /** An archive: newest first, by its index, and not counted. */
    Page<Callback> done(String reader, @Nullable After after, int limit) {
        var query = jdbc.sql("select * from supervision.callback c where state <> 'WAITING' and "
                        + ConflictOfInterest.order("c.order_number")
                        + (after == null
                                ? ""
                                : " and last_attempt_at <= :at and (last_attempt_at < :at or id > :after)")
                        + " order by last_attempt_at desc, id limit :limit")
                .param("reader", reader)
                .param("limit", limit + 1);
        if (after != null) query = query.param("at", after.time()).param("after", after.id());
        return Page.of(
                query.query(CallbackStore::callback).list(),
                limit,
                null,
                c -> After.at(0, Objects.requireNonNull(c.lastAttemptAt()), c.id()));
    }

    void update(Callback c) {
        Instant at = c.lastAttemptAt();
        jdbc.sql("""
                        update supervision.callback set state = :state, attempts = :attempts, last_attempt_at = :at,
                            truthful = :truthful, resolved = :resolved, satisfied_first = :first, satisfied = :satisfied,
                            words = :words, called_by = :by
                        where id = :id
                        """)
                .param("state", c.state().name())
                .param("attempts", c.attempts())
                .param("at", Instants.timestamp(at))
                .param("truthful", c.truthful())
                .param("resolved", c.resolved())
                .param("first", c.satisfiedFirst())
                .param("satisfied", c.satisfied())
                .param("words", c.words())
                .param("by", c.calledBy())
                .param("id", c.id())
                .update();
    }

    static Callback callback(ResultSet rs, int row) throws SQLException {
        return new Callback(
                rs.getObject("id", UUID.class),
                rs.getDate("day").toLocalDate(),
                rs.getObject("order_id", UUID.class),
                rs.getString("order_number"),
                new UnitId(rs.getString("unit")),
                Callback.State.valueOf(rs.getString("state")),
                rs.getInt("attempts"),
                Instants.orNull(rs, "last_attempt_at"),
                bool(rs, "truthful"),
                bool(rs, "resolved"),
                bool(rs, "satisfied_first"),
                bool(rs, "satisfied"),
                rs.getString("words"),
                rs.getString("called_by"),
                rs.getBoolean("rated"));
    }

    private static @Nullable Boolean bool(ResultSet rs, String column) throws SQLException {
        boolean value = rs.getBoolean(column);
        return rs.wasNull() ? null : Boolean.valueOf(value);
    }
}
