package org.shouwen.calendar;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
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

    /** A unit's limits that were moved since a moment, newest first, two thousand at most. */
    public List<Told> of(String unit, Instant since) {
        return jdbc.query(
                """
                select at, kind, number, label, unit, was, becomes, awaits from calendar.moved_limit
                where unit = ? and at >= ? order by at desc, id desc limit 2000
                """,
                (rs, _) -> new Told(
                        rs.getTimestamp("at").toInstant(),
                        new Moved(
                                rs.getString("kind"),
                                rs.getString("number"),
                                rs.getString("label"),
                                rs.getString("unit"),
                                rs.getTimestamp("was").toInstant(),
                                rs.getTimestamp("becomes").toInstant(),
                                rs.getBoolean("awaits"))),
                unit,
                Timestamp.from(since));
    }
}
