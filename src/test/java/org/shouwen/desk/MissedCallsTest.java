package org.shouwen.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shouwen.ScreenClient;
import org.shouwen.ShouwenTest;
import org.shouwen.TestClock;
import org.shouwen.accounts.Accounts;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Whom nobody lifted for is called back, and the board on the wall says how the telephones stand. */
@ShouwenTest
class MissedCallsTest {
    @LocalServerPort
    int port;

    @Autowired
    Accounts accounts;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TestClock clock;

    @Autowired
    MissedCalls missed;

    @BeforeEach
    void no_calls_yet() {
        for (String t : List.of("call_event", "call", "missed_call"))
            jdbc.sql("delete from desk." + t).update();
    }

    @Test
    void the_wall_board_says_how_the_telephones_stand() throws Exception {
        assertThat(ScreenClient.as(port, "mayor")
                        .get("/wall")
                        .body()
                        .replaceAll("<b>(\\S+?)</b><span>(.+?)</span>", "$2=$1;"))
                .as("before the first call of the day nothing is answered")
                .contains("接通率=–;", "15 秒内接听=–;");
        Exchange pbx = new Exchange(port, accounts, clock);
        pbx.tell("offered", "never-ended", 2400, "caller", "13800000010");
        pbx.tell("offered", "w1", 40, "caller", "13800000011");
        pbx.tell("abandoned", "w2", 30, "caller", "13800000012", "waitedMs", 3000);
        pbx.tell("answered", "w3", 20, "caller", "13800000013", "agent", "agent", "waitedMs", 9000);
        pbx.tell("agent-ready", "", 20, "agent", "a1");
        pbx.tell("agent-away", "", 10, "agent", "a1");
        pbx.tell("agent-ready", "", 10, "agent", "a2");
        pbx.tell("agent-out", "", 5, "agent", "a3");
        String page = ScreenClient.as(port, "mayor").get("/wall").body();
        assertThat(page.replaceAll("<b>(\\S+?)</b><span>(.+?)</span>", "$2=$1;"))
                .contains(
                        "排队=1;",
                        "最长等候（秒）=40;",
                        "通话中=1;",
                        "待回拨（人）=1;",
                        "坐席示闲=1;",
                        "坐席离席=1;",
                        "呼入=4;",
                        "接听=1;",
                        "接通率=50%;",
                        "其中 1 个不足 5 秒=1;",
                        "平均等候（秒）=9;")
                .doesNotContain("1380000");
        assertThat(ScreenClient.as(port, "heating").get("/wall").statusCode()).isEqualTo(403);
    }

    @Test
    void one_person_who_called_three_times_is_one_task_and_it_ends_when_they_get_through() throws Exception {
        Exchange pbx = new Exchange(port, accounts, clock);
        pbx.tell("abandoned", "m1", 500, "caller", "13800000006");
        pbx.tell("timed-out", "m2", 400, "caller", "+8613800000006");
        pbx.tell("abandoned", "m3", 300, "caller", "95013800000006");
        pbx.tell("abandoned", "other", 250, "caller", "13800000007");
        pbx.tell("abandoned", "nobody", 250, "caller", "anonymous");
        List<MissedCall> tasks = missed.waiting(null, 50).items();
        assertThat(tasks).extracting(MissedCall::times).containsExactly(3, 1);
        ScreenClient agent = ScreenClient.as(port, "agent");
        assertThat(agent.get("/calls").body()).contains("待回拨 2 人", "138****0006", "138****0007");
        assertThat(agent.post("/calls/missed/" + tasks.get(1).id() + "/takings", Map.of())
                        .statusCode())
                .isEqualTo(302);
        assertThat(ScreenClient.as(port, "dispatcher")
                        .post("/calls/missed/" + tasks.get(1).id() + "/takings", Map.of())
                        .statusCode())
                .as("a colleague was first")
                .isEqualTo(412);
        pbx.tell("answered", "m4", 100, "caller", "13800000006", "agent", "agent");
        assertThat(missed.waiting(null, 50).items()).hasSize(1);
        pbx.tell("abandoned", "m0", 700, "caller", "13800000006");
        assertThat(missed.waiting(null, 50).items())
                .as("told late, long answered")
                .hasSize(1);
        pbx.tell("abandoned", "m5", 50, "caller", "13800000006");
        assertThat(missed.waiting(null, 50).items()).as("and called again").hasSize(2);
        assertThat(jdbc.sql("select how from desk.missed_call where ended is not null")
                        .query(String.class)
                        .list())
                .containsExactly("GOT_THROUGH");
        String path = "/calls/missed/" + tasks.get(1).id() + "/endings";
        assertThat(agent.post(path, Map.of("reason", " ")).statusCode()).isEqualTo(422);
        assertThat(agent.post(path, Map.of("reason", "空号")).statusCode()).isEqualTo(302);
        assertThat(missed.waiting(null, 50).items()).hasSize(1);
        assertThat(agent.post(path, Map.of("reason", "空号")).statusCode()).isEqualTo(404);
    }
}
