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

    void keep(List<Moved> moved, Instant at) {
        jdbc.batchUpdate("""
                insert into calendar.moved_limit (at, kind, number, label, unit, was, becomes, awaits)
                values (?, ?, ?, ?, ?, ?, ?, ?)
                """, moved.stream().filter(m -> !m.unit().isEmpty()).toList(), 500, (ps, m) -> {
            ps.setTimestamp(1, Timestamp.from(at));
            ps.setString(2, m.kind());
            ps.setString(3, m.number());
            ps.setString(4, m.limit());
            ps.setString(5, m.unit());
            ps.setTimestamp(6, Timestamp.from(m.before()));
            ps.setTimestamp(7, Timestamp.from(m.after()));
            ps.setBoolean(8, m.provisional());
        });
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
