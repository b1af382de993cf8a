package org.shouwen.reporting.facts;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Keeps which generation of the derived facts is read for figures, and which one a rebuild is writing beside it. */
@Component
public class Generations {
    private final JdbcClient jdbc;

    Generations(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The one that figures are read from. */
    public int current() {
        return jdbc.sql("select current from reporting.generation")
                .query(Integer.class)
                .single();
    }

    /** Those that are kept up to date: the current one, and the one that is being built. */
    List<Integer> kept() {
        List<Integer> kept = new ArrayList<>(List.of(current()));
        building().ifPresent(kept::add);
        return kept;
    }

    Optional<Integer> building() {
        return jdbc.sql("select building from reporting.generation where building is not null")
                .query(Integer.class)
                .optional();
    }

    /** @return the generation that is built from now on */
    int begin() {
        int next = current() % Short.MAX_VALUE + 1;
        jdbc.sql("update reporting.generation set building = :next")
                .param("next", next)
                .update();
        return next;
    }

    /** From now on the one that was built is read; the one before can be dropped. */
    int finish(Instant now) {
        int before = current();
        // what was taken away before it was added left a sum of nothing
        jdbc.sql(
                        "delete from reporting.daily where counted = 0 and generation = (select building from reporting.generation)")
                .update();
        jdbc.sql(
                        "update reporting.generation set current = building, building = null, rebuilt_at = :now where building is not null")
                .param("now", Timestamp.from(now))
                .update();
        return before;
    }

    /** Takes away some lines of generations that nobody reads. */
    boolean dropSome(int generation, int most) {
        int facts = jdbc.sql("""
                        delete from reporting.fact where ctid = any(array(
                            select ctid from reporting.fact where generation = :generation limit :most))
                        """)
                .param("generation", generation)
                .param("most", most)
                .update();
        int sums = jdbc.sql("""
                        delete from reporting.daily where ctid = any(array(
                            select ctid from reporting.daily where generation = :generation limit :most))
                        """)
                .param("generation", generation)
                .param("most", most)
                .update();
        return facts + sums > 0;
    }
}
