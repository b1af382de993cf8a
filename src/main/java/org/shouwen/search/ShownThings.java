package org.shouwen.search;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads the words of what was found, for a page of it. */
@Repository
class ShownThings {
    /** Not the words beside what is shown of them: a page of twenty is mostly these. */
    private static final String COLUMNS =
            "select t.id, t.kind, t.number, coalesce(t.shown, t.words) as text, t.title, t.open,"
                    + " t.units, t.state, t.class, t.place, t.channel, t.urgent, t.at, ";

    private final JdbcClient jdbc;

    ShownThings(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What a hit shows, before it is cut to what the reader may read. */
    record Shown(
            UUID id,
            ThingKind kind,
            String number,
            String text,
            int title,
            int open,
            boolean kept,
            List<String> units,
            String state,
            @Nullable String matterClass,
            @Nullable String place,
            @Nullable String channel,
            boolean urgent,
            Timestamp at) {}

    /** By id; what is gone meanwhile is left out. */
    Map<UUID, Shown> of(Generation g, Asked asked, Collection<UUID> ids) {
        Map<UUID, Shown> shown = new HashMap<>();
        if (ids.isEmpty()) return shown;
        asWhoeverAsks(asked);
        jdbc.sql(COLUMNS + (asked.ofUnit() ? "confidentiality.kept(t.number)" : "false") + " as kept from search.thing_"
                        + g.asked() + " t where t.id = any(:ids)")
                .param("ids", ids.toArray(UUID[]::new))
                .query(rs -> {
                    Shown s = shown(rs);
                    shown.put(s.id(), s);
                });
        return shown;
    }

    /** Numbers of those that have one, in the order of the rows. */
    List<String> numbers(Generation g, Asked asked, List<FoundRow> rows) {
        if (rows.isEmpty()) return List.of();
        asWhoeverAsks(asked);
        return jdbc.sql("select t.number from unnest(:ids::uuid[]) with ordinality as i (id, no) join search.thing_"
                        + g.asked() + " t on t.id = i.id where t.number <> '' order by i.no")
                .param("ids", rows.stream().map(FoundRow::id).toArray(UUID[]::new))
                .query(String.class)
                .list();
    }

    /** The rule asks for keys that whatever was found already need not have. */
    void asWhoeverAsks(Asked asked) {
        if (asked.ofUnit())
            jdbc.sql("select set_config('shouwen.asked', '{}', true)")
                    .query(String.class)
                    .single();
    }

    /** By the place of the columns, which stand in the order of {@link #COLUMNS}. */
    private static Shown shown(ResultSet rs) throws SQLException {
        return new Shown(
                rs.getObject(1, UUID.class),
                ThingKind.valueOf(rs.getString(2)),
                rs.getString(3),
                rs.getString(4),
                rs.getInt(5),
                rs.getInt(6),
                rs.getBoolean(14),
                List.of((String[]) rs.getArray(7).getArray()),
                rs.getString(8),
                rs.getString(9),
                rs.getString(10),
                rs.getString(11),
                rs.getBoolean(12),
                rs.getTimestamp(13));
    }
}
