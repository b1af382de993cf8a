package org.shouwen.accountability;

import java.util.List;
import org.shouwen.directory.HangsOn;
import org.shouwen.directory.UnitId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Accountability cases of a unit without a finding. */
@Component
class BreachesOfUnit implements HangsOn {
    private final JdbcClient jdbc;

    BreachesOfUnit(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<Hanging> onUnit(UnitId unit) {
        return List.of(Hanging.of(
                "breaches",
                jdbc.sql(
                                "select number from accountability.breach where unit = :unit and found_at is null order by opened_at")
                        .param("unit", unit.code())
                        .query(String.class)
                        .list()));
    }
}
