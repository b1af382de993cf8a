package org.shouwen.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shouwen.Cases;
import org.shouwen.People;
import org.shouwen.ScreenClient;
import org.shouwen.ShouwenTest;
import org.shouwen.TestClock;
import org.shouwen.appeal.AnAppeal;
import org.shouwen.directory.PlaceCode;
import org.shouwen.directory.PlaceReader;
import org.shouwen.directory.UnitId;
import org.shouwen.history.VerificationProbe;
import org.shouwen.identity.Identity;
import org.shouwen.notification.Outbox;
import org.shouwen.notification.SentMessage;
import org.shouwen.problems.BadInput;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Outages as they are offered to whoever calls or asks about their place, and put right when they said something wrong. */
@ShouwenTest
class OutagesForPlacesTest {
    @LocalServerPort
    int port;

    @Autowired
    Outages outages;

    @Autowired
    OutageCallers callers;

    @Autowired
    Outbox outbox;

    @Autowired
    Cases cases;

    @Autowired
    PlaceReader places;

    @Autowired
    TestClock clock;

    @Autowired
    VerificationProbe verification;

    @BeforeEach
    void none() {
        clock.set("2026-09-30T10:00");
        for (Outage o : outages.open()) outages.withdraw(o.id(), People.SUPERVISOR);
    }

    private Outage outage(String title, @Nullable String place) {
        Instant now = clock.instant();
        return outages.announce(
                new UnitId("heating"),
                title,
                "抢修中",
                code(place),
                now,
                now.plus(Duration.ofHours(8)),
                People.desk("heating"));
    }

    private @Nullable PlaceCode code(@Nullable String place) {
        return places.one("place", place, all -> new BadInput("place", "problems.field.unknown", all));
    }

    private static String beside(ScreenClient agent, Map<String, String> typed) throws Exception {
        Map<String, String> all = new HashMap<>(typed);
        all.put("subject", "");
        return agent.post("/desk/intake/answers", all).body();
    }

    @Test
    void the_words_of_a_call_bring_it_while_no_place_is_typed_and_a_tick_keeps_it() throws Exception {
        Outage o = outage("锦山大街停热", "振兴区");
        ScreenClient agent = ScreenClient.as(port, "agent");
        for (String words : new String[] {"振兴区这边家里没暖气", "锦山大街没暖气"})
            assertThat(beside(agent, Map.of("content", words))).as(words).contains("锦山大街停热");
        assertThat(beside(agent, Map.of("content", "元宝区这边家里没暖气"))).doesNotContain("锦山大街停热");
        assertThat(beside(agent, Map.of("content", "锦山大街没暖气", "placeName", "元宝区")))
                .as("the place that was typed counts")
                .doesNotContain("锦山大街停热");
        assertThat(beside(agent, Map.of("content", "别的事", "placeName", "元宝区", "outage." + o.id(), "on")))
                .contains("锦山大街停热")
                .contains("name=\"outage." + o.id() + "\" value=\"on\" checked");
    }

    @Test
    void its_unit_puts_right_what_it_says() throws Exception {
        Outage o = outage("六纬路停热", "振兴区");
        String corrections = "/outages/" + o.id() + "/corrections";
        Map<String, String> right = Map.of("title", "七纬路停热", "text", "今晚恢复", "placeName", "元宝区");
        assertThat(ScreenClient.as(port, "housing").post(corrections, right).statusCode())
                .as("another unit's")
                .isEqualTo(404);
        ScreenClient heating = ScreenClient.as(port, "heating");
        Map<String, String> nowhere = Map.of("title", "七纬路停热", "text", "今晚恢复", "placeName", "没有这个区");
        assertThat(heating.post(corrections, nowhere).body()).contains("没有这个区").contains("七纬路停热");
        assertThat(heating.post(corrections, right).statusCode()).isEqualTo(302);
        assertThat(beside(ScreenClient.as(port, "agent"), Map.of("content", "", "placeName", "元宝区")))
                .contains("七纬路停热")
                .contains("今晚恢复");
        assertThat(verification.findings()).isEmpty();
    }

