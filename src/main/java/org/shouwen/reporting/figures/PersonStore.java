package org.shouwen.reporting.figures;

import java.sql.Date;
import java.util.HashMap;
import java.util.Map;
import org.shouwen.regulation.Basis;
import org.shouwen.regulation.Clause;
import org.shouwen.reporting.facts.Generations;
import org.shouwen.rowsecurity.UnitScope;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * How many people brought the appeals that are cases: the vault tells them apart by the number that each left, when it is
 * asked, and answers with a count. Who left no number, or was forgotten, is not counted (Art. 21, decision 88).
 */
@Repository
@Basis(Clause.A21)
class PersonStore {
    private final JdbcClient jdbc;
    private final Generations generations;
    private final UnitScope scope;

    PersonStore(JdbcClient jdbc, Generations generations, UnitScope scope) {
        this.jdbc = jdbc;
        this.generations = generations;
        this.scope = scope;
    }

    /** A key or bucket whose people are not known is left out only when it has no case with a number. */
    Map<SumStore.Key, Long> count(PeopleAsked asked) {
        Map<String, Object> with = new HashMap<>();
        with.put("generation", generations.current());
        with.put("from", Date.valueOf(asked.period().from()));
        with.put("to", Date.valueOf(asked.period().to()));
        with.put("mask", asked.as().mask());
        String key = asked.by().map(d -> d.column() + "::text").orElse("''");
        String sql = "with c as materialized (select subject, " + asked.bucket().sql() + " as bucket, " + key + """
                 as key from reporting.fact
                where generation = :generation and day between :from and :to and counted & :mask <> 0
                """
                + SumStore.where(asked.selection(), with) + """
                )
                select c.bucket, c.key, count(distinct p.person) as people from c
                left join intake.people((select array_agg(c.subject) from c)) p on p.appeal = c.subject
                group by c.bucket, c.key
                """;
        Map<SumStore.Key, Long> people = new HashMap<>();
        scope.asPlatform(() -> {
            jdbc.sql(sql).params(with).query(rs -> {
                people.put(new SumStore.Key(rs.getString("bucket"), rs.getString("key")), rs.getLong("people"));
            });
            return people.size();
        });
        return people;
    }
}
