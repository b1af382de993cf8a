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
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.shouwen.directory.UnitId;
import org.shouwen.history.VerifiableRows;
import org.shouwen.jdbc.Instants;
import org.shouwen.problems.After;
import org.shouwen.problems.Keyset;
import org.shouwen.problems.Page;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Rows of {@code knowledge.public_answer}; each is what the journal last wrote of it. */
@Repository
class PublicAnswerStore implements VerifiableRows {
    private final JdbcClient jdbc;

    PublicAnswerStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void put(PublicAnswer p) {
        jdbc.sql("""
            insert into knowledge.public_answer (id, topic, title, question, answer, unit, appeal, state, proposer,
                proposed_at, decider, decided_at, reason)
            values (:id, :topic, :title, :question, :answer, :unit, :appeal, :state, :proposer, :proposedAt, :decider,
                :decidedAt, :reason)
            on conflict (id) do update set title = excluded.title, question = excluded.question,
                answer = excluded.answer, appeal = excluded.appeal, state = excluded.state, decider = excluded.decider,
                decided_at = excluded.decided_at, reason = excluded.reason
            """)
                .param("id", p.id())
                .param("topic", p.topic().name())
                .param("title", p.title())
                .param("question", p.question())
                .param("answer", p.answer())
                .param("unit", p.unit() == null ? null : p.unit().code())
                .param("appeal", p.appeal())
                .param("state", p.state().name())
                .param("proposer", p.proposer())
                .param("proposedAt", Timestamp.from(p.proposedAt()))
                .param("decider", p.decider())
                .param("decidedAt", Instants.timestamp(p.decidedAt()))
                .param("reason", p.reason())
                .update();
    }

    Optional<PublicAnswer> lock(UUID id) {
        return jdbc.sql("select * from knowledge.public_answer where id = :id for update")
                .param("id", id)
                .query(PublicAnswerStore::map)
                .optional();
    }

    Optional<PublicAnswer> find(UUID id) {
        return jdbc.sql("select * from knowledge.public_answer where id = :id")
                .param("id", id)
                .query(PublicAnswerStore::map)
                .optional();
    }

    List<PublicAnswer> ofAppeal(UUID appeal) {
        return jdbc.sql("select * from knowledge.public_answer where appeal = :appeal order by proposed_at desc, id")
                .param("appeal", appeal)
                .query(PublicAnswerStore::map)
                .list();
    }

    Map<UUID, Boolean> out(Collection<UUID> ids) {
        Map<UUID, Boolean> out = new HashMap<>();
        jdbc.sql("select id, state = 'PUBLISHED' as published from knowledge.public_answer where id = any(:ids)")
                .param("ids", ids.toArray(UUID[]::new))
                .query(rs -> {
                    out.put(rs.getObject("id", UUID.class), rs.getBoolean("published"));
                });
        return out;
    }

    /** Those that an appeal was answered from, see {@link AnswersUsed}. */
    List<PublicAnswer> usedFor(String number) {
        return jdbc.sql("""
            select p.* from knowledge.answer_used u join knowledge.public_answer p on p.id = u.article
            where u.appeal = :number and u.version = :published order by u.at, p.id
            """)
                .param("number", number)
                .param("published", AnswersUsed.PUBLISHED)
                .query(PublicAnswerStore::map)
                .list();
    }

    List<PublicAnswer> published() {
        return jdbc.sql("select * from knowledge.public_answer where state = 'PUBLISHED' order by decided_at desc, id")
                .query(PublicAnswerStore::map)
                .list();
    }

    /** Differs whenever what is published has changed. */
    String stamp() {
        return jdbc.sql("""
            select count(*) || ' ' || coalesce(max(decided_at)::text, '') || ' ' || coalesce(max(id::text), '') || ' '
                || count(*) filter (where appeal is null)
            from knowledge.public_answer where state = 'PUBLISHED'
            """).query(String.class).single();
    }

    /** What is proposed, the oldest first; everything else by when it was decided on, the latest first. */
    Page<PublicAnswer> page(PublicAnswer.State state, @Nullable After after, int limit) {
        String turn =
                state == PublicAnswer.State.PROPOSED ? Keyset.earliest("proposed_at") : Keyset.latest("decided_at");
        return Keyset.page(
                jdbc,
                "select 0 as rank, " + turn + " as turn, p.* from knowledge.public_answer p where state = :state",
                Map.of("state", state.name()),
                after,
                limit,
                PublicAnswerStore::map);
    }

    @Override
    public String kind() {
        return PublicAnswer.KIND;
    }

    @Override
    public Stream<Row> rows() {
        return jdbc.sql("select * from knowledge.public_answer order by id").query(PublicAnswerStore::map).stream()
                .map(p -> Row.asLastWritten(p.id(), p.sealed(), PublicAnswer.FORMAT)
                        .known(p.title()));
    }

    private static PublicAnswer map(ResultSet rs, int row) throws SQLException {
        @Nullable String unit = rs.getString("unit");
        return new PublicAnswer(
                rs.getObject("id", UUID.class),
                PublicAnswer.Topic.valueOf(rs.getString("topic")),
                rs.getString("title"),
                rs.getString("question"),
                rs.getString("answer"),
                unit == null ? null : new UnitId(unit),
                rs.getObject("appeal", UUID.class),
                PublicAnswer.State.valueOf(rs.getString("state")),
                rs.getObject("proposer", UUID.class),
                rs.getTimestamp("proposed_at").toInstant(),
                rs.getObject("decider", UUID.class),
                Instants.orNull(rs, "decided_at"),
                rs.getString("reason"));
    }
}
