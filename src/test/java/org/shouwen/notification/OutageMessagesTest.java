package org.shouwen.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shouwen.Cases;
import org.shouwen.People;
import org.shouwen.ScreenClient;
import org.shouwen.ShouwenTest;
import org.shouwen.TestClock;
import org.shouwen.appeal.AnAppeal;
import org.shouwen.directory.UnitId;
import org.shouwen.identity.Identity;
import org.shouwen.knowledge.Outage;
import org.shouwen.knowledge.OutageCallers;
import org.shouwen.knowledge.Outages;
import org.shouwen.problems.NotFound;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** One message a person goes to all who are joined to an outage, when they are joined to it, it moves or it is over. */
@ShouwenTest
class OutageMessagesTest {
    private static final UnitId HEATING = new UnitId("heating");

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
    TestClock clock;

    @Autowired
    JdbcClient jdbc;

    @BeforeEach
    void time() {
        clock.set("2026-11-20T10:00");
    }

    private Outage outage(String title) {
        Instant now = clock.instant();
        return outages.announce(
                HEATING, title, "抢修中", null, now, now.plus(Duration.ofHours(8)), People.desk("heating"));
    }

    private String order(String phone) {
        return cases.aCase(AnAppeal.saying("家里停热了").by(Identity.of("何其正", phone, "", null)))
                .dispatchedTo("heating")
                .number();
    }

    private List<NotificationType> told(String number) {
        return outbox.of(number).stream()
                .map(SentMessage::moment)
                .filter(m -> m.name().startsWith("OUTAGE"))
                .toList();
    }

    private UUID id(String title) {
        return jdbc.sql("select id from knowledge.outage where title = :title")
                .param("title", title)
                .query(UUID.class)
                .single();
    }

    private String words(String number) {
        return outbox.of(number).stream().map(SentMessage::text).reduce("", (a, b) -> a + "\n" + b);
    }

    private static Map<String, String> typed(String title, String place, String ends) {
        return Map.of("title", title, "text", "抢修", "placeName", place, "begins", "2026-11-20T09:00", "ends", ends);
    }

    @Test
    void whoever_is_joined_is_told_of_each_change_once_and_nobody_else_is() {
        Outage outage = outage("一次网抢修停热");
        String joined = order("13904150001");
        String other = order("13904150002");
        callers.joinOrder(outage.id(), joined);
        callers.joinOrder(outage.id(), joined);
        assertThat(told(joined)).containsExactly(NotificationType.OUTAGE);
        outages.move(outage.id(), outage.begins(), outage.ends(), People.desk("heating"));
        assertThat(told(joined)).hasSize(1);
        Instant later = outage.ends().plus(Duration.ofHours(2));
        outages.move(outage.id(), outage.begins(), later, People.desk("heating"));
        outages.withdraw(outage.id(), People.desk("heating"));
        outages.withdraw(outage.id(), People.desk("heating"));
        assertThat(told(joined))
                .containsExactly(NotificationType.OUTAGE, NotificationType.OUTAGE_MOVED, NotificationType.OUTAGE_ENDED);
        assertThat(words(joined))
                .contains("您反映的一次网抢修停热（诉求 " + joined + "）：预计 11月20日 18:00 恢复。抢修中")
                .contains("时间改为 11月20日 10:00 起，预计 11月20日 20:00 恢复");
        assertThat(told(other)).isEmpty();
        assertThatThrownBy(() -> callers.joinOrder(outage.id(), other)).isInstanceOf(NotFound.class);
    }

    @Test
    void those_whose_orders_go_under_a_joined_order_are_told_and_a_person_who_called_twice_once() {
        Outage outage = outage("换热站停热");
        String first = order("13904150003");
        String under = cases.aCase(AnAppeal.saying("我家也停热").by(Identity.of("于得水", "13904150004", "", null)))
                .then(new org.shouwen.workorder.Command.Join(first), People.DISPATCHER)
                .number();
        callers.joinOrder(outage.id(), first);
        callers.joinOrder(outage.id(), under);
        UUID person = jdbc.sql("select appellant from confidentiality.party where number = :number")
                .param("number", first)
                .query(UUID.class)
                .single();
        String again = order("13904150005");
        jdbc.sql("update confidentiality.party set appellant = :person where number = :number")
                .param("person", person)
                .param("number", again)
                .update();
        callers.joinCaller(outage.id(), again);
        assertThat(told(again)).isEmpty();
        outages.withdraw(outage.id(), People.desk("heating"));
        assertThat(told(first)).endsWith(NotificationType.OUTAGE_ENDED);
        assertThat(told(under)).endsWith(NotificationType.OUTAGE_ENDED);
        assertThat(told(again)).isEmpty();
    }

    @Test
    void an_agent_joins_the_caller_with_a_tick_and_a_unit_joins_its_order_from_its_page() throws Exception {
        ScreenClient heating = ScreenClient.as(port, "heating");
        Map<String, String> typed = typed("二次网停热", "振兴区", "2026-11-20T18:00");
        heating.post("/outages", typed);
        UUID outage = id("二次网停热");
        ScreenClient agent = ScreenClient.as(port, "agent");
        Map<String, String> call = Map.of(
                "content", "家里没暖气", "subject", "", "placeName", "振兴区", "outage." + outage, "on", "kind", "complaint");
        assertThat(agent.post("/desk/intake/answers", call).body())
                .contains("name=\"outage." + outage + "\"")
                .contains("checked");
        Map<String, String> send = new java.util.HashMap<>(call);
        send.putAll(Map.of(
                "key",
                UUID.randomUUID().toString(),
                "phone",
                "13904150009",
                "channel",
                "phone",
                "outcome",
                "answered"));
        send.put("answer", "正在抢修，晚上六点恢复");
        assertThat(agent.post("/desk/intake", send).statusCode()).isEqualTo(302);
        assertThat(callers.count(outage)).isOne();
        String number = order("13904150010");
        assertThat(heating.post("/orders/" + number + "/outages", Map.of("outage", outage.toString()))
                        .statusCode())
                .isEqualTo(302);
        assertThat(told(number)).containsExactly(NotificationType.OUTAGE);
        assertThat(ScreenClient.as(port, "housing")
                        .post("/orders/" + number + "/outages", Map.of("outage", outage.toString()))
                        .statusCode())
                .isEqualTo(404);
        assertThat(heating.get("/outages").body()).contains("2 件诉求已加入");
        heating.post("/outages/" + outage + "/withdrawals", Map.of());
        assertThat(told(number)).endsWith(NotificationType.OUTAGE_ENDED);
    }

    @Test
    void a_place_is_read_as_at_the_desk() throws Exception {
        ScreenClient heating = ScreenClient.as(port, "heating");
        assertThat(heating.post("/outages", typed("短名停热", "振兴", "2026-11-20T11:00"))
                        .statusCode())
                .isEqualTo(302);
        assertThat(heating.post("/outages", typed("短名停热", "没有这个地方", "2026-11-20T11:00"))
                        .statusCode())
                .isEqualTo(422);
    }
}
