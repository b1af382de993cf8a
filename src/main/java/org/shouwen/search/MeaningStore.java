package org.shouwen.search;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Writes the vectors of things: what waits for one, what is stored, and what goes. */
@Repository
class MeaningStore {
    /** Title and text of a row {@code t}, without number and place: what whoever finds the thing may read of it. */
    private static final String TEXT = """
            left(left(t.words, t.title) || ' ' || substr(t.words, t.title + char_length(t.number) + 3,
                greatest(0, t.open - t.title - char_length(t.number) - 2)), 400)""";

    /** Until when what is taken now is one node's. */
    private static final String TAKEN = "clock_timestamp() + interval '1 minute'";

    static final String DIGEST = "hashtextextended(" + TEXT + ", 0)";

    private final JdbcClient jdbc;
    private final JdbcTemplate template;

    MeaningStore(JdbcClient jdbc, JdbcTemplate template) {
        this.jdbc = jdbc;
        this.template = template;
    }

    /**
     * A thing that waits for its vector.
     *
     * @param text null: it is not to be found any more
     * @param had of the words that the stored vector is of; null: there is none
     */
    record Due(
            UUID thing,
            long mark,
            @Nullable String text,
            long digest,
            @Nullable Long had) {}

    record Made(UUID thing, int key, long digest, byte[] vector) {}

    /** Takes vectors of this model from now on; those of another go. @return whether anything changed */
    boolean on(String model) {
        if (jdbc.sql("select model = :model from search.meaning_state")
                .param("model", model)
                .query(Boolean.class)
                .optional()
                .orElse(false)) return false;
        empty();
        jdbc.sql("update search.meaning_state set model = :model")
                .param("model", model)
                .update();
        return true;
    }

    /** Takes away all vectors and all that waits, and takes no more. */
    void off() {
        empty();
        jdbc.sql("update search.meaning_state set model = null").update();
    }

    /** Begins anew: what was there gets its vector again. The files begin anew too, whatever had become of them. */
    void empty() {
        jdbc.sql("truncate search.meaning, search.meaning_due, search.centre").update();
        jdbc.sql("update search.meaning_state set sets = sets + 1, learned = 0, walked = false, at = null, id = null")
                .update();
    }

    /** What is stored is of no model from now on, and goes when the job that makes vectors sees that. */
    void broken() {
        jdbc.sql("update search.meaning_state set model = '' where model is not null")
                .update();
    }

    /** These wait for their vectors, where vectors are made at all. */
    void due(Collection<Thing> things) {
        List<UUID> ids = things.stream()
                .filter(t -> MeantThings.KINDS.contains(t.kind()))
                .map(t -> t.of().id())
                .toList();
        if (ids.isEmpty()) return;
        jdbc.sql("""
                        insert into search.meaning_due (thing, later)
                        select i, false from unnest(cast(:ids as uuid[])) i, search.meaning_state where model is not null
                        on conflict (thing) do update set later = false, mark = default, taken_until = null
                        """).param("ids", ids.toArray(UUID[]::new)).update();
    }

    /**
     * Takes what waits longest and no other node has taken: until it is done, left, or a minute has passed by the database's
     * clock.
     */
    List<Due> due(String copy, int most) {
        return jdbc.sql("""
                        with free as materialized (
                            select thing from search.meaning_due
                            where taken_until is null or taken_until not between clock_timestamp() and %1$s
                            order by later, mark limit :most for update skip locked),
                        d as (update search.meaning_due u set taken_until = %1$s from free f where u.thing = f.thing
                            returning u.thing, u.later, u.mark)
                        select d.thing, d.mark, %2$s as text, %3$s as digest, m.digest as had from d
                        left join search.thing_%4$s t on t.id = d.thing left join search.meaning m on m.thing = d.thing
                        order by d.later, d.mark
                        """.formatted(TAKEN, TEXT, DIGEST, copy))
                .param("most", most)
                .query((rs, _) -> new Due(
                        rs.getObject("thing", UUID.class),
                        rs.getLong("mark"),
                        rs.getString("text"),
                        rs.getLong("digest"),
                        rs.getObject("had", Long.class)))
                .list();
    }

    /**
     * Stores vectors of things that are still to be found, unless it was switched off meanwhile. Their rows are held meanwhile: whoever forgets a person waits for
     * this, or this finds no row any more.
     */
    void put(String copy, List<Made> made) {
        template.batchUpdate("""
                        insert into search.meaning as m (thing, appeal, kind, at, units, key, digest, vector)
                        select t.id, t.appeal, t.kind, t.at, t.units, ?, ?, ? from search.thing_%s t
                        where t.id = ? and (select model is not null from search.meaning_state) for key share of t
                        on conflict (thing) do update set appeal = excluded.appeal, kind = excluded.kind, at = excluded.at,
                            units = excluded.units, key = excluded.key, digest = excluded.digest, vector = excluded.vector
                        """.formatted(copy), made, 100, MeaningStore::bind);
    }

    private static void bind(PreparedStatement ps, Made made) throws SQLException {
        ps.setInt(1, made.key());
        ps.setLong(2, made.digest());
        ps.setBytes(3, made.vector());
        ps.setObject(4, made.thing());
    }

    /** The same words, elsewhere: whose they are now. */
    void moved(String copy, Collection<UUID> ids) {
        jdbc.sql("""
                        update search.meaning m set appeal = t.appeal, kind = t.kind, at = t.at, units = t.units
                        from search.thing_%s t where t.id = m.thing and m.thing = any(cast(:ids as uuid[]))
                            and (m.appeal, m.kind, m.at, m.units) is distinct from (t.appeal, t.kind, t.at, t.units)
                        """.formatted(copy)).param("ids", ids.toArray(UUID[]::new)).update();
    }

    /** Whoever took these makes no vectors of them now. */
    void left(List<Due> due) {
        template.batchUpdate(
                "update search.meaning_due set taken_until = null where thing = ? and mark = ?",
                due,
                100,
                MeaningStore::one);
    }

    /** What was done; what was marked anew meanwhile waits on. */
    void done(List<Due> due) {
        template.batchUpdate(
                "delete from search.meaning_due where thing = ? and mark = ?", due, 100, MeaningStore::one);
    }

    private static void one(PreparedStatement ps, Due due) throws SQLException {
        ps.setObject(1, due.thing());
        ps.setLong(2, due.mark());
    }

    /** Things that are not to be found any more. */
    void remove(ThingKind kind, Collection<UUID> things) {
        if (things.isEmpty()) return;
        jdbc.sql("delete from search.meaning where thing = any(cast(:ids as uuid[])) and kind = :kind")
                .param("kind", kind.name())
                .param("ids", things.toArray(UUID[]::new))
                .update();
    }

    /** Whatever is of this appeal's person's words; after the words themselves, so that nothing comes between. */
    void forget(UUID appeal) {
        jdbc.sql("delete from search.meaning where appeal = :appeal")
                .param("appeal", appeal)
                .update();
    }

    boolean holds(UUID appeal) {
        return jdbc.sql("select exists (select from search.meaning where appeal = :appeal)")
                .param("appeal", appeal)
                .query(Boolean.class)
                .single();
    }
}
