package org.shouwen.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.shouwen.ApiClient;
import org.shouwen.ScreenClient;
import org.shouwen.ShouwenTest;
import org.shouwen.TestClock;
import org.shouwen.access.Role;
import org.shouwen.accounts.Accounts;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A telephone system tells its events in batches: good ones are taken once, bad ones are named and kept. */
@ShouwenTest
class CallEventsTest {
    @LocalServerPort
    int port;

    @Autowired
    Accounts accounts;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TestClock clock;

    @Autowired
    JsonMapper json;

    private JsonNode tell(String source, List<Map<String, Object>> events) throws Exception {
        ApiClient pbx = ApiClient.of(port, accounts, "pbx" + Math.random(), Role.TELEPHONE, null);
        Map<String, Object> batch =
                Map.of("source", source, "sentAt", clock.instant().toString(), "events", events);
        return pbx.post("/api/v1/calls/events", json.writeValueAsString(batch)).ok();
    }

    private static Map<String, Object> event(String id, String type, String call, String at, Object... more) {
        Map<String, Object> e = new HashMap<>(Map.of("id", id, "type", type, "call", call, "at", at + "+08:00"));
        for (int i = 0; i < more.length; i += 2) e.put((String) more[i], more[i + 1]);
        return e;
    }

    private static List<Map<String, Object>> answered(String call, String phone) {
        return List.of(
                event(call + "1", "offered", call, "2026-09-30T09:59:00", "caller", phone, "queue", "12345"),
                event(call + "2", "ringing", call, "2026-09-30T09:59:02", "agent", "agent"),
                event(call + "3", "answered", call, "2026-09-30T09:59:10", "agent", "agent"),
                event(call + "4", "ended", call, "2026-09-30T10:00:00", "side", "caller"));
    }

    private Map<String, Object> call(String source, String ref) {
        return jdbc.sql("select * from desk.call where source = :s and ref = :r")
                .param("s", source)
                .param("r", ref)
                .query()
                .singleRow();
    }

