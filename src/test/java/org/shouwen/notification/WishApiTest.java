package org.shouwen.notification;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.shouwen.ApiClient;
import org.shouwen.ShouwenTest;
import org.shouwen.access.Role;
import org.shouwen.accounts.Accounts;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A wish how to be told comes over the API as it comes over the forms (Art. 13.7). */
@ShouwenTest
class WishApiTest {
    private static int next;

    @Autowired
    Accounts accounts;

    @Autowired
    JdbcClient jdbc;

    @LocalServerPort
    int port;

    private ApiClient as(Role role, String unit) {
        return ApiClient.of(port, accounts, "wish-" + next++, role, unit.isEmpty() ? null : unit);
    }

    private String wished(String number) {
        return jdbc.sql(
                        "select way from messages.wish w join intake.appeal a on a.appellant = w.appellant where a.number = :n")
                .param("n", number)
                .query(String.class)
                .optional()
                .orElse("");
    }

    private static String body(String wish, String who) {
        return """
                {"channel": "wechat", "kind": "consultation", "content": "问一下办证时间", "wish": "%s", "appellant": {%s}}""".formatted(wish, who);
    }

    @Test
    void a_program_says_how_its_person_wishes_to_be_told() throws Exception {
        ApiClient program = as(Role.AGENT, "");
        String number = program.post(
                        "/api/v1/appeals", body("MAIL", "\"channelAccount\": \"mailto:li@example.invalid\""))
                .ok()
                .at("/number")
                .asString();
        assertThat(wished(number)).isEqualTo("MAIL");
        ApiClient.Answer none = program.post("/api/v1/appeals", body("LETTER", "\"phone\": \"13811119940\""));
        assertThat(none.status()).isEqualTo(422);
        assertThat(none.text("/fields/0/field")).isEqualTo("wish");
        ApiClient.Answer unknown = program.post("/api/v1/appeals", body("PIGEON", "\"phone\": \"13811119940\""));
        assertThat(unknown.status()).isEqualTo(422);
        assertThat(unknown.text("/fields/0/field")).isEqualTo("wish");
        String silent = program.post("/api/v1/appeals", body("", "\"phone\": \"13811119941\""))
                .ok()
                .at("/number")
                .asString();
        assertThat(wished(silent)).isEmpty();
    }

    @Test
    void a_unit_hands_on_what_its_visitor_wishes() throws Exception {
        String number = as(Role.UNIT_DESK, "heating")
                .post("/api/v1/unit-appeals", """
                        {"appeal": {"channel": "visit", "kind": "livelihood", "content": "暖气不热", "wish": "telephone",
                          "appellant": {"phone": "13811119942"}}, "decided": {"outcome": "platform"}}""")
                .ok()
                .at("/number")
                .asString();
        assertThat(wished(number)).isEqualTo("TELEPHONE");
    }

    @Test
    void a_citizens_own_program_says_it_with_a_mail_address_of_its_own() throws Exception {
        String number = new ApiClient(port, "")
                .post("/api/v1/portal/appeals", """
                        {"kind": "consultation", "content": "问一下公交路线", "wish": "MAIL", "appellant": {"mail": "li@example.invalid"}}""")
                .ok()
                .at("/number")
                .asString();
        assertThat(wished(number)).isEqualTo("MAIL");
    }
}
