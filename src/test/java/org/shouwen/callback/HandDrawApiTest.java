package org.shouwen.callback;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.shouwen.ApiClient;
import org.shouwen.Cases;
import org.shouwen.People;
import org.shouwen.ShouwenTest;
import org.shouwen.TestClock;
import org.shouwen.access.Role;
import org.shouwen.accounts.Account;
import org.shouwen.accounts.Accounts;
import org.shouwen.directory.UnitId;
import org.shouwen.history.Actor;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/** Article 14 by the API: drawn by hand, given to an agent, called by the agent's dialler and by nobody else's. */
@ShouwenTest
class HandDrawApiTest {
    @Autowired
    Accounts accounts;

    @Autowired
    Cases cases;

    @Autowired
    GivenCallbacks given;

    @Autowired
    HandDraws draws;

    @Autowired
    TestClock clock;

    @LocalServerPort
    int port;

    @Test
    void drawn_given_and_called_by_programs() throws Exception {
        clock.set("2026-10-12T10:00");
        String number = cases.aCase()
                .dispatchedTo("heating")
                .received()
                .reported()
                .closed()
                .number();
        ApiClient supervisor = ApiClient.of(port, accounts, "drawer", Role.SUPERVISOR, null);
        ApiClient dialler = ApiClient.of(port, accounts, "dialler", Role.AGENT, null);
        ApiClient another = ApiClient.of(port, accounts, "dialler-2", Role.AGENT, null);
        String draws = "/api/v1/callbacks/draws";
        assertThat(dialler.get(draws).status()).isEqualTo(403);
        assertThat(supervisor
                        .post(draws, "{\"from\":\"2026-10-12\",\"to\":\"2026-10-12\"}")
                        .status())
                .as("no rate")
                .isEqualTo(422);
        JsonNode drawn = supervisor
                .post(draws, "{\"from\":\"2026-10-12\",\"to\":\"2026-10-12\",\"unit\":\"heating\",\"percent\":100}")
                .ok();
        assertThat(drawn.get("drawn").asInt()).isPositive();
        assertThat(supervisor.get(draws).ok().get(0).get("id")).isEqualTo(drawn.get("id"));

        String agent = "";
        for (JsonNode a : supervisor.get("/api/v1/callbacks/agents").ok())
            if (a.get("name").asString().equals("dialler"))
                agent = a.get("account").asString();
        assertThat(agent).isNotEmpty();
        JsonNode given = supervisor
                .post("/api/v1/callbacks/givings", "{\"agent\":\"" + agent + "\",\"many\":500}")
                .ok();
        assertThat(given.get("given").asInt()).isPositive();

        String id = "";
        for (JsonNode c : dialler.get("/api/v1/given-callbacks").ok())
            if (c.get("orderNumber").asString().equals(number)) id = c.get("id").asString();
        assertThat(id).isNotEmpty();
        assertThat(another.get("/api/v1/given-callbacks").ok().size()).isZero();
        String calls = "/api/v1/given-callbacks/" + id + "/calls";
        String said = "{\"reached\":true,\"truthful\":true,\"resolved\":true,\"satisfied\":true,\"words\":\"好\"}";
        assertThat(another.post(calls, said).status()).isEqualTo(404);
        assertThat(dialler.post(calls, "{\"reached\":true}").status())
                .as("not asked")
                .isEqualTo(422);
        assertThat(dialler.post(calls, said).ok().get("state").asString()).isEqualTo("REACHED");
    }

    @Test
    void what_an_agent_who_left_was_given_is_given_to_another() {
        clock.set("2026-10-09T10:00");
        cases.aCase().dispatchedTo("heating").received().reported().closed();
        LocalDate day = LocalDate.parse("2026-10-09");
        draws.draw(day, day, new UnitId("heating"), 100, People.SUPERVISOR);
        Account leaves = accounts.create("calls-leaves", "离岗坐席", null, null, Set.of(Role.AGENT))
                .account();
        Account stays = accounts.create("calls-stays", "在岗坐席", null, null, Set.of(Role.AGENT))
                .account();
        int had = given.give(leaves.id(), 500, People.SUPERVISOR);
        assertThat(had).isPositive();
        assertThat(given.ungiven()).isZero();
        accounts.change(leaves.with(leaves.name(), null, leaves.roles(), false, leaves.version()), Actor.SYSTEM);
        assertThat(given.ungiven()).isEqualTo(had);
        assertThat(given.give(stays.id(), 500, People.SUPERVISOR)).isEqualTo(had);
        assertThat(given.ungiven()).isZero();
    }
}