    @Test
    void events_in_any_order_and_again_make_the_same_call_and_are_taken_once() throws Exception {
        List<Map<String, Object>> events = new ArrayList<>(answered("c1", "13800001111"));
        java.util.Collections.reverse(events);
        assertThat(tell("pbx", events.subList(0, 2)).path("taken").asInt()).isEqualTo(2);
        JsonNode rest = tell("pbx", events);
        assertThat(rest.path("taken").asInt()).isEqualTo(2);
        assertThat(rest.path("known").asInt()).isEqualTo(2);
        assertThat(tell("pbx", events).path("taken").asInt()).isZero();
        Map<String, Object> row = call("pbx", "c1");
        assertThat(row)
                .containsEntry("outcome", "ANSWERED")
                .containsEntry("waited_ms", 10_000L)
                .containsEntry("talked_ms", 50_000L)
                .containsEntry(
                        "account", accounts.byLogin("agent").orElseThrow().id());
        assertThat(new String((byte[]) row.get("caller"), java.nio.charset.StandardCharsets.ISO_8859_1))
                .doesNotContain("1380000");
        assertThat(jdbc.sql("select count(*) from history.entry where type = 'CallSettled' and subject_id = :id")
                        .param("id", row.get("id"))
                        .query(Long.class)
                        .single())
                .as("as it stood after the first batch, and as it is")
                .isEqualTo(2);
        assertThat(jdbc.sql("select count(*) from history.entry where body like '%13800001111%'")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void the_same_id_of_another_source_is_another_event() throws Exception {
        tell("north", answered("same", "13800001112"));
        assertThat(tell("south", answered("same", "13800001112")).path("taken").asInt())
                .isEqualTo(4);
    }

    @Test
    void bad_events_of_a_batch_are_named_and_kept_and_the_good_ones_taken() throws Exception {
        JsonNode told = tell(
                "mixed",
                List.of(
                        event("g1", "offered", "m1", "2026-09-30T09:58:00", "caller", List.of("anything")),
                        event("b1", "exploded", "m1", "2026-09-30T09:58:00"),
                        event("b2", "ended", "m1", "yesterday"),
                        event("b3", "ended", "", "2026-09-30T09:58:09"),
                        Map.of(),
                        event("b5", "answered", "m1", "2026-09-30T09:58:09", "waitedMs", -3),
                        event("g2", "abandoned", "m1", "2026-09-30T09:58:20")));
        assertThat(told.path("taken").asInt()).isEqualTo(2);
        List<String> fields = new ArrayList<>();
        for (JsonNode r : told.path("rejected"))
            fields.add(r.path("index").asInt() + " " + r.path("field").asString());
        assertThat(fields).containsExactly("1 type", "2 at", "3 call", "4 type", "5 waitedMs");
        assertThat(call("mixed", "m1")).containsEntry("outcome", "ABANDONED");
        assertThat(jdbc.sql("select count(*) from desk.call_reject where source = 'mixed'")
                        .query(Long.class)
                        .single())
                .isEqualTo(5);
    }

    @Test
    void what_could_not_be_read_is_put_right_on_a_page_and_taken_in_again() throws Exception {
        tell("mend", List.of(event("x1", "offered", "w1", "2026-09-30 09:58", "caller", "13800001113")));
        String id = jdbc.sql("select id from desk.call_reject where source = 'mend'")
                .query(String.class)
                .single();
        ScreenClient dispatcher = ScreenClient.as(port, "dispatcher");
        assertThat(dispatcher.get("/desk/call-rejects").body()).contains("mend", "带时区的 ISO 8601", "重新收入");
        String path = "/desk/call-rejects/" + id + "/corrections";
        assertThat(dispatcher.post(path, Map.of("body", "{\"id\":")).statusCode())
                .isEqualTo(422);
        String right = json.writeValueAsString(event("x1", "offered", "w1", "2026-09-30T09:58:00"));
        assertThat(dispatcher.post(path, Map.of("body", right)).statusCode()).isEqualTo(302);
        assertThat(call("mend", "w1")).containsEntry("outcome", "WAITING");
        assertThat(dispatcher.get("/desk/call-rejects").body()).doesNotContain("mend");
        assertThat(dispatcher.post(path, Map.of("body", right)).statusCode()).isEqualTo(404);
        assertThat(ScreenClient.as(port, "agent").get("/desk/call-rejects").statusCode())
                .isEqualTo(403);
    }

    @Test
    void a_clock_that_is_hours_off_is_on_record_and_the_call_stands_at_our_time() throws Exception {
        ApiClient pbx = ApiClient.of(port, accounts, "late-pbx", Role.TELEPHONE, null);
        Map<String, Object> batch = Map.of(
                "source",
                "late",
                "sentAt",
                "2026-09-30T07:00:00+08:00",
                "events",
                List.of(event("1", "offered", "c", "2026-09-30T06:59:00")));
        pbx.post("/api/v1/calls/events", json.writeValueAsString(batch)).ok();
        assertThat(call("late", "c").get("began"))
                .hasToString(java.sql.Timestamp.from(TestClock.at("2026-09-30T09:59"))
                        .toString());
        assertThat(jdbc.sql("select skew_seconds from desk.call_source where source = 'late'")
                        .query(Long.class)
                        .single())
                .isEqualTo(3 * 3600);
        assertThat(jdbc.sql("select at from desk.call_event where source = 'late'")
                        .query(java.sql.Timestamp.class)
                        .single()
                        .toInstant())
                .as("its own time stays beside it")
                .isEqualTo(TestClock.at("2026-09-30T06:59"));
    }

    @Test
    void two_that_tell_of_the_same_calls_at_once_lose_and_double_nothing() throws Exception {
        List<Map<String, Object>> events = new ArrayList<>();
        for (int i = 0; i < 20; i++) events.addAll(answered("p" + i, "1380000200" + i % 10));
        List<Map<String, Object>> turned = new ArrayList<>(events);
        java.util.Collections.reverse(turned);
        try (var pool = java.util.concurrent.Executors.newVirtualThreadPerTaskExecutor()) {
            var first = pool.submit(() -> tell("both", events).path("taken").asInt());
            var second = pool.submit(() -> tell("both", turned).path("taken").asInt());
            assertThat(first.get() + second.get()).isEqualTo(80);
        }
        assertThat(jdbc.sql("select count(*) from desk.call where source = 'both' and outcome = 'ANSWERED'")
                        .query(Long.class)
                        .single())
                .isEqualTo(20);
    }

    @Test
    void a_batch_without_a_source_or_events_is_refused_whole() throws Exception {
        ApiClient pbx = ApiClient.of(port, accounts, "no-pbx", Role.TELEPHONE, null);
        for (String body : List.of("{}", "{\"source\":\"x\"}", "{\"source\":\"X Y\",\"events\":[{}]}"))
            assertThat(pbx.post("/api/v1/calls/events", body).status()).as(body).isEqualTo(422);
        assertThat(pbx.post("/api/v1/calls/events", "{\"source\":").status()).isEqualTo(400);
    }
}
