package org.shouwen.reporting.figures;

import java.sql.Date;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.shouwen.reporting.Period;
import org.shouwen.reporting.facts.Counted;
import org.shouwen.reporting.facts.Dimension;
import org.shouwen.reporting.facts.Generations;
import org.shouwen.rowsecurity.StandbyReads;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Sums cases: from the sums of days where one dimension is asked for, else from the cases themselves. */
@Repository
class SumStore {
    private final StandbyReads reads;

    SumStore(StandbyReads reads) {
        this.reads = reads;
    }

    /** @param bucket {@code ""} for the whole period, else a day's or a month's first day as {@code yyyy-MM-dd} */
    record Key(String bucket, String key) {}

    enum Bucket {
        WHOLE("''"),
        DAY("to_char(day, 'YYYY-MM-DD')"),
        MONTH("to_char(day, 'YYYY-MM-01')");

        private final String sql;

        Bucket(String sql) {
            this.sql = sql;
        }

        String sql() {
            return sql;
        }
    }

    Map<Key, CaseSums> sums(
            Period period, Selection selection, Optional<Dimension> by, Bucket bucket, Set<Counted> of) {
        return reads.ask(db -> sums(db, period, selection, by, bucket, of));
    }

    private static Map<Key, CaseSums> sums(
            JdbcClient db, Period period, Selection selection, Optional<Dimension> by, Bucket bucket, Set<Counted> of) {
        Map<String, Object> with = new HashMap<>();
        with.put("generation", Generations.current(db));
        with.put("from", Date.valueOf(period.from()));
        with.put("to", Date.valueOf(period.to()));
        with.put("as", of.stream().map(Counted::bit).toArray(Integer[]::new));
        String sql = selection
                .summed(by)
                .map(d -> ofDays(d, selection, by, bucket, with))
                .orElseGet(() -> ofCases(selection, by, bucket, with));
        Map<Key, CaseSums> sums = new HashMap<>();
        db.sql(sql).params(with).query(rs -> {
            sums.computeIfAbsent(new Key(rs.getString("bucket"), rs.getString("key")), _ -> new CaseSums())
                    .add(
                            Counted.ofBit(rs.getInt("counted_as")),
                            rs.getInt("value"),
                            new CaseSums.Four(
                                    rs.getLong("counted"),
                                    rs.getLong("met"),
                                    rs.getLong("adjusted"),
                                    rs.getLong("adjusted_met")));
        });
        return sums;
    }

    private static String ofDays(
            Dimension dimension, Selection selection, Optional<Dimension> by, Bucket bucket, Map<String, Object> with) {
        with.put("dimension", dimension.code());
        String keys = "";
        List<String> named = selection.keys().get(dimension);
        if (named != null) {
            with.put("keys", named.toArray(String[]::new));
            keys = " and key = any(:keys)";
        }
        return "select " + bucket.sql + " as bucket, " + (by.isPresent() ? "key" : "'' as key") + """
                , counted_as, value, sum(counted) as counted, sum(met) as met, sum(adjusted) as adjusted, sum(adjusted_met) as adjusted_met
                from reporting.daily
                where generation = :generation and dimension = :dimension and counted_as = any(:as) and day between :from and :to
                """ + keys
                + " group by 1, 2, 3, 4";
    }

    private static String ofCases(
            Selection selection, Optional<Dimension> by, Bucket bucket, Map<String, Object> with) {
        with.put(
                "valued",
                java.util.Arrays.stream(Counted.values())
                        .filter(Counted::valued)
                        .map(Counted::bit)
                        .toArray(Integer[]::new));
        return "select " + bucket.sql + " as bucket, "
                + by.map(d -> d.column() + "::text").orElse("''") + " as key" + """
                , b.bit as counted_as, case when b.bit = any(:valued) then value else 0 end as value, count(*) as counted,
                count(*) filter (where met & (1::bigint << b.bit) <> 0) as met,
                count(*) filter (where adjusted & (1::bigint << b.bit) <> 0) as adjusted,
                count(*) filter (where adjusted & met & (1::bigint << b.bit) <> 0) as adjusted_met
                from reporting.fact cross join unnest(:as::int[]) as b (bit)
                where generation = :generation and day between :from and :to and counted & (1::bigint << b.bit) <> 0
                """ + where(selection, with)
                + " group by 1, 2, 3, 4";
    }

    /** Conditions on {@code reporting.fact}; what they bind is put beside. */
    static String where(Selection selection, Map<String, Object> with) {
        List<String> conditions = new ArrayList<>();
        selection.keys().forEach((d, keys) -> {
            String name = "keys" + d.code();
            with.put(name, keys.toArray(String[]::new));
            conditions.add(" and " + (d == Dimension.HOUR ? "hour::text" : d.column()) + " = any(:" + name + ")");
        });
        return String.join("", conditions);
    }
}
