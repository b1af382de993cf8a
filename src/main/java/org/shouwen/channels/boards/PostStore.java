package org.shouwen.channels.boards;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouwen.confidentiality.ConflictOfInterest;
import org.shouwen.jdbc.Instants;
import org.shouwen.problems.After;
import org.shouwen.problems.Keyset;
import org.shouwen.problems.Page;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What came from boards, and whether its result has gone back. */
@Repository
class PostStore {
    private final JdbcClient jdbc;
    private final JdbcTemplate template;

    PostStore(JdbcClient jdbc, JdbcTemplate template) {
        this.jdbc = jdbc;
        this.template = template;
    }

    /** @param words digest of what was said */
    record Post(
            String source,
            String id,
            String number,
            UUID appeal,
            @Nullable Instant writtenAt,
            Instant takenAt,
            byte[] words,
            @Nullable Instant returnedAt) {
        boolean says(byte[] other) {
            return Arrays.equals(words, other);
        }
    }

    /** By the source's id, those of these that came before. */
    Map<String, Post> known(String source, Collection<String> ids) {
        Map<String, Post> known = new HashMap<>();
        jdbc.sql("select * from boards.post where source = :source and source_id = any(:ids)")
                .param("source", source)
                .param("ids", ids.toArray(String[]::new))
                .query((rs, _) -> post(rs))
                .list()
                .forEach(p -> known.put(p.id(), p));
        return known;
    }

    void add(List<Post> all) {
        template.batchUpdate(
                """
                insert into boards.post (source, source_id, number, appeal, written_at, taken_at, words)
                values (?, ?, ?, ?, ?, ?, ?) on conflict do nothing
                """,
                all.stream()
                        .map(p -> new @Nullable Object[] {
                            p.source(),
                            p.id(),
                            p.number(),
                            p.appeal(),
                            Instants.timestamp(p.writtenAt()),
                            Timestamp.from(p.takenAt()),
                            p.words()
                        })
                        .toList());
    }

    /** What has not gone back, what was taken first first. */
    List<Post> waiting(String source) {
        return jdbc.sql(
                        "select * from boards.post where source = :source and returned_at is null order by taken_at, source_id")
                .param("source", source)
                .query((rs, _) -> post(rs))
                .list();
    }

    /** The same of all sources, a page at a time; what the reader may not see is left out. */
    Page<Post> waiting(String reader, @Nullable After after, int limit) {
        String listed = "select p.*, appeal as id, 0 as rank, " + Keyset.earliest("taken_at") + " as turn"
                + " from boards.post p where returned_at is null and " + ConflictOfInterest.appeal("number");
        return Keyset.page(jdbc, listed, Map.of("reader", reader), after, limit, (rs, _) -> post(rs));
    }

    /** @return how many of these waited */
    int returned(String source, Collection<String> ids, Instant now) {
        return jdbc.sql("""
                        update boards.post set returned_at = :now
                        where source = :source and source_id = any(:ids) and returned_at is null
                        """)
                .param("now", Timestamp.from(now))
                .param("source", source)
                .param("ids", ids.toArray(String[]::new))
                .update();
    }

    void forget(UUID appeal) {
        jdbc.sql("delete from boards.post where appeal = :appeal")
                .param("appeal", appeal)
                .update();
    }

    private static Post post(ResultSet rs) throws SQLException {
        return new Post(
                rs.getString("source"),
                rs.getString("source_id"),
                rs.getString("number"),
                rs.getObject("appeal", UUID.class),
                Instants.orNull(rs, "written_at"),
                Instants.of(rs, "taken_at"),
                rs.getBytes("words"),
                Instants.orNull(rs, "returned_at"));
    }
}
