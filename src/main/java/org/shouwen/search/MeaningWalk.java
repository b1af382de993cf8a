package org.shouwen.search;

import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Goes through all things that can be found, newest first, for those that have no vector of their words. */
@Repository
class MeaningWalk {
    private final JdbcClient jdbc;

    MeaningWalk(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** All things are looked at anew: those whose words are the same keep their vectors. */
    void anew() {
        jdbc.sql("update search.meaning_state set walked = false, at = null, id = null")
                .update();
    }

    /** Looks at the next things, newest first, and lets those wait that have no vector of their words. @return whether any were left */
    boolean next(String copy, int most) {
        // asked every second: not of all things when there is nothing to look at
        if (!jdbc.sql("select exists (select from search.meaning_state where not walked)")
                .query(Boolean.class)
                .single()) return false;
        int[] seen = new int[1];
        jdbc.sql("""
                        with seen as (
                            select t.* from search.thing_%1$s t, search.meaning_state s
                            where not s.walked and (s.at is null or (t.at, t.id) < (s.at, s.id)) order by t.at desc, t.id desc limit :most),
                        put as (
                            insert into search.meaning_due (thing, later) select t.id, true from seen t
                            left join search.meaning m on m.thing = t.id
                            where t.kind = any(cast(:kinds as text[])) and m.digest is distinct from %2$s
                            on conflict (thing) do nothing)
                        select count(*) as n, (array_agg(at order by at, id))[1] as at, (array_agg(id order by at, id))[1] as id from seen
                        """.formatted(copy, MeaningStore.DIGEST))
                .param("most", most)
                .param("kinds", MeantThings.KINDS.stream().map(Enum::name).toArray(String[]::new))
                .query(rs -> {
                    seen[0] = rs.getInt("n");
                    if (seen[0] > 0)
                        jdbc.sql("update search.meaning_state set at = :at, id = :id")
                                .param("at", rs.getTimestamp("at"))
                                .param("id", rs.getObject("id", UUID.class))
                                .update();
                });
        if (seen[0] > 0) return true;
        if (jdbc.sql("update search.meaning_state set walked = true where not walked")
                        .update()
                == 0) return false;
        jdbc.sql("delete from search.meaning m where not exists (select from search.thing_%s t where t.id = m.thing)"
                        .formatted(copy))
                .update();
        return false;
    }
}
