package org.shouwen.desk;

import com.github.f4b6a3.uuid.UuidCreator;
import java.time.InstantSource;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouwen.accounts.CurrentUser;
import org.shouwen.calendar.Limits;
import org.shouwen.calendar.WorkCalendar;
import org.shouwen.directory.Directory;
import org.shouwen.directory.Unit;
import org.shouwen.directory.UnitId;
import org.shouwen.history.History;
import org.shouwen.history.Subject;
import org.shouwen.identity.Phone;
import org.shouwen.jdbc.Instants;
import org.shouwen.problems.BadInput;
import org.shouwen.problems.NotFound;
import org.shouwen.problems.Text;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** The units' duty telephones by hour; where none is named for an hour, the unit's own telephone is called. */
@Service
@Transactional
public class DutyPhones {
    private final JdbcClient jdbc;
    private final Directory directory;
    private final WorkCalendar calendar;
    private final History history;
    private final JsonMapper json;
    private final InstantSource clock;

    DutyPhones(
            JdbcClient jdbc,
            Directory directory,
            WorkCalendar calendar,
            History history,
            JsonMapper json,
            InstantSource clock) {
        this.jdbc = jdbc;
        this.directory = directory;
        this.calendar = calendar;
        this.history = history;
        this.json = json;
        this.clock = clock;
    }

    /** Whom to call at a unit now: the first, and who is next; at least the unit's own telephone where it has one. */
    @Transactional(readOnly = true)
    public List<DutyPhone> now(UnitId unit) {
        ZonedDateTime now = clock.instant().atZone(Limits.ZONE);
        boolean working = calendar.currentForLimits().isWorking(now.toLocalDate());
        List<DutyPhone> all = new ArrayList<>(DutyPhone.now(of(unit.code()), working, now.getHour()));
        directory.unit(unit).filter(u -> !u.phone().isBlank()).ifPresent(u -> all.add(own(u, all.size() + 1)));
        return all;
    }

    private static DutyPhone own(Unit u, int turn) {
        return new DutyPhone(new UUID(0, 0), u.id().code(), DutyPhone.Days.ALL, 0, 24, turn, u.name(), u.phone());
    }

    /** All of a unit. */
    @Transactional(readOnly = true)
    public List<DutyPhone> of(String unit) {
        return jdbc.sql("select * from desk.duty_phone where unit = :unit order by days, from_hour, turn, name")
                .param("unit", unit)
                .query((rs, _) -> new DutyPhone(
                        rs.getObject("id", UUID.class),
                        rs.getString("unit"),
                        DutyPhone.Days.valueOf(rs.getString("days")),
                        rs.getInt("from_hour"),
                        rs.getInt("to_hour"),
                        rs.getInt("turn"),
                        rs.getString("name"),
                        rs.getString("phone")))
                .list();
    }

    /** @throws BadInput naming the field */
    public void put(Map<String, String> typed, CurrentUser by) {
        String unit = Text.required("unit", typed.get("unit"), 60);
        if (directory.unit(new UnitId(unit)).isEmpty()) throw new BadInput("unit", "problems.field.unknown", unit);
        String days = Text.required("days", typed.get("days"), 10);
        if (!days.matches("ALL|WORKING|REST")) throw new BadInput("days", "problems.field.unknown", days);
        int from = hour("fromHour", typed.get("fromHour"), 0, 23);
        int to = hour("toHour", typed.get("toHour"), 1, 24);
        int turn = hour("turn", typed.get("turn"), 1, 9);
        String name = Text.required("name", typed.get("name"), 60);
        Phone phone = Phone.parse("phone", Text.required("phone", typed.get("phone"), 40));
        jdbc.sql("""
                        insert into desk.duty_phone (id, unit, days, from_hour, to_hour, turn, name, phone)
                        values (:id, :unit, :days, :from, :to, :turn, :name, :phone)
                        """)
                .param("id", UuidCreator.getTimeOrderedEpoch())
                .param("unit", unit)
                .param("days", days)
                .param("from", from)
                .param("to", to)
                .param("turn", turn)
                .param("name", name)
                .param("phone", phone.shown())
                .update();
        journal(unit, "DutyPhoneSet", Map.of("days", days, "from", from, "to", to, "turn", turn, "name", name), by);
    }

    /** @throws NotFound when it is not there */
    public void remove(UUID id, CurrentUser by) {
        String unit = jdbc.sql("delete from desk.duty_phone where id = :id returning unit")
                .param("id", id)
                .query(String.class)
                .optional()
                .orElseThrow(() -> new NotFound("duty telephone", id.toString()));
        journal(unit, "DutyPhoneRemoved", Map.of("id", id.toString()), by);
    }

    private void journal(String unit, String type, Map<String, ?> said, CurrentUser by) {
        history.append(Subject.of("unit", unit), Instants.now(clock), by.actor(), type, json.writeValueAsString(said));
    }

    private static int hour(String field, @Nullable String typed, int least, int most) {
        String text = Text.required(field, typed, 2);
        if (!text.matches("\\d{1,2}") || Integer.parseInt(text) < least || Integer.parseInt(text) > most)
            throw new BadInput(field, "problems.field.unreadable");
        return Integer.parseInt(text);
    }
}
