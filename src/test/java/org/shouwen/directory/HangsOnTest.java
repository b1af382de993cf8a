package org.shouwen.directory;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shouwen.ApiClient;
import org.shouwen.ScreenClient;
import org.shouwen.ShouwenTest;
import org.shouwen.TestClock;
import org.shouwen.access.Role;
import org.shouwen.accounts.Account;
import org.shouwen.accounts.Accounts;
import org.shouwen.history.Actor;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Case B05: nothing is switched off without looking at what hangs on it. */
@ShouwenTest
class HangsOnTest {
    private static final UnitId CLOSING = new UnitId("zzclose");

    @Autowired
    Accounts accounts;

    @Autowired
    Units units;

    @Autowired
    Directory directory;

    @Autowired
    TestClock clock;

    @LocalServerPort
    int port;

    private ApiClient desk;
    private ScreenClient admin;

    @BeforeEach
    void people() throws Exception {
        clock.set("2026-09-30T10:00");
        desk = ApiClient.of(port, accounts, "hangs-desk", Role.DISPATCHER, null);
        admin = ScreenClient.as(port, "admin");
        if (directory.unit(CLOSING).isEmpty())
            units.create(new Unit(CLOSING, "试撤并局", UnitKind.BUREAU, "甲", "乙", "受理处", "", true, 0), Actor.SYSTEM);
    }

    private String order() throws Exception {
        ApiClient.Answer made = desk.post("/api/v1/appeals", """
                {"channel":"phone","kind":"livelihood","content":"试撤并","appellant":{"name":"李测试","phone":"13900000021"},
                 "outcome":{"type":"order","title":"试件"}}""");
        made.ok();
        String number = made.text("/number");
        act(number, "dispatches", "{\"lead\":\"zzclose\",\"limitClass\":\"ordinary\"}");
        return number;
    }

    private void act(String number, String act, String body) throws Exception {
        desk.post("/api/v1/work-orders/" + number + "/" + act, body).ok();
    }

    private java.net.http.HttpResponse<String> close(Map<String, String> more) throws Exception {
        Unit u = directory.unit(CLOSING).orElseThrow();
        Map<String, String> form = new HashMap<>(Map.of(
                "name",
                u.name(),
                "kind",
                "BUREAU",
                "head",
                "甲",
                "leaderInCharge",
                "乙",
                "desk",
                "受理处",
                "version",
                String.valueOf(u.version())));
        form.putAll(more);
        return admin.post("/admin/units/zzclose", form);
    }

    @Test
    void a_unit_with_open_orders_and_duties_is_not_closed_and_the_list_says_why() throws Exception {
        String number = order();
        units.addDuty(new DutyEntry("heat-cold", "210602", CLOSING), Actor.SYSTEM);
        var refused = close(Map.of());
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("件工单未办结").contains(number).contains("职责清单里还有 1 条");
        assertThat(directory.unit(CLOSING).orElseThrow().active()).isTrue();
    }

    @Test
    void closed_with_a_successor_its_orders_and_duties_go_there_in_the_same_act() throws Exception {
        String number = order();
        assertThat(close(Map.of("successor", "zzclose")).statusCode()).isEqualTo(422);
        assertThat(close(Map.of("successor", "heating")).statusCode()).isEqualTo(302);
        assertThat(directory.unit(CLOSING).orElseThrow().active()).isFalse();
        assertThat(directory.duties()).noneMatch(d -> d.unit().equals(CLOSING));
        assertThat(desk.get("/api/v1/work-orders/" + number).text("/order/duty/lead"))
                .contains("heating");
        units.change(opened(), Actor.SYSTEM);
    }

    private Unit opened() {
        Unit u = directory.unit(CLOSING).orElseThrow();
        return new Unit(
                u.id(), u.name(), u.kind(), u.head(), u.leaderInCharge(), u.desk(), u.phone(), true, u.version());
    }

    @Test
    void an_officer_who_holds_an_order_leaves_only_when_somebody_takes_it() throws Exception {
        String number = order();
        Officer holder = officer("持单人");
        Officer taker = officer("接单人");
        ApiClient unit = ApiClient.of(port, accounts, "hangs-unit", Role.UNIT_DESK, "zzclose");
        unit.post("/api/v1/work-orders/" + number + "/receipts", "").ok();
        unit.post("/api/v1/work-orders/" + number + "/assignments", "{\"officer\":\"" + holder.id() + "\"}")
                .ok();
        var refused = leave(holder, "");
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("手上还有 1 件工单").contains(number);
        assertThat(leave(holder, UUID.randomUUID().toString()).statusCode()).isEqualTo(422);
        assertThat(leave(holder, taker.id().toString()).statusCode()).isEqualTo(302);
        assertThat(desk.get("/api/v1/work-orders/" + number).text("/order/duty/officer"))
                .isEqualTo(taker.id().toString());
        assertThat(leave(taker, "desk").statusCode()).isEqualTo(302);
        assertThat(desk.get("/api/v1/work-orders/" + number).text("/order/duty/officer"))
                .isEmpty();
    }

    @Test
    void a_section_that_has_orders_is_not_removed() throws Exception {
        String number = order();
        Section section = units.addSection(CLOSING, "试办科", Actor.SYSTEM);
        ApiClient unit = ApiClient.of(port, accounts, "hangs-section", Role.UNIT_DESK, "zzclose");
        unit.post("/api/v1/work-orders/" + number + "/receipts", "").ok();
        unit.post("/api/v1/work-orders/" + number + "/assignments", "{\"section\":\"" + section.id() + "\"}")
                .ok();
        var refused = admin.post(
                "/admin/units/zzclose/sections",
                Map.of("id", section.id().toString(), "name", section.name(), "remove", "true"));
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("还有 1 件工单交给该科室", number);
        assertThat(directory.section(section.id())).isPresent();
    }

    private Officer officer(String name) {
        return units.putOfficer(new Officer(Units.newId(), CLOSING, null, name, "", "", true), Actor.SYSTEM);
    }

    private java.net.http.HttpResponse<String> leave(Officer o, String to) throws Exception {
        return admin.post(
                "/admin/units/zzclose/officers",
                Map.of("id", o.id().toString(), "name", o.name(), "active", "false", "to", to));
    }

    @Test
    void the_last_desk_account_of_a_unit_with_open_orders_stays() throws Exception {
        order();
        Account made = accounts.create("zz-desk", "受理员", "zzclose", null, java.util.Set.of(Role.UNIT_DESK))
                .account();
        var refused = admin.post(
                "/admin/accounts/" + made.id(),
                Map.of(
                        "name",
                        made.name(),
                        "unit",
                        "zzclose",
                        "role",
                        "UNIT_DESK",
                        "version",
                        String.valueOf(made.version())));
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(accounts.get(made.id()).active()).isTrue();
        assertThat(List.of(made.unit())).contains("zzclose");
    }
}
