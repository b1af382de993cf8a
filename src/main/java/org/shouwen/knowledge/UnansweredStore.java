package org.shouwen.knowledge;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouwen.directory.UnitId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Rows of {@code knowledge.unanswered}. */
@Repository
class UnansweredStore {
    /** A question whose words are gone: its group has no other. */
    private static final String FORGOTTEN = "（已按期限删除）";

    private final JdbcClient jdbc;

    UnansweredStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(UnansweredQuestion q) {
        jdbc.sql("""
            insert into knowledge.unanswered (id, at, source, words, answer, matter_class, unit, appeal, gap)
            values (:id, :at, :source, :words, :answer, :class, :unit, :appeal, null) on conflict do nothing
            """)
                .param("id", q.id())
                .param("at", Timestamp.from(q.at()))
                .param("source", q.source().name())
                .param("words", q.words())
                .param("answer", q.answer())
                .param("class", q.matterClass())
                .param("unit", q.unit() == null ? null : q.unit().code())
                .param("appeal", q.appeal())
                .update();
    }

    int since(UnansweredQuestion.Source source, Instant since) {
        return jdbc.sql("select count(*) from knowledge.unanswered where source = :source and at > :since")
                .param("source", source.name())
                .param("since", Timestamp.from(since))
                .query(Integer.class)
                .single();
    }

    Set<UUID> known(Collection<UUID> appeals) {
        return Set.copyOf(jdbc.sql("select appeal from knowledge.unanswered where appeal = any(:appeals)")
                .param("appeals", appeals.toArray(UUID[]::new))
                .query(UUID.class)
                .list());
    }

    /** What is not grouped yet, the oldest first. */
    List<UnansweredQuestion> ungrouped(int most) {
        return jdbc.sql("select * from knowledge.unanswered where gap is null order by at, id limit :most")
                .param("most", most)
                .query(UnansweredStore::map)
                .list();
    }

    /** Of a group, the latest first. */
    List<UnansweredQuestion> of(UUID gap, int most) {
        return jdbc.sql("select * from knowledge.unanswered where gap = :gap order by at desc, id limit :most")
                .param("gap", gap)
                .param("most", most)
                .query(UnansweredStore::map)
                .list();
    }

    void group(UUID question, UUID gap) {
        jdbc.sql("update knowledge.unanswered set gap = :gap where id = :id")
                .param("gap", gap)
                .param("id", question)
                .update();
    }

    /** What is an open task stays with all that was asked, until that is settled. @return how many questions went */
    int deleteBefore(Instant before) {
        jdbc.sql("""
            delete from knowledge.gap g where last_at < :before
                and not exists (select 1 from knowledge.flaw f where f.id = g.flaw and f.settled is null)
            """).param("before", Timestamp.from(before)).update();
        return jdbc.sql("""
            delete from knowledge.unanswered u where at < :before and not exists (
                select 1 from knowledge.gap g join knowledge.flaw f on f.id = g.flaw
                where g.id = u.gap and f.settled is null)
            """).param("before", Timestamp.from(before)).update();
    }

    /** Takes the appeal's question away, and its words from the group that they stood for. */
    void forget(UUID appeal) {
        jdbc.sql("""
            update knowledge.gap g set words = coalesce(
                (select o.words from knowledge.unanswered o where o.gap = g.id and o.appeal is distinct from :appeal
                    order by o.at, o.id limit 1), :forgotten)
            from knowledge.unanswered q where q.appeal = :appeal and q.gap = g.id and q.words = g.words
            """).param("appeal", appeal).param("forgotten", FORGOTTEN).update();
        jdbc.sql("delete from knowledge.unanswered where appeal = :appeal")
                .param("appeal", appeal)
                .update();
    }

    private static UnansweredQuestion map(ResultSet rs, int row) throws SQLException {
        @Nullable String unit = rs.getString("unit");
        return new UnansweredQuestion(
                rs.getObject("id", UUID.class),
                rs.getTimestamp("at").toInstant(),
                UnansweredQuestion.Source.valueOf(rs.getString("source")),
                rs.getString("words"),
                rs.getString("answer"),
                rs.getString("matter_class"),
                unit == null ? null : new UnitId(unit),
                rs.getObject("appeal", UUID.class),
                rs.getObject("gap", UUID.class));
    }
}
