package org.shouwen.reporting.facts;

import java.sql.Date;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rows of facts and of their daily sums. */
@Repository
class FactStore {
    /** The order of the primary key, so that so many at once go to neighbouring pages. */
    private static final Comparator<DailySums.Cell> AS_THEY_LIE = Comparator.comparing(DailySums.Cell::dimension)
            .thenComparing(DailySums.Cell::as)
            .thenComparing(DailySums.Cell::day)
            .thenComparing(DailySums.Cell::key)
            .thenComparingInt(DailySums.Cell::value);

    private final JdbcClient jdbc;

    FactStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** One at a time counts; until the transaction ends. */
    void lock() {
        jdbc.sql("select pg_advisory_xact_lock(hashtext('reporting.facts'))").query(_ -> {});
    }

    /** This transaction's commit does not wait for the disk. */
    void withoutWaiting() {
        jdbc.sql("set local synchronous_commit = off").update();
    }

    Map<UUID, List<Fact>> of(int generation, Collection<UUID> subjects) {
        Map<UUID, List<Fact>> facts = new HashMap<>();
        jdbc.sql("select * from reporting.fact where generation = :generation and subject = any(:subjects)")
                .param("generation", generation)
                .param("subjects", subjects.toArray(UUID[]::new))
                .query(rs -> {
                    Heading heading = new Heading(
                            rs.getString("number"),
                            rs.getString("kind"),
                            rs.getString("matter_class"),
                            rs.getString("place"),
                            rs.getString("channel"));
                    facts.computeIfAbsent(rs.getObject("subject", UUID.class), _ -> new ArrayList<>())
                            .add(new Fact(
                                    rs.getDate("day").toLocalDate(),
                                    rs.getInt("hour"),
                                    rs.getString("unit"),
                                    rs.getString("limit_class"),
                                    heading,
                                    rs.getLong("counted"),
                                    rs.getLong("met"),
                                    rs.getLong("adjusted"),
                                    rs.getInt("value"),
                                    rs.getString("agent")));
                });
        return facts;
    }

    void replace(int generation, Collection<UUID> gone, FactLines lines) {
        if (!gone.isEmpty())
            jdbc.sql("delete from reporting.fact where generation = :generation and subject = any(:subjects)")
                    .param("generation", generation)
                    .param("subjects", gone.toArray(UUID[]::new))
                    .update();
        if (lines.isEmpty()) return;
        jdbc.sql("""
                        insert into reporting.fact (generation, subject, no, source, day, hour, unit, limit_class, number, kind,
                            matter_class, place, channel, counted, met, adjusted, value, agent)
                        select :generation, subject, no, source, date '1970-01-01' + day, hour, unit, limit_class, number, kind,
                            matter_class, place, channel, counted, met, adjusted, value, agent
                        from unnest(:subjects::uuid[], :nos::int[], :sources::int[], :days::int[], :hours::int[],
                            :units::text[], :limits::text[], :numbers::text[], :kinds::text[], :classes::text[], :places::text[],
                            :channels::text[], :counted::bigint[], :met::bigint[], :adjusted::bigint[], :values::int[], :agents::text[])
                            as l (subject, no, source, day, hour, unit, limit_class, number, kind, matter_class, place, channel,
                                counted, met, adjusted, value, agent)
                        """)
                .param("generation", generation)
                .param("subjects", lines.subjects())
                .param("nos", lines.ints(FactLines.Line::no))
                .param("sources", lines.ints(l -> l.source().code()))
                .param("days", lines.ints(l -> (int) l.fact().day().toEpochDay()))
                .param("hours", lines.ints(l -> l.fact().hour()))
                .param("units", lines.texts(Fact::unit))
                .param("limits", lines.texts(Fact::limitClass))
                .param("numbers", lines.texts(f -> f.heading().number()))
                .param("kinds", lines.texts(f -> f.heading().kind()))
                .param("classes", lines.texts(f -> f.heading().matterClass()))
                .param("places", lines.texts(f -> f.heading().place()))
                .param("channels", lines.texts(f -> f.heading().channel()))
                .param("counted", lines.longs(Fact::counted))
                .param("met", lines.longs(Fact::met))
                .param("adjusted", lines.longs(Fact::adjusted))
                .param("values", lines.ints(l -> l.fact().value()))
                .param("agents", lines.texts(Fact::agent))
                .update();
    }

    /** Moves the daily sums; a sum that comes to nothing is not there any more. */
    void move(int generation, DailySums sums) {
        List<Map.Entry<DailySums.Cell, int[]>> cells =
                new ArrayList<>(sums.moved().entrySet());
        if (cells.isEmpty()) return;
        cells.sort(Map.Entry.comparingByKey(AS_THEY_LIE));
        jdbc.sql("""
                        insert into reporting.daily as d (generation, dimension, counted_as, day, key, value, counted, met, adjusted, adjusted_met)
                        select :generation, * from unnest(:dimensions::int[], :as::int[], :days::date[], :keys::text[], :values::int[],
                            :counted::int[], :met::int[], :adjusted::int[], :adjustedMet::int[])
                        on conflict (generation, dimension, counted_as, day, key, value) do update set
                            counted = d.counted + excluded.counted, met = d.met + excluded.met,
                            adjusted = d.adjusted + excluded.adjusted, adjusted_met = d.adjusted_met + excluded.adjusted_met
                        """)
                .param("generation", generation)
                .param("dimensions", ints(cells, c -> c.getKey().dimension().code()))
                .param("as", ints(cells, c -> c.getKey().as().bit()))
                .param(
                        "days",
                        cells.stream().map(c -> Date.valueOf(c.getKey().day())).toArray(Date[]::new))
                .param("keys", texts(cells, c -> c.getKey().key()))
                .param("values", ints(cells, c -> c.getKey().value()))
                .param("counted", ints(cells, c -> c.getValue()[0]))
                .param("met", ints(cells, c -> c.getValue()[1]))
                .param("adjusted", ints(cells, c -> c.getValue()[2]))
                .param("adjustedMet", ints(cells, c -> c.getValue()[3]))
                .update();
        cells.removeIf(c -> c.getValue()[0] >= 0);
        if (cells.isEmpty()) return;
        jdbc.sql("""
                        delete from reporting.daily d
                        using unnest(:dimensions::int[], :as::int[], :days::date[], :keys::text[], :values::int[]) as g (dimension, counted_as, day, key, value)
                        where d.generation = :generation and d.dimension = g.dimension and d.counted_as = g.counted_as
                          and d.day = g.day and d.key = g.key and d.value = g.value and d.counted = 0
                        """)
                .param("generation", generation)
                .param("dimensions", ints(cells, c -> c.getKey().dimension().code()))
                .param("as", ints(cells, c -> c.getKey().as().bit()))
                .param(
                        "days",
                        cells.stream().map(c -> Date.valueOf(c.getKey().day())).toArray(Date[]::new))
                .param("keys", texts(cells, c -> c.getKey().key()))
                .param("values", ints(cells, c -> c.getKey().value()))
                .update();
    }

    private static <T> Integer[] ints(List<T> of, ToIntFunction<T> value) {
        return of.stream().map(value::applyAsInt).toArray(Integer[]::new);
    }

    private static <T> String[] texts(List<T> of, Function<T, String> value) {
        return of.stream().map(value).toArray(String[]::new);
    }
}
