package org.shouwen.knowledge;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouwen.directory.UnitId;
import org.shouwen.jdbc.Instants;
import org.shouwen.problems.After;
import org.shouwen.problems.Keyset;
import org.shouwen.problems.Page;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Rows of {@code knowledge.gap}: worked out from what was asked, so that no journal keeps them. */
@Repository
class GapStore {
    private final JdbcClient jdbc;

    GapStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void put(Gap g) {
        jdbc.sql("""
            insert into knowledge.gap
                (id, words, matter_class, unit, questions, first_at, last_at, flaw, article, closed_at)
            values (:id, :words, :class, :unit, :questions, :first, :last, :flaw, :article, :closed)
            on conflict (id) do update set matter_class = excluded.matter_class, unit = excluded.unit,
                questions = excluded.questions, first_at = excluded.first_at, last_at = excluded.last_at,
                flaw = excluded.flaw, article = excluded.article, closed_at = excluded.closed_at
            """)
                .param("id", g.id())
                .param("words", g.words())
                .param("class", g.matterClass())
                .param("unit", g.unit() == null ? null : g.unit().code())
                .param("questions", g.questions())
                .param("first", Timestamp.from(g.firstAt()))
                .param("last", Timestamp.from(g.lastAt()))
                .param("flaw", g.flaw())
                .param("article", g.article())
                .param("closed", Instants.timestamp(g.closedAt()))
                .update();
    }

    Optional<Gap> lock(UUID id) {
        return jdbc.sql("select * from knowledge.gap where id = :id for update")
                .param("id", id)
                .query(GapStore::map)
                .optional();
    }

    Optional<Gap> find(UUID id) {
        return jdbc.sql("select * from knowledge.gap where id = :id")
                .param("id", id)
                .query(GapStore::map)
                .optional();
    }

    /** Those that are open, in the order in which they began; locked, so that nobody's act on one is written over. */
    List<Gap> open() {
        return jdbc.sql("select * from knowledge.gap where closed_at is null order by first_at, id for update")
                .query(GapStore::map)
                .list();
    }

    Optional<Gap> draftedAs(UUID article) {
        return jdbc.sql("select * from knowledge.gap where article = :article and closed_at is null")
                .param("article", article)
                .query(GapStore::map)
                .optional();
    }

    List<Gap> ofArticle(UUID article) {
        return jdbc.sql("select * from knowledge.gap where article = :article and closed_at is null for update")
                .param("article", article)
                .query(GapStore::map)
                .list();
    }

    /** Closes those whose task was dealt with. @return how many */
    int closeSettled() {
        return jdbc.sql("""
            update knowledge.gap g set closed_at = f.settled from knowledge.flaw f
            where g.closed_at is null and f.id = g.flaw and f.settled is not null
            """).update();
    }

    /** Lets those be drafted anew whose article was withdrawn before it was ever published. @return how many */
    int freeWithdrawn() {
        return jdbc.sql("""
            update knowledge.gap g set article = null where closed_at is null and article is not null and not exists (
                select from knowledge.article_version v where v.article = g.article and v.state <> 'WITHDRAWN')
            """).update();
    }

    /** What was asked follows the report that stands for it. */
    void handTo(UnitId unit, UUID flaw) {
        jdbc.sql("update knowledge.gap set unit = :unit where flaw = :flaw and closed_at is null")
                .param("unit", unit.code())
                .param("flaw", flaw)
                .update();
    }

    /** By the task that it is. */
    Map<UUID, Gap> ofFlaws(Collection<UUID> flaws) {
        Map<UUID, Gap> found = new HashMap<>();
        for (Gap g : jdbc.sql("select * from knowledge.gap where flaw = any(:flaws)")
                .param("flaws", flaws.toArray(UUID[]::new))
                .query(GapStore::map)
                .list()) if (g.flaw() != null) found.put(g.flaw(), g);
        return found;
    }

    /**
     * What is open, what was asked most often first.
     *
     * @param unit null: of all units and the platform
     */
    Page<Gap> page(@Nullable UnitId unit, @Nullable After after, int limit) {
        Map<String, @Nullable Object> params = new HashMap<>();
        params.put("unit", unit == null ? null : unit.code());
        return Keyset.page(
                jdbc,
                "select 0 as rank, -questions::bigint as turn, g.* from knowledge.gap g where closed_at is null"
                        + " and (cast(:unit as text) is null or unit = :unit)",
                params,
                after,
                limit,
                GapStore::map);
    }

    private static Gap map(ResultSet rs, int row) throws SQLException {
        @Nullable String unit = rs.getString("unit");
        return new Gap(
                rs.getObject("id", UUID.class),
                rs.getString("words"),
                rs.getString("matter_class"),
                unit == null ? null : new UnitId(unit),
                rs.getInt("questions"),
                rs.getTimestamp("first_at").toInstant(),
                rs.getTimestamp("last_at").toInstant(),
                rs.getObject("flaw", UUID.class),
                rs.getObject("article", UUID.class),
                Instants.orNull(rs, "closed_at"));
    }
}
