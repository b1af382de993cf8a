package org.shouwen.appeal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shouwen.ApiClient;
import org.shouwen.ShouwenTest;
import org.shouwen.access.Role;
import org.shouwen.accounts.Accounts;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Article 8.3 at the doors of staff's programs: wrong fields keep no danger from the desk, and the number is told. */
@ShouwenTest
class DangerThroughTheApiTest {
    private static final String DANGER = "锦山大街8号楼着火了，老人还困在六楼";
    private static int next;

    @LocalServerPort
    int port;

    @Autowired
    Accounts accounts;

    @Autowired
    Appeals appeals;

    @Autowired
    DangerAlarms alarms;

    private ApiClient desk;

    @BeforeEach
    void program() {
        desk = new ApiClient(port, accounts.token("danger-" + next++, Set.of(Role.AGENT), null));
    }

    @Test
    void whatever_is_wrong_is_left_out_and_said_and_kept_in_the_note() throws Exception {
        ApiClient.Answer answer = desk.post("/api/v1/appeals", """
                {"channel":"pigeon","kind":"gossip","matterClass":"火灾","place":"火星","happenedAt":"%s","content":"%s",
                 "writtenAt":"昨天","appellant":{"name":"沈如一","phone":"12"},
                 "outcome":{"type":"shrugged"}}""".formatted("刚".repeat(200), DANGER));
        assertThat(answer.status()).as(answer.body().toString()).isEqualTo(201);
        assertThat(answer.text("/urgency/kind")).isEqualTo("danger");
        assertThat(answer.text("/urgency/call/0/numbers/0")).isEqualTo("119");
        assertThat(answer.body().at("/left").toString()).contains("appellant.phone", "writtenAt");
        Appeal a = appeals.get(answer.text("/number"));
        assertThat(a.state()).isEqualTo(Appeal.State.WAITING);
        assertThat(a.words().content()).isEqualTo(DANGER);
        assertThat(a.words().note()).contains("pigeon", "火灾", "火星", "刚".repeat(200), "昨天");
        assertThat(alarms.find(a.id())).get().matches(DangerAlarm::open);
    }

    @Test
    void a_wrong_or_refused_outcome_leaves_it_waiting_with_its_alarm() throws Exception {
        String words = "{\"channel\":\"phone\",\"kind\":\"livelihood\",\"content\":\"" + DANGER + "\",\"outcome\":%s}";
        for (String outcome : new String[] {
            "{\"type\":\"shrugged\"}",
            "{\"type\":\"reminder\",\"order\":\"20200101-000001\"}",
            "{\"type\":\"guided\",\"target\":\"\"}"
        }) {
            ApiClient.Answer answer = desk.post("/api/v1/appeals", words.formatted(outcome));
            assertThat(answer.status()).as(outcome + answer.body()).isEqualTo(201);
            Appeal a = appeals.get(answer.text("/number"));
            assertThat(a.state()).as(outcome).isEqualTo(Appeal.State.WAITING);
            assertThat(alarms.find(a.id())).as(outcome).get().matches(DangerAlarm::open);
            assertThat(answer.body().at("/left")).as(outcome).isNotEmpty();
        }
    }

    @Test
    void a_units_own_program_is_heard_as_well_and_the_desk_gets_it() throws Exception {
        ApiClient unit = new ApiClient(port, accounts.token("danger-unit", Set.of(Role.UNIT_DESK), "heating"));
        ApiClient.Answer answer = unit.post(
                "/api/v1/unit-appeals",
                "{\"appeal\":{\"content\":\"" + DANGER + "\",\"appellant\":{\"phone\":\"1\"}}}");
        assertThat(answer.status()).as(answer.body().toString()).isEqualTo(201);
        assertThat(answer.text("/urgency/call/0/numbers/0")).isEqualTo("119");
        assertThat(alarms.find(appeals.get(answer.text("/number")).id())).isPresent();
    }

    @Test
    void words_without_danger_are_refused_as_before() throws Exception {
        ApiClient.Answer answer =
                desk.post("/api/v1/appeals", "{\"channel\":\"pigeon\",\"content\":\"路灯不亮\",\"writtenAt\":\"昨天\"}");
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.body().toString()).contains("writtenAt");
    }
}
