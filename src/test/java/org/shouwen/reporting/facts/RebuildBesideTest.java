package org.shouwen.reporting.facts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.shouwen.Case;
import org.shouwen.Cases;
import org.shouwen.People;
import org.shouwen.ShouwenTest;
import org.shouwen.TestClock;
import org.shouwen.directory.PlaceCode;
import org.shouwen.workorder.Command;
import org.shouwen.workorder.MatterHeading;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What happens while facts are counted anew is in what is read afterwards, once. */
@ShouwenTest
class RebuildBesideTest {
    @Autowired
    Cases cases;

    @Autowired
    TestClock clock;

    @Autowired
    FactKeeper keeper;

    @Autowired
    FactRebuild rebuild;

    @Autowired
    JdbcClient jdbc;

    private static List<ReadAhead.Batch> whole(ReadAhead ahead) {
        List<ReadAhead.Batch> batches = new ArrayList<>();
        for (ReadAhead.Batch b = ahead.next(); b != null; b = ahead.next()) batches.add(b);
        return batches;
    }

    /** Facts and sums as they are read, whatever generation they stand in. */
    private List<String> lines() {
        return jdbc.sql("""
                        select row(subject, no, source, day, hour, unit, matter_class, place, channel, kind, limit_class, number,
                            counted, met, adjusted, value, agent)::text
                        from reporting.fact where generation = (select current from reporting.generation)
                        union all
                        select row(dimension, counted_as, day, key, value, counted, met, adjusted, adjusted_met)::text
                        from reporting.daily where generation = (select current from reporting.generation)
                        order by 1
                        """).query(String.class).list();
    }

    @Test
    void what_is_counted_between_the_reading_and_the_writing_stands() {
        clock.set("2061-03-01T10:00");
        Case goesOn = cases.aCase().dispatchedTo("heating").received();
        Case changes = cases.aCase().dispatchedTo("heating").received();
        keeper.run();
        int generation = rebuild.begin();
        List<ReadAhead.Batch> read;
        try (ReadAhead ahead = rebuild.ahead()) {
            read = whole(ahead);
        }
        clock.set("2061-03-02T10:00");
        goesOn.reported().closed();
        changes.then(
                new Command.CorrectMatter(
                        new MatterHeading("暖气不热", "livelihood", "heat-leak", new PlaceCode("210603")), "选错了类别"),
                People.DISPATCHER);
        cases.aCase().dispatchedTo("housing").received();
        keeper.run();
        List<String> live = lines();
        DailySums sums = new DailySums();
        read.forEach(b -> rebuild.put(generation, b, sums));
        rebuild.end(generation, sums);
        assertThat(lines()).as("what was read before is out of date").isEqualTo(live);
    }

    @Test
    void what_is_counted_after_the_writing_moves_sums_that_are_not_written_yet() {
        clock.set("2062-03-01T10:00");
        Case c = cases.aCase().dispatchedTo("heating").received();
        keeper.run();
        boolean[] done = new boolean[1];
        rebuild.run(_ -> {
            if (done[0]) return;
            done[0] = true;
            clock.set("2062-03-02T10:00");
            c.reported().closed();
            keeper.run();
        });
        List<String> once = lines();
        rebuild.run(_ -> {});
        assertThat(lines()).isEqualTo(once);
        assertThat(jdbc.sql("select count(*) from reporting.daily where counted <= 0")
                        .query(Long.class)
                        .single())
                .isZero();
        assertThat(jdbc.sql("select count(*) from reporting.beside")
                        .query(Long.class)
                        .single())
                .as("nothing is noted when no rebuild runs")
                .isZero();
    }

    @Test
    void of_two_rebuilds_the_later_goes_on_and_the_earlier_stops() {
        keeper.run();
        List<String> live = lines();
        int first = rebuild.begin();
        List<ReadAhead.Batch> read;
        try (ReadAhead ahead = rebuild.ahead()) {
            read = whole(ahead);
        }
        int later = rebuild.begin();
        assertThatThrownBy(() -> rebuild.put(first, read.getFirst(), new DailySums()))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("another rebuild");
        DailySums sums = new DailySums();
        read.forEach(b -> rebuild.put(later, b, sums));
        rebuild.end(later, sums);
        assertThat(lines()).isEqualTo(live);
    }
}
