package org.shouwen.reporting.figures;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.shouwen.jdbc.Instants;
import org.shouwen.reporting.Period;
import org.shouwen.reporting.facts.Counted;
import org.shouwen.reporting.facts.Dimension;
import org.springframework.jdbc.core.ResultSetExtractor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Counts of people that are kept, and what was asked of them. Counts only: no person is in it. */
@Repository
class PeopleStore {
    private static final String ID = "encode(sha256(convert_to(:what, 'UTF8')), 'hex')";

    private final JdbcClient jdbc;

    PeopleStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param askedAt when somebody asked last; {@code countedAt} null: not counted yet */
    record Kept(Instant askedAt, @Nullable Instant countedAt, Map<SumStore.Key, Long> people) {}

    /** In one statement: a count that is made at the same moment is read whole or not at all. */
    Optional<Kept> kept(PeopleAsked asked) {
        return jdbc.sql("""
                select a.asked_at, a.counted_at, p.bucket, p.key, p.people
                from reporting.people_asked a left join reporting.people p on p.asked = a.id where a.id =\s""" + ID).param("what", what(asked)).query((ResultSetExtractor<Optional<Kept>>)
                PeopleStore::read);
    }

    private static Optional<Kept> read(ResultSet rs) throws SQLException {
        if (!rs.next()) return Optional.empty();
        Kept kept = new Kept(Instants.of(rs, "asked_at"), Instants.orNull(rs, "counted_at"), new HashMap<>());
        do {
            String key = rs.getString("key");
            if (key != null) kept.people().put(new SumStore.Key(rs.getString("bucket"), key), rs.getLong("people"));
        } while (rs.next());
        return Optional.of(kept);
    }

    void asked(PeopleAsked asked, Instant at) {
        jdbc.sql("""
                insert into reporting.people_asked
                    (id, counted_as, first_day, last_day, dimension, bucket, selection, asked_at)
                values (""" + ID + """
                    , :as, :from, :to, :dimension, :bucket, :selection, :at)
                on conflict (id) do update set asked_at = excluded.asked_at
                """)
                .param("what", what(asked))
                .param("as", asked.as().bit())
                .param("from", Date.valueOf(asked.period().from()))
                .param("to", Date.valueOf(asked.period().to()))
                .param("dimension", asked.by().map(Dimension::code).orElse(null))
                .param("bucket", asked.bucket().name())
                .param("selection", asked.kept().toArray(String[]::new))
                .param("at", Timestamp.from(at))
                .update();
    }

    /**
     * What was asked within so long and was last counted longer than that ago, or never, or at a time that the clock has gone
     * back from; what was never counted first, then the longest waiting.
     */
    List<PeopleAsked> due(Instant now, Duration kept) {
        return jdbc.sql("""
                select * from reporting.people_asked
                where asked_at > :since and (counted_at is null or counted_at <= :since or counted_at > :now)
                order by counted_at nulls first, asked_at
                """)
                .param("since", Timestamp.from(now.minus(kept)))
                .param("now", Timestamp.from(now))
                .query((rs, _) -> asked(rs))
                .list();
    }

    @Transactional
    void keep(PeopleAsked asked, Map<SumStore.Key, Long> people, Instant at) {
        String what = what(asked);
        jdbc.sql("delete from reporting.people where asked = " + ID)
                .param("what", what)
                .update();
        List<SumStore.Key> keys = List.copyOf(people.keySet());
        jdbc.sql("insert into reporting.people select " + ID + """
                , u.bucket, u.key, u.people from unnest(:buckets::text[], :keys::text[], :people::int[]) u (bucket, key, people)
                """)
                .param("what", what)
                .param("buckets", keys.stream().map(SumStore.Key::bucket).toArray(String[]::new))
                .param("keys", keys.stream().map(SumStore.Key::key).toArray(String[]::new))
                .param("people", keys.stream().map(people::get).toArray(Long[]::new))
                .update();
        jdbc.sql("update reporting.people_asked set counted_at = :at where id = " + ID)
                .param("what", what)
                .param("at", Timestamp.from(at))
                .update();
    }

    /** Lets go what nobody asked for so long. */
    void drop(Instant notAskedSince) {
        jdbc.sql("delete from reporting.people_asked where asked_at < :since")
                .param("since", Timestamp.from(notAskedSince))
                .update();
    }

    private static String what(PeopleAsked a) {
        return String.join(
                "\n",
                Integer.toString(a.as().bit()),
                a.period().from().toString(),
                a.period().to().toString(),
                a.by().map(Dimension::name).orElse(""),
                a.bucket().name(),
                String.join("\n", a.kept()));
    }

    private static PeopleAsked asked(ResultSet rs) throws SQLException {
        int dimension = rs.getInt("dimension");
        return new PeopleAsked(
                Counted.ofBit(rs.getInt("counted_as")),
                new Period(
                        rs.getDate("first_day").toLocalDate(),
                        rs.getDate("last_day").toLocalDate()),
                PeopleAsked.selection(
                        List.of((String[]) rs.getArray("selection").getArray())),
                Arrays.stream(Dimension.values())
                        .filter(d -> d.code() == dimension)
                        .findFirst(),
                SumStore.Bucket.valueOf(rs.getString("bucket")));
    }
}
