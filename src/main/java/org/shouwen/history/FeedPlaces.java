package org.shouwen.history;

import java.util.Optional;
import org.shouwen.history.ChangeFeed.Place;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;

/**
 * How far a reader of {@link ChangeFeed} has come, in a table of its own: one row with {@code through}, {@code seen} and
 * {@code horizon}, and the key {@code one} that keeps it one.
 */
public final class FeedPlaces {
    private final JdbcClient jdbc;
    private final String table;

    /** @param table schema-qualified; a name of the program, never typed */
    public FeedPlaces(JdbcClient jdbc, String table) {
        this.jdbc = jdbc;
        this.table = table;
    }

    /** @return empty before the reader has begun */
    public Optional<Place> find() {
        return read("");
    }

    /** The same, for this transaction alone until it ends. */
    public Optional<Place> lock() {
        return read(" for update");
    }

    private Optional<Place> read(String lock) {
        return jdbc.sql("select through, seen, horizon from " + table + lock)
                .query((rs, _) -> new Place(rs.getLong("through"), rs.getLong("seen"), rs.getLong("horizon")))
                .optional();
    }

    /** Up to here nothing is missing and nothing can come; 0 before the reader has begun. */
    public long through() {
        return find().map(Place::through).orElse(0L);
    }

    /** Begins here, unless another node has begun already. */
    public void begin(Place place) {
        at(
                        place,
                        jdbc.sql(
                                "insert into " + table
                                        + " (through, seen, horizon) values (:through, :seen, :horizon) on conflict (one) do nothing"))
                .update();
    }

    public void put(Place place) {
        at(
                        place,
                        jdbc.sql("insert into " + table + " (through, seen, horizon) values (:through, :seen, :horizon)"
                                + " on conflict (one) do update set through = excluded.through, seen = excluded.seen,"
                                + " horizon = excluded.horizon"))
                .update();
    }

    /** @return false: another node has gone on from there meanwhile */
    public boolean move(Place from, Place to) {
        return at(
                                to,
                                jdbc.sql("update " + table + " set through = :through, seen = :seen, horizon = :horizon"
                                        + " where through = :wasThrough and seen = :wasSeen and horizon = :wasHorizon"))
                        .param("wasThrough", from.through())
                        .param("wasSeen", from.seen())
                        .param("wasHorizon", from.horizon())
                        .update()
                == 1;
    }

    private static StatementSpec at(Place place, StatementSpec statement) {
        return statement
                .param("through", place.through())
                .param("seen", place.seen())
                .param("horizon", place.horizon());
    }
}
