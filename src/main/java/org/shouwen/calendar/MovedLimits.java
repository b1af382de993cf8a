package org.shouwen.calendar;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouwen.problems.After;
import org.shouwen.problems.Page;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** What calendars moved, kept for the units that owe: a unit is told and need not be asked (ruling 2). */
@Repository
public class MovedLimits {
    /** @param at when the calendar was loaded */
    public record Told(Instant at, Moved limit) {}

    private final JdbcTemplate jdbc;

    MovedLimits(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** In one statement: a calendar may move all that is open. */
    void keep(List<Moved> moved, Instant at) {
        List<Moved> told = moved.stream().filter(m -> !m.unit().isEmpty()).toList();
        if (told.isEmpty()) return;
        jdbc.update(
                """
                insert into calendar.moved_limit (at, kind, number, label, unit, was, becomes, awaits)
                select ?, kind, number, label, unit, was, becomes, awaits
                from unnest(?::text[], ?::text[], ?::text[], ?::text[], ?::timestamptz[], ?::timestamptz[], ?::boolean[])
                     with ordinality as n (kind, number, label, unit, was, becomes, awaits, place)
                order by place
                """,
                Timestamp.from(at),
                told.stream().map(Moved::kind).toArray(String[]::new),
                told.stream().map(Moved::number).toArray(String[]::new),
                told.stream().map(Moved::limit).toArray(String[]::new),
                told.stream().map(Moved::unit).toArray(String[]::new),
                told.stream().map(m -> Timestamp.from(m.before())).toArray(Timestamp[]::new),
                told.stream().map(m -> Timestamp.from(m.after())).toArray(Timestamp[]::new),
                told.stream().map(Moved::provisional).toArray(Boolean[]::new));
    }

    /** A unit's limits that were moved since a moment, newest first. */
    public Page<Told> of(String unit, Instant since, @Nullable After after, int limit) {
        List<Object> params = new ArrayList<>(List.of(unit, Timestamp.from(since)));
        if (after != null)
            params.addAll(List.of(after.time(), after.time(), after.id().getLeastSignificantBits()));
        params.add(limit + 1);
        List<Page.Row<Told>> found = jdbc.query(
                "select id, at, kind, number, label, unit, was, becomes, awaits from calendar.moved_limit"
                        + " where unit = ? and at >= ?"
                        + (after == null ? "" : " and at <= ? and (at < ? or id < ?)")
                        + " order by at desc, id desc limit ?",
                (rs, _) -> {
                    Instant at = rs.getTimestamp("at").toInstant();
                    return new Page.Row<>(
                            new Told(
                                    at,
                                    new Moved(
                                            rs.getString("kind"),
                                            rs.getString("number"),
                                            rs.getString("label"),
                                            rs.getString("unit"),
                                            rs.getTimestamp("was").toInstant(),
                                            rs.getTimestamp("becomes").toInstant(),
                                            rs.getBoolean("awaits"))),
                            After.at(0, at, new UUID(0, rs.getLong("id"))));
                },
                params.toArray());
        return Page.of(found, limit, count(unit, since));
    }

    /** How many of a unit's limits were moved since a moment. */
    public long count(String unit, Instant since) {
        Long all = jdbc.queryForObject(
                "select count(*) from calendar.moved_limit where unit = ? and at >= ?",
                Long.class,
                unit,
                Timestamp.from(since));
        return all == null ? 0 : all;
    }
}
