package org.shouwen.history;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouwen.problems.After;
import org.shouwen.problems.Page;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Entries of the journal as rows; they are added and read, never changed. */
@Repository
class HistoryStore {
    private static final String INSERT = """
            insert into history.entry (subject_kind, subject_id, seq, at, actor_account, actor_name, actor_unit, type, body, seal)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """;

    /** From so many on an array for each column is quicker than a row for each entry. */
    private static final int MANY = 50;

    private final JdbcTemplate template;
    private final JdbcClient jdbc;

    HistoryStore(JdbcTemplate template, JdbcClient jdbc) {
        this.template = template;
        this.jdbc = jdbc;
    }

    void insert(List<Entry> entries, List<Chain> chains) {
        if (entries.size() >= MANY) {
            insertMany(entries, chains);
            return;
        }
        List<Object[]> rows = new java.util.ArrayList<>(entries.size());
        for (int i = 0; i < entries.size(); i++) {
            Entry e = entries.get(i);
            Chain c = chains.get(i);
            rows.add(new Object[] {
                e.subject().kind(),
                e.subject().id(),
                c.seq(),
                Timestamp.from(e.at()),
                e.by().account(),
                e.by().name(),
                e.by().unit(),
                e.type(),
                e.body(),
                c.head()
            });
        }
        if (rows.size() == 1) template.update(INSERT, rows.getFirst());
        else template.batchUpdate(INSERT, rows);
    }

    /** In one statement, in their order: what a calendar moves, a sweep marks. */
    private void insertMany(List<Entry> entries, List<Chain> chains) {
        jdbc.sql("""
                        insert into history.entry (subject_kind, subject_id, seq, at, actor_account, actor_name, actor_unit, type, body, seal)
                        select kind, id, seq, at, account, name, unit, type, body, seal
                        from unnest(:kind::text[], :id::uuid[], :seq::bigint[], :at::timestamptz[], :account::uuid[],
                                    :name::text[], :unit::text[], :type::text[], :body::text[], :seal::bytea[])
                             with ordinality as n (kind, id, seq, at, account, name, unit, type, body, seal, place)
                        order by place
                        """)
                .param("kind", entries.stream().map(e -> e.subject().kind()).toArray(String[]::new))
                .param("id", entries.stream().map(e -> e.subject().id()).toArray(UUID[]::new))
                .param("seq", chains.stream().map(Chain::seq).toArray(Long[]::new))
                .param("at", entries.stream().map(e -> Timestamp.from(e.at())).toArray(Timestamp[]::new))
                .param("account", entries.stream().map(e -> e.by().account()).toArray(UUID[]::new))
                .param("name", entries.stream().map(e -> e.by().name()).toArray(String[]::new))
                .param("unit", entries.stream().map(e -> e.by().unit()).toArray(String[]::new))
                .param("type", entries.stream().map(Entry::type).toArray(String[]::new))
                .param("body", entries.stream().map(Entry::body).toArray(String[]::new))
                .param("seal", chains.stream().map(Chain::head).toArray(byte[][]::new))
                .update();
    }

    Chain head(Subject subject) {
        return jdbc.sql("""
                        select seq, seal from history.entry
                        where subject_id = :id and subject_kind = :kind order by seq desc limit 1
                        """)
                .param("id", subject.id())
                .param("kind", subject.kind())
                .query((rs, _) -> new Chain(rs.getLong("seq"), rs.getBytes("seal")))
                .optional()
                .orElse(Chain.START);
    }

    /** One node at a time begins to hold tables; until the transaction ends. */
    void lockForHolding() {
        jdbc.sql("select pg_advisory_xact_lock(hashtext('history.held'))").query(rs -> {});
    }

    List<Recorded> of(Subject subject) {
        return jdbc.sql("""
                        select subject_kind, subject_id, seq, at, actor_account, actor_name, actor_unit, type, body
                        from history.entry where subject_id = :id and subject_kind = :kind order by seq
                        """)
                .param("id", subject.id())
                .param("kind", subject.kind())
                .query((rs, _) -> recorded(rs))
                .list();
    }

    List<Recorded> ofKind(String kind, Instant since, int most) {
        if (!kind.matches("[a-z_]+")) throw new IllegalArgumentException(kind);
        // the kind stands in the words: each kind that is asked for has its own partial index
        return jdbc.sql("select subject_kind, subject_id, seq, at, actor_account, actor_name, actor_unit, type, body"
                        + " from history.entry where subject_kind = '" + kind + "' and at >= :since"
                        + " order by at desc limit :most")
                .param("since", Timestamp.from(since))
                .param("most", most)
                .query((rs, _) -> recorded(rs))
                .list();
    }

    /** What administrators did, newest first. */
    Page<Recorded> administration(@Nullable After after, int limit) {
        return newest(
                "in ('account', 'unit', 'calendar', 'template', 'callback_rates', 'edition', 'installation')",
                after,
                limit);
    }

    Page<Recorded> searches(@Nullable After after, int limit) {
        return newest("= 'search'", after, limit);
    }

    Page<Recorded> alarms(@Nullable After after, int limit) {
        return newest("= 'row_alarm'", after, limit);
    }

    /** @param kinds as the partial index that serves it says them; what one import did stands at one instant */
    private Page<Recorded> newest(String kinds, @Nullable After after, int limit) {
        var query = jdbc.sql(
                        "select id, subject_kind, subject_id, seq, at, actor_account, actor_name, actor_unit, type,"
                                + " body from history.entry where subject_kind " + kinds
                                + (after == null ? "" : " and at <= :at and (at < :at or id < :id)")
                                + " order by at desc, id desc limit :limit")
                .param("limit", limit + 1);
        if (after != null)
            query = query.param("at", after.time()).param("id", after.id().getLeastSignificantBits());
        return Page.of(
                query.query((rs, _) -> {
                            Recorded r = recorded(rs);
                            return new Page.Row<>(r, After.at(0, r.at(), new UUID(0, rs.getLong("id"))));
                        })
                        .list(),
                limit,
                null);
    }

    static Recorded recorded(ResultSet rs) throws SQLException {
        return new Recorded(
                new Subject(rs.getString("subject_kind"), rs.getObject("subject_id", UUID.class)),
                rs.getLong("seq"),
                rs.getObject("at", OffsetDateTime.class).toInstant(),
                new Actor(
                        rs.getObject("actor_account", UUID.class),
                        rs.getString("actor_name"),
                        rs.getString("actor_unit")),
                rs.getString("type"),
                rs.getString("body"));
    }
}
