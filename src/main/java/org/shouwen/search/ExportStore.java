package org.shouwen.search;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouwen.accounts.CurrentUser;
import org.shouwen.jdbc.Instants;
import org.shouwen.problems.After;
import org.shouwen.problems.Keyset;
import org.shouwen.problems.Page;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Rows of {@code search.export}. */
@Repository
class ExportStore {
    private final JdbcClient jdbc;

    ExportStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The person's own, newest first. */
    Page<SearchExport> of(UUID account, @Nullable After after, int limit) {
        return Keyset.page(
                jdbc,
                "select e.*, 0 as rank, " + Keyset.latest("asked_at")
                        + " as turn from search.export e where account = :account",
                Map.of("account", account),
                after,
                limit,
                ExportStore::row);
    }

    /** What others of the unit, or of the platform, ask for, oldest first. */
    Page<SearchExport> asked(@Nullable String unit, UUID notOf, Instant since, @Nullable After after, int limit) {
        Map<String, @Nullable Object> params = new HashMap<>();
        params.put("unit", unit);
        params.put("account", notOf);
        params.put("since", Timestamp.from(since));
        return Keyset.page(
                jdbc,
                "select e.*, 0 as rank, " + Keyset.earliest("asked_at") + """
                 as turn from search.export e
                where state = 'ASKED' and unit is not distinct from :unit and account <> :account and asked_at > :since
                """,
                params,
                after,
                limit,
                ExportStore::row);
    }

    Optional<SearchExport> lock(UUID id) {
        return jdbc.sql("select * from search.export where id = :id for update")
                .param("id", id)
                .query(ExportStore::row)
                .optional();
    }

    void insert(SearchExport e) {
        jdbc.sql("""
                        insert into search.export (id, account, asker, unit, query, purpose, asked_at, state, decided_at)
                        values (:id, :account, :asker, :unit, :query, :purpose, :at, :state, :decided)
                        """)
                .param("id", e.id())
                .param("account", e.account())
                .param("asker", e.asker())
                .param("unit", e.unit())
                .param("query", e.query())
                .param("purpose", e.purpose())
                .param("at", Timestamp.from(e.askedAt()))
                .param("state", e.state().name())
                .param("decided", Instants.timestamp(e.decidedAt()))
                .update();
    }

    void decide(UUID id, SearchExport.State state, CurrentUser by, Instant at) {
        jdbc.sql("""
                        update search.export set state = :state, decided_by = :by, decider = :name, decided_at = :at,
                            version = version + 1
                        where id = :id
                        """)
                .param("state", state.name())
                .param("by", by.account())
                .param("name", by.name())
                .param("at", Timestamp.from(at))
                .param("id", id)
                .update();
    }

    void fetched(UUID id, int rows, Instant at) {
        jdbc.sql("update search.export set fetched_at = :at, fetched = :rows, version = version + 1 where id = :id")
                .param("at", Timestamp.from(at))
                .param("rows", rows)
                .param("id", id)
                .update();
    }

    private static SearchExport row(ResultSet rs, int row) throws SQLException {
        return new SearchExport(
                rs.getObject("id", UUID.class),
                rs.getObject("account", UUID.class),
                rs.getString("asker"),
                rs.getString("unit"),
                rs.getString("query"),
                rs.getString("purpose"),
                rs.getTimestamp("asked_at").toInstant(),
                SearchExport.State.valueOf(rs.getString("state")),
                rs.getString("decider"),
                Instants.orNull(rs, "decided_at"),
                Instants.orNull(rs, "fetched_at"),
                rs.getInt("fetched"),
                rs.getLong("version"));
    }
}
