package org.shouwen.reporting.figures;

import java.sql.Date;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.shouwen.regulation.Basis;
import org.shouwen.regulation.Clause;
import org.shouwen.reporting.facts.Generations;
import org.shouwen.rowsecurity.UnitScope;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * How many people brought the appeals that are cases: the vault tells them apart by the number that each left, when it is
 * asked, and answers with a count. Who left no number, or was forgotten, is not counted (Art. 21, decision 88).
 */
@Repository
@Basis(Clause.A21)
class PersonStore {
    private static final Duration LONGEST = Duration.ofMinutes(15);

    private final JdbcClient jdbc;
    private final Generations generations;
    private final UnitScope scope;
    private final JdbcTemplate connections;
    private final TransactionTemplate longWork;

    PersonStore(
            JdbcClient jdbc,
            Generations generations,
            UnitScope scope,
            JdbcTemplate connections,
            PlatformTransactionManager transactions) {
        this.connections = connections;
        longWork = new TransactionTemplate(transactions);
        longWork.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        this.jdbc = jdbc;
        this.generations = generations;
        this.scope = scope;
    }

    /** The same of as many cases as there are: statements and their connection wait for it (minutes). */
    Map<SumStore.Key, Long> countLong(PeopleAsked asked) {
        Map<SumStore.Key, Long> people = longWork.execute(_ -> {
            connections.execute((ConnectionCallback<Boolean>) c -> {
                c.setNetworkTimeout(Runnable::run, (int) LONGEST.plusMinutes(1).toMillis());
                return true;
            });
            connections.execute("set local statement_timeout = '" + LONGEST.toSeconds() + "s'");
            return count(asked);
        });
        return people == null ? Map.of() : people;
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
