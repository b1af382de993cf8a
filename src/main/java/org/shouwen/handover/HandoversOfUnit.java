package org.shouwen.handover;

import java.util.List;
import org.shouwen.directory.HangsOn;
import org.shouwen.directory.UnitId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Special reports of a unit that have not been answered. */
@Component
class HandoversOfUnit implements HangsOn {
    private final JdbcClient jdbc;

    HandoversOfUnit(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<Hanging> onUnit(UnitId unit) {
        return List.of(Hanging.of(
                "handovers",
                jdbc.sql(
                                "select number from coordination.handover where unit = :unit and answered_at is null order by handed_at")
                        .param("unit", unit.code())
                        .query(String.class)
                        .list()));
    }
}
