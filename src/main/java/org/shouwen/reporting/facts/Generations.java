package org.shouwen.reporting.facts;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
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
        return current(jdbc);
    }

    /** The same where it is asked: a standby that has not heard of a rebuild yet still has the facts of the one before. */
    public static int current(JdbcClient asked) {
        return asked.sql("select current from reporting.generation")
                .query(Integer.class)
                .single();
    }

    Optional<Integer> building() {
        return jdbc.sql("select building from reporting.generation where building is not null")
                .query(Integer.class)
                .optional();
    }

    /**
     * The one that a rebuild writes.
     *
     * @param left what an earlier one was writing; 0: nothing
     */
    int after(int left) {
        return (left == 0 ? current() : left) % Short.MAX_VALUE + 1;
    }

    /** This one is built from now on, besides the current one. */
    void begin(int next) {
        jdbc.sql("update reporting.generation set building = :next")
                .param("next", next)
                .update();
    }

    /** @return the one that was being built and is not kept any more; 0: none was */
    int breakOff() {
        int left = building().orElse(0);
        jdbc.sql("update reporting.generation set building = null").update();
        return left;
    }

    /** Whether repeats were looked for with every appeal there is. */
    boolean repeatsLooked() {
        return jdbc.sql("select repeats_looked from reporting.generation")
                .query(Boolean.class)
                .single();
    }

    /** From now on the one that was built is read; the one before can be dropped. */
    int finish(Instant now) {
        int before = current();
        // what was taken away before it was added left a sum of nothing
        jdbc.sql(
                        "delete from reporting.daily where counted = 0 and generation = (select building from reporting.generation)")
                .update();
        jdbc.sql(
                        "update reporting.generation set current = building, building = null, rebuilt_at = :now, repeats_looked = true where building is not null")
                .param("now", Timestamp.from(now))
                .update();
        return before;
    }

    /**
     * Takes away some facts of a generation that nobody reads, in the order of their key, so that what was taken away before
     * is not passed over again.
     *
     * @return after which subject the next begin; empty when none are left
     */
    Optional<UUID> dropFacts(int generation, UUID after, int most) {
        Optional<UUID> last = jdbc.sql("""
                        select subject from reporting.fact where generation = :generation and subject > :after
                        order by subject offset :most limit 1
                        """)
                .param("generation", generation)
                .param("after", after)
                .param("most", most)
                .query(UUID.class)
                .optional();
        var delete = jdbc.sql("delete from reporting.fact where generation = :generation and subject > :after"
                        + (last.isPresent() ? " and subject <= :last" : ""))
                .param("generation", generation)
                .param("after", after);
        if (last.isPresent()) delete = delete.param("last", last.get());
        delete.update();
        return last;
    }

    void dropSums(int generation, Dimension dimension) {
        jdbc.sql("delete from reporting.daily where generation = :generation and dimension = :dimension")
                .param("generation", generation)
                .param("dimension", dimension.code())
                .update();
    }
}
