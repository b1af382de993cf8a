package org.shouwen.accountability;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import org.shouwen.directory.UnitId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Verified breaches within twelve months (23.4, ruling 15), by unit and by person. */
@Repository
class BreachCounts {
    private final JdbcClient jdbc;

    BreachCounts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @return most first; a unit's own row, with an empty person, before those of its people */
    List<Breach.Count> since(Instant since) {
        return jdbc.sql("""
                select unit, case when grouping(person) = 1 then '' else person end as person, count(*) as n,
                       count(*) filter (where second and referred_at is null) as unreferred
                from accountability.breach where upheld and found_at > :since
                group by grouping sets ((unit), (unit, person)) having grouping(person) = 1 or person <> ''
                order by max(count(*)) over (partition by unit) desc, unit, grouping(person) desc, count(*) desc, person
                """)
                .param("since", Timestamp.from(since))
                .query((rs, _) -> new Breach.Count(
                        new UnitId(rs.getString("unit")),
                        rs.getString("person"),
                        rs.getInt("n"),
                        rs.getInt("unreferred")))
                .list();
    }

    /** Second within twelve months and not referred yet, oldest first: what alarms. */
    List<String> toRefer(String notAbout, String reader) {
        return jdbc.sql("select number from accountability.breach b where second and referred_at is null and "
                        + notAbout + " order by found_at")
                .param("reader", reader)
                .query(String.class)
                .list();
    }
}
