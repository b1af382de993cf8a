package org.shouwen.roster;

import java.time.InstantSource;
import java.util.List;
import org.shouwen.calendar.Limits;
import org.shouwen.directory.HangsOn;
import org.shouwen.directory.UnitId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Shifts that a unit has still to fill. */
@Component
class ShiftsOfUnit implements HangsOn {
    private final JdbcClient jdbc;
    private final InstantSource clock;

    ShiftsOfUnit(JdbcClient jdbc, InstantSource clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    public List<Hanging> onUnit(UnitId unit) {
        return List.of(Hanging.of(
                "shifts",
                jdbc.sql(
                                "select cast(day as text) from roster.shift where unit = :unit and state = 'PLANNED' and day >= :today order by day")
                        .param("unit", unit.code())
                        .param("today", clock.instant().atZone(Limits.ZONE).toLocalDate())
                        .query(String.class)
                        .list()));
    }
}
