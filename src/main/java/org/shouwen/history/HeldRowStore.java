package org.shouwen.history;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What the database noted about rows that are held against the journal. */
@Repository
@SuppressWarnings("ArrayRecordComponent") // digests on their way
class HeldRowStore {
    /** A row that the transaction touched: what it was before and what it becomes; null where there is none. */
    record Touched(String table, String key, UUID subject, byte @Nullable [] was, byte @Nullable [] becomes) {
        Touched then(Touched next) {
            return new Touched(table, key, subject, was, next.becomes);
        }

        boolean unchanged() {
            return java.util.Arrays.equals(was, becomes);
        }
    }

    record Last(Chain chain, String type, String body) {}

    record Now(UUID subject, String key, byte[] digest) {}

    private final JdbcClient jdbc;
    private final JdbcTemplate streaming;

    HeldRowStore(JdbcClient jdbc, DataSource dataSource) {
        this.jdbc = jdbc;
        this.streaming = new JdbcTemplate(dataSource);
        this.streaming.setFetchSize(2000);
    }

    List<Touched> take() {
        return jdbc.sql("select tbl, key, subject, was, becomes from history.take_touched()")
                .query((rs, _) -> new Touched(
                        rs.getString("tbl"),
                        rs.getString("key"),
                        rs.getObject("subject", UUID.class),
                        rs.getBytes("was"),
                        rs.getBytes("becomes")))
                .list();
    }

    /** What the journal said last of each of these rows; of none it has nothing about. */
    Map<UUID, Last> last(Collection<UUID> subjects) {
        Map<UUID, Last> last = new HashMap<>();
        jdbc.sql("""
                select s.id, e.seq, e.seal, e.type, e.body from unnest(:ids::uuid[]) s(id), lateral (
                    select seq, seal, type, body from history.entry where subject_id = s.id order by seq desc limit 1) e
                """).param("ids", subjects.toArray(UUID[]::new)).query(rs -> {
            last.put(
                    rs.getObject("id", UUID.class),
                    new Last(
                            new Chain(rs.getLong("seq"), rs.getBytes("seal")),
                            rs.getString("type"),
                            rs.getString("body")));
        });
        return last;
    }

    List<String> tables() {
        return jdbc.sql("select tbl from history.held order by tbl")
                .query(String.class)
                .list();
    }

    /** The digests of ten million rows take minutes, and whoever waits for another node that works them out waits as long. */
    void takesLong() {
        streaming.execute((ConnectionCallback<Boolean>) c -> {
            c.setNetworkTimeout(Runnable::run, 0); // the pool sets its own again
            return true;
        });
        streaming.execute("set local statement_timeout = 0");
    }

    Stream<Now> now(String table) {
        return streaming.queryForStream(
                "select subject, key, digest from history.rows_now(?)",
                (rs, _) -> new Now(rs.getObject("subject", UUID.class), rs.getString("key"), rs.getBytes("digest")),
                table);
    }

    /** The number or name people know a row by; its key where there is no row, or no name for it. */
    String name(String table, String key) {
        return jdbc.sql("select label from history.row_now(:table, :key)")
                .param("table", table)
                .param("key", key)
                .query(String.class)
                .optional()
                .orElse(key);
    }

    /** A row as it stands now; empty where there is none. */
    Optional<byte[]> digest(String table, String key) {
        return jdbc.sql("select digest from history.row_now(:table, :key)")
                .param("table", table)
                .param("key", key)
                .query((rs, _) -> rs.getBytes("digest"))
                .optional();
    }

    /** Notes that nobody took: made by committed transactions that were not the product's. */
    List<String> left() {
        return jdbc.sql("""
                select distinct on (tbl, key) tbl || ' ' || coalesce((select label from history.row_now(tbl, key)), key)
                    || ': was changed past the product at '
                    || to_char(at at time zone 'Asia/Shanghai', 'YYYY-MM-DD HH24:MI:SS') || ' by the database user ' || db_user
                from history.touched order by tbl, key, id desc
                """).query(String.class).list();
    }

    UUID subject(String table, String key) {
        return jdbc.sql("select history.row_subject(:table, :key)")
                .param("table", table)
                .param("key", key)
                .query(UUID.class)
                .single();
    }

    /** What was noted about a row is settled: a person accepted it. */
    void settle(String table, String key) {
        jdbc.sql("select history.settle_touched(:table, :key)")
                .param("table", table)
                .param("key", key)
                .query(rs -> {});
    }

    /** Whether the product has begun to hold a table's rows. */
    boolean begun(UUID subject) {
        return jdbc.sql("select exists (select from history.entry where subject_id = :id)")
                .param("id", subject)
                .query(Boolean.class)
                .single();
    }
}
