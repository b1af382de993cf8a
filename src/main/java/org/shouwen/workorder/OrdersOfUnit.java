package org.shouwen.workorder;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouwen.directory.Directory;
import org.shouwen.directory.HangsOn;
import org.shouwen.directory.UnitId;
import org.shouwen.history.Actor;
import org.shouwen.regulation.Basis;
import org.shouwen.regulation.Clause;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Open orders and parts that hang on a unit or an officer; orders go on to another unit, with fresh clocks. */
@Component
@Basis(Clause.A13_5)
class OrdersOfUnit implements HangsOn {
    private static final String OPEN = "state in ('AWAITING_RECEIPT', 'IN_HAND', 'REPORTED')";
    private static final String UNREPORTED = "state in ('AWAITING_RECEIPT', 'IN_HAND')";

    private final JdbcClient jdbc;
    private final WorkOrders orders;
    private final Directory directory;

    OrdersOfUnit(JdbcClient jdbc, WorkOrders orders, Directory directory) {
        this.jdbc = jdbc;
        this.orders = orders;
        this.directory = directory;
    }

    @Override
    public List<Hanging> onUnit(UnitId unit) {
        return List.of(
                Hanging.of("orders", led(unit, OPEN)),
                Hanging.of(
                        "parts",
                        jdbc.sql("select number from workorder.work_order where " + UNREPORTED
                                        + " and assisting <> '{}' and assisting @> cast(:units as text[]) order by id")
                                .param("units", new String[] {unit.code()})
                                .query(String.class)
                                .list()));
    }

    @Override
    public List<Hanging> onSection(UUID section) {
        return List.of(Hanging.of(
                "section",
                jdbc.sql("select number from workorder.work_order where section = :section and " + OPEN
                                + " order by id")
                        .param("section", section)
                        .query(String.class)
                        .list()));
    }

    @Override
    public List<Hanging> onOfficer(UUID officer) {
        return List.of(Hanging.of("held", held(officer)));
    }

    @Override
    public void handOver(UnitId from, UnitId to, Actor by) {
        String reason = directory.name(from) + " 撤并，由 " + directory.name(to) + " 承接";
        for (String number : led(from, UNREPORTED)) orders.handOn(number, to, reason, by);
    }

    @Override
    public void handOver(UUID officer, @Nullable UUID to, Actor by) {
        for (String number : held(officer)) orders.reassign(number, officer, to, by);
    }

    private List<String> led(UnitId unit, String states) {
        return jdbc.sql("select number from workorder.work_order where lead_unit = :unit and " + states
                        + " order by id")
                .param("unit", unit.code())
                .query(String.class)
                .list();
    }

    private List<String> held(UUID officer) {
        return jdbc.sql("select number from workorder.work_order where officer = :officer and " + OPEN + " order by id")
                .param("officer", officer)
                .query(String.class)
                .list();
    }
}
