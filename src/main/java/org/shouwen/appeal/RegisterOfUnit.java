package org.shouwen.appeal;

import java.util.List;
import org.shouwen.directory.HangsOn;
import org.shouwen.directory.UnitId;
import org.shouwen.regulation.Basis;
import org.shouwen.regulation.Clause;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What stands in a unit's own register (Art. 10) and has no outcome: somebody was told at its counter that it is taken. Who
 * was asked first is a fact and goes to nobody else, so that the unit stays until the desk has decided; what became an order
 * of the unit's own hangs on it as an order.
 */
@Component
@Basis({Clause.A10_1, Clause.A10_2})
class RegisterOfUnit implements HangsOn {
    private final JdbcClient jdbc;

    RegisterOfUnit(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<Hanging> onUnit(UnitId unit) {
        return List.of(Hanging.of(
                "register",
                jdbc.sql("select number from intake.appeal where unit = :unit and state = 'WAITING' order by id")
                        .param("unit", unit.code())
                        .query(String.class)
                        .list()));
    }
}
