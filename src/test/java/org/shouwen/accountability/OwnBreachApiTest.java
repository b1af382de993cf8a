package org.shouwen.accountability;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.shouwen.ApiClient;
import org.shouwen.ShouwenTest;
import org.shouwen.access.Role;
import org.shouwen.accounts.Accounts;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/** Article 22 by the API: the unit finds the case against it, answers until the hearing, and has read the finding. */
@ShouwenTest
class OwnBreachApiTest {
    @Autowired
    Accounts accounts;

    @LocalServerPort
    int port;

    @Test
    void a_unit_answers_and_reads_by_its_own_system() throws Exception {
        ApiClient opener = ApiClient.of(port, accounts, "b-open", Role.BUREAU, null);
        ApiClient hearer = ApiClient.of(port, accounts, "b-hear", Role.BUREAU, null);
        ApiClient finder = ApiClient.of(port, accounts, "b-find", Role.BUREAU, null);
        ApiClient unit = ApiClient.of(port, accounts, "heating-system", Role.UNIT_DESK, "heating");
        ApiClient other = ApiClient.of(port, accounts, "housing-system", Role.UNIT_DESK, "housing");
        String number = opener.post(
                        "/api/v1/breaches", "{\"unit\":\"heating\",\"ground\":\"A22_1\",\"words\":\"首问未受理\"}")
                .ok()
                .get("number")
                .asString();
        String own = "/api/v1/unit-breaches/" + number;
        assertThat(unit.get("/api/v1/unit-breaches").ok().get("items").toString())
                .contains(number);
        assertThat(other.get("/api/v1/unit-breaches").ok().toString()).doesNotContain(number);
        assertThat(other.get(own).status()).isEqualTo(404);
        assertThat(other.post(own + "/answers", "{\"words\":\"与我无关\"}").status())
                .isEqualTo(404);
        assertThat(opener.get(own).status()).as("the Bureau has its own door").isEqualTo(403);
        assertThat(unit.post(own + "/answers", "{\"words\":\" \"}").status() / 100)
                .isEqualTo(4);
        JsonNode answered =
                unit.post(own + "/answers", "{\"words\":\"当日已电话说明\"}").ok();
        assertThat(answered.toString()).contains("当日已电话说明");
        assertThat(unit.post(own + "/readings", "{}").status())
                .as("nothing to read yet")
                .isEqualTo(409);
        hearer.post("/api/v1/breaches/" + number + "/hearings", "{\"words\":\"当面陈述\"}")
                .ok();
        assertThat(unit.post(own + "/answers", "{\"words\":\"再说\"}").status())
                .as("heard")
                .isEqualTo(409);
        finder.post("/api/v1/breaches/" + number + "/findings", "{\"upheld\":false,\"finding\":\"不属实\"}")
                .ok();
        assertThat(unit.post(own + "/readings", "{}").ok().toString()).contains("heating-system");
    }
}
