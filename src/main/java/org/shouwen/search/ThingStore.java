package org.shouwen.search;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Writes the rows of the index. A row whose words are the same is only marked anew, and no key of it is written. */
@Repository
class ThingStore {
    private final JdbcTemplate template;
    private final JdbcClient jdbc;

    ThingStore(JdbcTemplate template, JdbcClient jdbc) {
        this.template = template;
        this.jdbc = jdbc;
    }

    void put(String copy, List<Thing> things) {
        if (things.isEmpty()) return;
        template.batchUpdate(insert(copy), things, 500, ThingStore::bind);
    }

    private static String insert(String copy) {
        return """
            insert into search.thing_%1$s as t (id, kind, appeal, number, at, slice, title, open, words, shown, facets, lead, units,
                state, class, place, channel, urgent)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            on conflict (id) do update set kind = excluded.kind, appeal = excluded.appeal, number = excluded.number,
                at = excluded.at, slice = excluded.slice, title = excluded.title, open = excluded.open,
                words = excluded.words, shown = excluded.shown, facets = excluded.facets, lead = excluded.lead,
                units = excluded.units, state = excluded.state, class = excluded.class, place = excluded.place,
                channel = excluded.channel, urgent = excluded.urgent
            where (t.words, t.facets, t.units, t.state, t.urgent, t.at, t.number, t.open, t.shown, t.appeal)
                is distinct from (excluded.words, excluded.facets, excluded.units, excluded.state, excluded.urgent, excluded.at,
                    excluded.number, excluded.open, excluded.shown, excluded.appeal)
            """.formatted(copy);
    }

    private static void bind(PreparedStatement ps, Thing t) throws SQLException {
        Searchable s = t.of();
        ps.setObject(1, s.id());
        ps.setString(2, t.kind().name());
        ps.setObject(3, s.appeal());
        ps.setString(4, s.number());
        ps.setTimestamp(5, Timestamp.from(s.at()));
        ps.setInt(6, t.slice());
        ps.setInt(7, t.title());
        ps.setInt(8, t.open());
        ps.setString(9, t.words());
        ps.setString(10, t.shown());
        ps.setArray(11, texts(ps, t.facets()));
        ps.setString(12, s.units().isEmpty() ? null : s.units().getFirst());
        ps.setArray(13, texts(ps, s.units()));
        ps.setString(14, s.state());
        ps.setString(15, s.matterClass());
        ps.setString(16, s.place());
        ps.setString(17, s.channel());
        ps.setBoolean(18, s.urgent());
    }

    private static java.sql.Array texts(PreparedStatement ps, List<String> texts) throws SQLException {
        return ps.getConnection().createArrayOf("text", texts.toArray());
    }

    /** Takes away what is not to be found any more. */
    void remove(String copy, ThingKind kind, Collection<UUID> ids) {
        if (ids.isEmpty()) return;
        jdbc.sql("delete from search.thing_%s where id = any(:ids) and kind = :kind".formatted(copy))
                .param("kind", kind.name())
                .param("ids", ids.toArray(UUID[]::new))
                .update();
    }

    /** Of a kind of which every unit sees all. */
    Set<UUID> ofKind(String copy, ThingKind kind) {
        return Set.copyOf(jdbc.sql("select id from search.thing_%s where slice = 0 and kind = :kind".formatted(copy))
                .param("kind", kind.name())
                .query(UUID.class)
                .list());
    }

    /** Whatever holds words of this appeal's person, in both copies. */
    void forget(UUID appeal) {
        for (String copy : List.of("a", "b"))
            jdbc.sql("delete from search.thing_%s where appeal = :appeal".formatted(copy))
                    .param("appeal", appeal)
                    .update();
    }

    boolean holds(UUID appeal) {
        return jdbc.sql("""
                        select exists (select from search.thing_a where appeal = :appeal)
                            or exists (select from search.thing_b where appeal = :appeal)
                        """).param("appeal", appeal).query(Boolean.class).single();
    }

    boolean any(String copy) {
        return jdbc.sql("select exists (select from search.thing_%s)".formatted(copy))
                .query(Boolean.class)
                .single();
    }

    /** Empties a copy that is not asked; its files begin anew, whatever had become of them. */
    void empty(String copy) {
        jdbc.sql("truncate search.thing_" + copy).update();
    }
}
