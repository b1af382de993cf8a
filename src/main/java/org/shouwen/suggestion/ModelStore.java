package org.shouwen.suggestion;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouwen.jdbc.Instants;
import org.shouwen.problems.After;
import org.shouwen.problems.Page;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Models and which appeals each learned from. A model keeps hashed pieces of what people wrote: when one of its people is
 * forgotten its content is destroyed, in that very transaction (Art. 21); the figures stay.
 */
@Repository
class ModelStore implements PersonalStore {
    static final String COLUMNS = "id, task, version, made_at, trained_on, held_out, macro_f1, top1, top2,"
            + " sure_share, sure_precision, rival, rival_macro_f1, better, content is not null as there,"
            + " switched_on_at, switched_on_by, switched_off_at, switched_off_by, destroyed_why";

    private final JdbcClient jdbc;

    ModelStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Newest first. */
    Page<ModelEntry> page(@Nullable After after, int limit) {
        return ModelPages.page(jdbc, after, limit);
    }

    Optional<ModelEntry> find(UUID id) {
        return jdbc.sql("select " + COLUMNS + " from suggestion.model where id = :id")
                .param("id", id)
                .query(ModelStore::map)
                .optional();
    }

    Optional<ModelEntry> lock(UUID id) {
        return jdbc.sql("select " + COLUMNS + " from suggestion.model where id = :id for update")
                .param("id", id)
                .query(ModelStore::map)
                .optional();
    }

    Optional<ModelEntry> inUse(Task task) {
        return jdbc.sql("select " + COLUMNS + " from suggestion.model where task = :task and switched_on_at is not null"
                        + " and switched_off_at is null and content is not null")
                .param("task", task.code())
                .query(ModelStore::map)
                .optional();
    }

    /** Empty once it is destroyed. */
    Optional<byte[]> content(UUID id) {
        return jdbc.sql("select content from suggestion.model where id = :id and content is not null")
                .param("id", id)
                .query((rs, _) -> rs.getBytes(1))
                .optional();
    }

    /** @return when the task's last model was made */
    Optional<Instant> lastMade(Task task) {
        return jdbc.sql("select max(made_at) from suggestion.model where task = :task")
                .param("task", task.code())
                .query((rs, _) -> Optional.ofNullable(rs.getTimestamp(1)).map(Timestamp::toInstant))
                .single();
    }

    void insert(ModelEntry m, byte[] content, Collection<UUID> learnedFrom) {
        jdbc.sql("""
                        insert into suggestion.model (id, task, version, made_at, trained_on, held_out, macro_f1, top1, top2,
                            sure_share, sure_precision, rival, rival_macro_f1, better, content)
                        values (:id, :task, :version, :at, :trained, :held, :f1, :top1, :top2, :share, :precision, :rival,
                            :rivalF1, :better, :content)
                        """)
                .param("id", m.id())
                .param("task", m.task().code())
                .param("version", m.version())
                .param("at", Timestamp.from(m.madeAt()))
                .param("trained", m.trainedOn())
                .param("held", m.heldOut())
                .param("f1", m.macroF1())
                .param("top1", m.top1())
                .param("top2", m.top2())
                .param("share", m.sureShare())
                .param("precision", m.surePrecision())
                .param("rival", m.rival())
                .param("rivalF1", m.rivalMacroF1())
                .param("better", m.better())
                .param("content", content)
                .update();
        jdbc.sql("insert into suggestion.model_row (model, appeal) select :model, unnest(:appeals)")
                .param("model", m.id())
                .param("appeals", learnedFrom.toArray(UUID[]::new))
                .update();
    }

    void switchOn(UUID id, String by, Instant at) {
        jdbc.sql("""
                        update suggestion.model set switched_on_at = :at, switched_on_by = :by, switched_off_at = null,
                            switched_off_by = null where id = :id
                        """)
                .param("id", id)
                .param("by", by)
                .param("at", Timestamp.from(at))
                .update();
    }

    /** Whichever of the task is in use. */
    void switchOff(Task task, String by, Instant at) {
        jdbc.sql("""
                        update suggestion.model set switched_off_at = :at, switched_off_by = :by
                        where task = :task and switched_on_at is not null and switched_off_at is null
                        """)
                .param("task", task.code())
                .param("by", by)
                .param("at", Timestamp.from(at))
                .update();
    }

    /** Of each task the newest few and the one in use keep their content. */
    void destroyOld(int kept, Instant at) {
        for (UUID id : jdbc.sql("""
                        select id from (select id, switched_on_at is not null and switched_off_at is null as used,
                            row_number() over (partition by task order by made_at desc) as n from suggestion.model
                            where content is not null) m where not used and n > :kept
                        """).param("kept", kept).query(UUID.class).list()) destroy(id, "old", at);
    }

    private void destroy(UUID id, String why, @Nullable Instant at) {
        jdbc.sql("""
                        update suggestion.model set content = null, destroyed_at = coalesce(cast(:at as timestamptz), now()),
                            destroyed_why = :why where id = :id
                        """)
                .param("id", id)
                .param("why", why)
                .param("at", Instants.timestamp(at))
                .update();
        jdbc.sql("delete from suggestion.model_row where model = :id")
                .param("id", id)
                .update();
    }

    @Override
    public String store() {
        return "suggestion.model";
    }

    @Override
    public void forget(UUID appeal) {
        for (UUID model : jdbc.sql("select model from suggestion.model_row where appeal = :appeal")
                .param("appeal", appeal)
                .query(UUID.class)
                .list()) destroy(model, "forgotten", null);
    }

    @Override
    public boolean holds(UUID appeal) {
        return jdbc.sql("select exists (select from suggestion.model_row where appeal = :appeal)")
                .param("appeal", appeal)
                .query(Boolean.class)
                .single();
    }

    static ModelEntry map(ResultSet rs, int row) throws SQLException {
        return new ModelEntry(
                rs.getObject("id", UUID.class),
                Task.of(rs.getString("task")),
                rs.getString("version"),
                rs.getTimestamp("made_at").toInstant(),
                rs.getInt("trained_on"),
                rs.getInt("held_out"),
                rs.getDouble("macro_f1"),
                rs.getDouble("top1"),
                rs.getDouble("top2"),
                rs.getDouble("sure_share"),
                rs.getDouble("sure_precision"),
                rs.getString("rival"),
                rs.getDouble("rival_macro_f1"),
                rs.getBoolean("better"),
                rs.getBoolean("there"),
                Instants.orNull(rs, "switched_on_at"),
                rs.getString("switched_on_by"),
                Instants.orNull(rs, "switched_off_at"),
                rs.getString("switched_off_by"),
                rs.getString("destroyed_why"));
    }
}
