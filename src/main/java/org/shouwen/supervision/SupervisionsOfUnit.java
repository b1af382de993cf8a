package org.shouwen.supervision;

import java.util.List;
import org.shouwen.directory.HangsOn;
import org.shouwen.directory.UnitId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Supervisions that a unit has not answered. */
@Component
class SupervisionsOfUnit implements HangsOn {
    private final JdbcClient jdbc;

    SupervisionsOfUnit(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<Hanging> onUnit(UnitId unit) {
        return List.of(Hanging.of(
                "supervisions",
                jdbc.sql(
                                "select number from supervision.supervision where unit = :unit and answered_at is null and escalated_at is null and ended_at is null order by issued_at")
                        .param("unit", unit.code())
                        .query(String.class)
                        .list()));
    }
}