    @Test
    void a_planned_one_is_moved_to_another_day_and_whoever_is_joined_reads_when() throws Exception {
        ScreenClient heating = ScreenClient.as(port, "heating");
        Map<String, String> planned = new HashMap<>(times("2026-09-30T13:00", "2026-09-30T17:00"));
        planned.putAll(Map.of("title", "十二纬路换管停热", "text", "换管", "placeName", "振兴区"));
        assertThat(heating.post("/outages", planned).statusCode()).isEqualTo(302);
        Outage o = outages.open().getFirst();
        String number = cases.aCase(AnAppeal.saying("下午停热吗").by(Identity.of("何其正", "13904150031", "", null)))
                .dispatchedTo("heating")
                .number();
        callers.joinCaller(o.id(), number);
        String times = "/outages/" + o.id() + "/times";
        for (String[] bad : new String[][] {
            {"2026-10-01T13:00", "2026-10-01T12:00"},
            {"2026-09-29T13:00", "2026-09-30T09:00"},
            {"明天", "2026-10-01T17:00"}
        }) {
            var refused = heating.post(times, times(bad[0], bad[1]));
            assertThat(refused.statusCode()).isEqualTo(422);
            assertThat(refused.body()).contains("value=\"" + bad[0] + "\"").contains("value=\"" + bad[1] + "\"");
        }
        clock.set("2026-09-30T14:00");
        Map<String, String> tomorrow = times("2026-10-01T13:00", "2026-10-01T17:30");
        assertThat(ScreenClient.as(port, "housing").post(times, tomorrow).statusCode())
                .as("another unit's")
                .isEqualTo(404);
        assertThat(heating.post(times, tomorrow).statusCode()).isEqualTo(302);
        assertThat(outages.open())
                .singleElement()
                .satisfies(n -> assertThat(n.planned()).isTrue());
        assertThat(told(number))
                .containsExactly("您反映的十二纬路换管停热（诉求 " + number + "），时间改为 10月1日 13:00 起，预计 10月1日 17:30 恢复。换管");
        assertThat(ScreenClient.nobody(port).get("/answers").body()).contains("明天 13:00 至 明天 17:30");
        heating.post(times, times("2026-10-06T13:00", "2026-10-06T17:00"));
        assertThat(ScreenClient.nobody(port).get("/answers").body()).doesNotContain("十二纬路");
        assertThat(heating.get("/outages").body()).contains("2026-10-06T13:00");
        heating.post(times, times("2026-09-30T13:30", "2026-09-30T17:00"));
        assertThat(outages.open())
                .singleElement()
                .satisfies(n -> assertThat(n.planned()).isFalse());
        outages.withdraw(o.id(), People.desk("heating"));
        assertThat(heating.post(times, tomorrow).body()).contains("已撤下，不能再改");
        assertThat(told(number)).hasSize(4);
        assertThat(verification.findings()).isEmpty();
    }

    private static Map<String, String> times(String begins, String ends) {
        return Map.of("begins", begins, "ends", ends);
    }

    private List<String> told(String number) {
        return outbox.of(number).stream()
                .filter(m -> m.moment().name().startsWith("OUTAGE"))
                .map(SentMessage::text)
                .toList();
    }

    @Test
    void citizens_read_those_of_their_district_and_at_home_the_first_three() throws Exception {
        outage("八纬路停热", "振兴区");
        outage("九纬路停热", "元宝区");
        outage("十纬路停热", "元宝区");
        ScreenClient citizen = ScreenClient.nobody(port);
        assertThat(citizen.get("/ask/livelihood").body()).doesNotContain("纬路停热");
        assertThat(citizen.get("/answers/outages?place=" + PlaceCode.stored(code("振兴区")))
                        .body())
                .contains("八纬路停热")
                .doesNotContain("九纬路停热");
        outage("全市降压供水", null);
        assertThat(citizen.get("/answers/outages?place=x").body())
                .contains("全市降压供水")
                .doesNotContain("纬路停热");
        assertThat(citizen.get("/ask/livelihood").body()).contains("全市降压供水");
        assertThat(citizen.get("/").body())
                .contains("全市降压供水")
                .contains("八纬路停热")
                .contains("九纬路停热")
                .doesNotContain("十纬路停热")
                .contains("全部停供通知（4）");
    }
}
