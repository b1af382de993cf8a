package org.shouwen.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shouwen.ScreenClient;
import org.shouwen.ShouwenTest;
import org.shouwen.TestClock;
import org.shouwen.accounts.Accounts;
import org.shouwen.jobs.Job;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;

/** An agent's day at the telephone: calls come onto the screen, become appeals, are played again, are called back. */
@ShouwenTest
@TestPropertySource(properties = "shouwen.telephone.recordings=target/recordings")
class TelephoneDayTest {
    private static final Pattern RINGS = Pattern.compile("name=\"call\" value=\"([0-9a-f-]{36})\"");

    @LocalServerPort
    int port;

    @Autowired
    Accounts accounts;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TestClock clock;

    @Autowired
    List<Job> jobs;

    private @Nullable Exchange exchange;

    @BeforeEach
    void an_exchange() {
        exchange = new Exchange(port, accounts, clock);
        for (String t : List.of("call_event", "call", "missed_call", "draft"))
            jdbc.sql("delete from desk." + t).update();
    }

    private Exchange pbx() {
        return Objects.requireNonNull(exchange);
    }

    private static String rings(String body) {
        Matcher m = RINGS.matcher(body);
        return m.find() ? m.group(1) : "";
    }

    @Test
    void a_call_is_on_the_screen_within_300_ms_of_its_event() throws Exception {
        ScreenClient agent = ScreenClient.as(port, "agent");
        List<Long> millis = new ArrayList<>();
        String shown = "";
        List<String> numbers =
                List.of("13800000001", "anonymous", "95013800000001", "sip:x@y.invalid", "", "04153123456", "📞");
        try (var pool = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 40; i++) {
                String before = shown;
                Callable<Long> page = () -> {
                    String body = "";
                    while (rings(body).isEmpty() || rings(body).equals(before))
                        body = agent.get("/desk/intake/ringing?wait=yes&shown=" + before)
                                .body();
                    return System.nanoTime();
                };
                Future<Long> seen = pool.submit(page);
                pbx().tell("offered", "p" + i, 1, "caller", numbers.get(i % numbers.size()));
                long told = System.nanoTime();
                pbx().tell("ringing", "p" + i, 0, "agent", "agent");
                millis.add((seen.get() - told) / 1_000_000);
                shown = rings(agent.get("/desk/intake/ringing").body());
                assertThat(shown).as(numbers.get(i % numbers.size())).isNotEmpty();
            }
        }
        millis.sort(Long::compare);
        System.out.println(
                "screen pop ms p50 " + millis.get(20) + " p95 " + millis.get(37) + " max " + millis.getLast());
        assertThat(millis.get(37)).isLessThanOrEqualTo(300);
    }

    @Test
    void whose_telephone_stops_ringing_loses_the_call_and_who_lifted_keeps_it() throws Exception {
        ScreenClient agent = ScreenClient.as(port, "agent");
        ScreenClient dispatcher = ScreenClient.as(port, "dispatcher");
        dispatcher.post("/calls/lines", Map.of("line", "8002"));
        pbx().tell("offered", "c", 9, "caller", "13800000003");
        pbx().tell("ringing", "c", 8, "agent", "agent");
        pbx().tell("ringing", "c", 8, "agent", "8002");
        assertThat(rings(agent.get("/desk/intake/ringing").body())).isNotEmpty();
        assertThat(rings(dispatcher.get("/desk/intake/ringing").body())).isNotEmpty();
        pbx().tell("answered", "c", 2, "agent", "8002");
        assertThat(rings(agent.get("/desk/intake/ringing").body())).isEmpty();
        assertThat(rings(dispatcher.get("/desk/intake/ringing").body())).isNotEmpty();
        pbx().tell("ended", "c", 1);
        assertThat(rings(dispatcher.get("/desk/intake/ringing").body()))
                .as("to be written down after the call")
                .isNotEmpty();
    }

    @Test
    void the_call_belongs_to_the_appeal_with_its_recording_and_each_play_is_on_record() throws Exception {
        byte[] sound = wav();
        Path folder = Files.createDirectories(Path.of("target/recordings"));
        Files.write(folder.resolve("call-9.wav"), sound);
        Files.write(folder.resolve("call-8.wav"), sound);
        pbx().tell("offered", "c9", 100, "caller", "13800000004");
        pbx().tell("ringing", "c9", 98, "agent", "agent");
        pbx().tell("answered", "c9", 95, "agent", "agent");
        ScreenClient agent = ScreenClient.as(port, "agent");
        String call = rings(agent.get("/desk/intake/ringing").body());
        agent.post("/desk/intake/ringing", Map.of("call", call));
        assertThat(agent.get("/desk/intake").body()).contains("13800000004", call);
        agent.upload(
                "/desk/intake",
                Map.of(
                        "key", call,
                        "subject", "",
                        "channel", "phone",
                        "kind", "livelihood",
                        "content", "单元门禁坏了，要求维修",
                        "phone", "13800000004",
                        "rang", "13800000004",
                        "outcome", "later"),
                List.of());
        pbx().tell("ended", "c9", 5, "side", "caller");
        pbx().tell("recording-ready", "c9", 4, "recording", "/var/spool/../call-9.wav");
        pbx().tell("offered", "c8", 100, "caller", "13800000005");
        pbx().tell("recording-ready", "c8", 4, "recording", "call-8.wav", "sha256", "0".repeat(64));
        jobs.stream().filter(j -> j.name().equals("call-recordings")).forEach(Job::run);
        String number = jdbc.sql("select subject from desk.call_use where call = cast(:c as uuid)")
                .param("c", call)
                .query(String.class)
                .single();
        String page = agent.get("/calls/of/" + number).body();
        assertThat(page)
                .contains("138****0004", "已接听", "/calls/" + call + "/recording", "<td class=\"sw-num\">90</td>");
        assertThat(ScreenClient.as(port, "heating").get("/calls/of/" + number).statusCode())
                .isEqualTo(403);
        assertThat(agent.bytes("/calls/" + call + "/recording")).isEqualTo(sound);
        assertThat(jdbc.sql("""
                                select actor_name from history.entry where type = 'RecordingPlayed'
                                and subject_id = cast(:c as uuid)
                                """).param("c", call).query(String.class).list()).hasSize(1);
        assertThat(jdbc.sql("select recording_problem from desk.call where ref = 'c8'")
                        .query(String.class)
                        .single())
                .as("is not what the exchange said it is")
                .isEqualTo("other-digest");
        assertThat(ScreenClient.as(port, "agent")
                        .get("/calls/" + UUID.randomUUID() + "/recording")
                        .statusCode())
                .isEqualTo(404);
    }

    private static byte[] wav() {
        byte[] head =
                "RIFF$\u0010\0\0WAVEfmt \u0010\0\0\0\u0001\0\u0001\0@\u001f\0\0\0\0\0\0\u0002\0\u0010\0data\0\u0010\0\0"
                        .getBytes(StandardCharsets.ISO_8859_1);
        return Arrays.copyOf(head, head.length + 4096);
    }
}
