package org.shouwen.reporting.figures;

import java.sql.Date;
import java.time.LocalDate;
import java.util.List;
import org.shouwen.reporting.Period;
import org.shouwen.reporting.facts.Counted;
import org.shouwen.reporting.facts.Dimension;
import org.shouwen.reporting.facts.Generations;
import org.shouwen.rowsecurity.StandbyReads;
import org.springframework.stereotype.Component;

/** How many cases of each class and place a period has, and how many some weeks before it had. */
@Component
class RisingStore {
    private final StandbyReads reads;

    RisingStore(StandbyReads reads) {
        this.reads = reads;
    }

    /** @param seen in the period; {@code before} in the days before it */
    record Seen(String matterClass, String place, long seen, long before) {}

    /**
     * The whole city's that came in, from the sums of days: where ten come in a minute, the cases of nine weeks are millions.
     *
     * @param since the first of the days before
     */
    List<Seen> taken(Period period, LocalDate since) {
        return reads.ask(db -> db.sql("""
                        select key, coalesce(sum(counted) filter (where day >= :first), 0) as seen,
                               coalesce(sum(counted) filter (where day < :first), 0) as before
                        from reporting.daily
                        where generation = :generation and dimension = :dimension and counted_as = :as and day between :since and :to
                        group by key
                        """)
                .param("generation", Generations.current(db))
                .param("dimension", Dimension.CLASS_AND_PLACE.code())
                .param("as", Counted.TAKEN.bit())
                .param("first", Date.valueOf(period.from()))
                .param("since", Date.valueOf(since))
                .param("to", Date.valueOf(period.to()))
                .query((rs, _) -> {
                    List<String> key = Dimension.classAndPlace(rs.getString("key"));
                    return new Seen(key.getFirst(), key.getLast(), rs.getLong("seen"), rs.getLong("before"));
                })
                .list());
    }

    /** Of one unit, or of other cases than those that came in: from the cases themselves. */
    List<Seen> cases(Counted as, String unit, Period period, LocalDate since) {
        return reads.ask(db -> db.sql("""
                        select matter_class, place, count(*) filter (where day >= :first) as seen,
                               count(*) filter (where day < :first) as before
                        from reporting.fact
                        where generation = :generation and day between :since and :to and counted & :mask <> 0 and matter_class <> ''
                          and (:unit = '' or unit = :unit)
                        group by matter_class, place
                        """)
                .param("generation", Generations.current(db))
                .param("first", Date.valueOf(period.from()))
                .param("since", Date.valueOf(since))
                .param("to", Date.valueOf(period.to()))
                .param("mask", as.mask())
                .param("unit", unit)
                .query((rs, _) -> new Seen(
                        rs.getString("matter_class"), rs.getString("place"), rs.getLong("seen"), rs.getLong("before")))
                .list());
    }
}
