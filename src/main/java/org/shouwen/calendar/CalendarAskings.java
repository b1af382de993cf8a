package org.shouwen.calendar;

import com.github.f4b6a3.uuid.UuidCreator;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouwen.history.Actor;
import org.shouwen.history.History;
import org.shouwen.history.Subject;
import org.shouwen.jdbc.Instants;
import org.shouwen.problems.BadInput;
import org.shouwen.problems.NotFound;
import org.shouwen.regulation.Clause;
import org.shouwen.regulation.Refused;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** A calendar moves everybody's limits: one person asks for it, another loads it; without a notice's number it asks back. */
@Service
@Transactional
public class CalendarAskings {
    /** @param dropDays the asker confirmed that days are left out */
    public record Asking(
            UUID id,
            YearCalendar year,
            boolean dropDays,
            @Nullable UUID askedBy,
            String asker,
            Instant askedAt) {}

    private final JdbcClient jdbc;
    private final WorkCalendar calendar;
    private final History history;
    private final JsonMapper json;
    private final InstantSource clock;

    CalendarAskings(JdbcClient jdbc, WorkCalendar calendar, History history, JsonMapper json, InstantSource clock) {
        this.jdbc = jdbc;
        this.calendar = calendar;
        this.history = history;
        this.json = json;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    public List<Asking> waiting() {
        return jdbc.sql("select * from calendar.asking where decided_at is null order by asked_at, id")
                .query(CalendarAskings::asking)
                .list();
    }

    /**
     * Asks for a year; what was asked for it before and waits is replaced.
     *
     * @param noNotice the second word: there is no notice's number
     * @throws BadInput when the notice has no number, or days are left out, without a second word
     */
    public Asking ask(YearCalendar year, boolean dropDays, boolean noNotice, Actor by) {
        if (year.notice().isBlank() && !noNotice) throw new BadInput("noNotice", "calendar.bad.no-notice", year.year());
        calendar.checkDropped(year, dropDays);
        Instant now = now();
        jdbc.sql("""
                update calendar.asking set decided_account = :account, decider = :name, decided_at = :at, loaded = false
                where year = :year and decided_at is null
                """)
                .param("account", by.account())
                .param("name", by.name())
                .param("at", Timestamp.from(now))
                .param("year", year.year())
                .update();
        Asking asked = new Asking(UuidCreator.getTimeOrderedEpoch(), year, dropDays, by.account(), by.name(), now);
        jdbc.sql("""
                insert into calendar.asking (id, year, text, drop_days, asked_account, asker, asked_at)
                values (:id, :year, :text, :drop, :account, :name, :at)
                """)
                .param("id", asked.id())
                .param("year", year.year())
                .param("text", CalendarFile.write(year))
                .param("drop", dropDays)
                .param("account", by.account())
                .param("name", by.name())
                .param("at", Timestamp.from(now))
                .update();
        record(asked, by, "CalendarAsked");
        return asked;
    }

    /** Loads what another asked for. @return the limits that moved */
    public List<Moved> load(UUID id, Actor by) {
        Asking asked = decide(id, by, true);
        return calendar.load(asked.year(), asked.dropDays(), by);
    }

    /** Sends it away; who asked may do that too. */
    public void refuse(UUID id, Actor by) {
        record(decide(id, by, false), by, "CalendarRefused");
    }

    private Asking decide(UUID id, Actor by, boolean load) {
        Asking asked = jdbc.sql("select * from calendar.asking where id = :id and decided_at is null for update")
                .param("id", id)
                .query(CalendarAskings::asking)
                .optional()
                .orElseThrow(() -> new NotFound("calendar asking", id.toString()));
        if (load && (by.account() == null || same(asked, by)))
            throw new Refused(Clause.A13_2, "calendar.refused.same-person").toRefusal();
        jdbc.sql("""
                update calendar.asking set decided_account = :account, decider = :name, decided_at = :at, loaded = :loaded
                where id = :id
                """)
                .param("account", by.account())
                .param("name", by.name())
                .param("at", Timestamp.from(now()))
                .param("loaded", load)
                .param("id", id)
                .update();
        return asked;
    }

    /** Whoever asked by a command has no account there, and is told by the name. */
    private static boolean same(Asking asked, Actor by) {
        UUID account = asked.askedBy();
        return account == null ? by.name().equals(asked.asker()) : account.equals(by.account());
    }

    private void record(Asking a, Actor by, String type) {
        history.append(
                Subject.of("calendar", Integer.toString(a.year().year())),
                now(),
                by,
                type,
                json.writeValueAsString(Map.of("calendar", a.year(), "dropDays", a.dropDays())));
    }

    private static Asking asking(ResultSet rs, int row) throws SQLException {
        return new Asking(
                rs.getObject("id", UUID.class),
                CalendarFile.read(rs.getString("text")),
                rs.getBoolean("drop_days"),
                rs.getObject("asked_account", UUID.class),
                rs.getString("asker"),
                rs.getTimestamp("asked_at").toInstant());
    }

    private Instant now() {
        return Instants.now(clock);
    }
}
