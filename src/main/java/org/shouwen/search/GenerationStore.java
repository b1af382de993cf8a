package org.shouwen.search;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouwen.history.ChangeFeed;
import org.shouwen.jdbc.Instants;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The one row that says which copy of the index is asked. */
@Repository
class GenerationStore {
    private final JdbcClient jdbc;

    GenerationStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Generation now() {
        return jdbc.sql("select * from search.generation")
                .query((rs, _) -> generation(rs))
                .single();
    }

    private static Generation generation(ResultSet rs) throws SQLException {
        String kind = rs.getString("kind");
        return new Generation(
                rs.getString("asked"),
                SearchPage.IndexState.valueOf(rs.getString("state")),
                numbers(rs.getArray("slices")),
                new ChangeFeed.Place(rs.getLong("through"), rs.getLong("seen"), rs.getLong("horizon")),
                Instants.orNull(rs, "caught_up"),
                rs.getBoolean("building"),
                kind == null ? null : ThingKind.valueOf(kind),
                rs.getObject("after", UUID.class));
    }

    private static List<Integer> numbers(Array array) throws SQLException {
        return Arrays.asList((Integer[]) array.getArray());
    }

    /** @param caughtUp null: the journal holds more than was read */
    void place(ChangeFeed.Place place, @Nullable Instant caughtUp) {
        jdbc.sql("""
                        update search.generation set through = :through, seen = :seen, horizon = :horizon,
                            caught_up = coalesce(cast(:at as timestamptz), caught_up)
                        """)
                .param("through", place.through())
                .param("seen", place.seen())
                .param("horizon", place.horizon())
                .param("at", Instants.timestamp(caughtUp))
                .update();
    }

    void slices(Collection<Integer> more) {
        jdbc.sql("""
                        update search.generation set slices = array(select distinct s from unnest(slices || cast(:more as int[])) s)
                        where not slices @> cast(:more as int[])
                        """).param("more", more.toArray(Integer[]::new)).update();
    }

    /** @param copy that can not be read, if it is still the one that is asked */
    void broken(String copy) {
        jdbc.sql("update search.generation set state = 'BROKEN' where state <> 'BROKEN' and asked = :copy")
                .param("copy", copy)
                .update();
    }

    /** @param place from which changes are told that the reading of all rows may miss; null: from where it is */
    void begin(ChangeFeed.@Nullable Place place, Instant now) {
        jdbc.sql("update search.generation set building = true, kind = null, after = null, since = :now")
                .param("now", Timestamp.from(now))
                .update();
        if (place != null) place(place, null);
    }

    void built(ThingKind kind, @Nullable UUID after) {
        jdbc.sql("update search.generation set kind = :kind, after = :after")
                .param("kind", kind.name())
                .param("after", after)
                .update();
    }

    /** What was built is asked from now on. */
    void turn(String asked) {
        jdbc.sql("""
                        update search.generation set asked = :asked, state = 'READY', building = false, kind = null, after = null
                        """).param("asked", asked).update();
    }
}
