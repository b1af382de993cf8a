package org.shouwen.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.shouwen.Cases;
import org.shouwen.ScreenClient;
import org.shouwen.ShouwenTest;
import org.shouwen.TestClock;
import org.shouwen.accounts.Accounts;
import org.shouwen.appeal.AnAppeal;
import org.shouwen.identity.Identity;
import org.shouwen.regulation.Clause;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Calls about an order are dialled by the exchange and stay with it as proof (Art. 14, 16, 17). */
@ShouwenTest
@Import(OrderCallsTest.Exchanges.class)
class OrderCallsTest {
    private static final List<Clause> SHOWN = List.of(Clause.A14, Clause.A16);

    /** What the exchange was asked to dial. */
    record Asked(UUID id, String line, String number) {}

    static final List<Asked> ASKED = new ArrayList<>();

    @Configuration(proxyBeanMethods = false)
    static class Exchanges {
        @Bean
        @Primary
        Dialler exchange() {
            return new Dialler() {
                @Override
                public boolean there() {
                    return true;
                }

                @Override
                public boolean dial(UUID id, String line, String number) {
                    ASKED.add(new Asked(id, line, number));
                    return true;
                }

                @Override
                public boolean join(UUID id, String call, String who, String number) {
                    return false;
                }
            };
        }
    }

    @LocalServerPort
    int port;

    @Autowired
    Accounts accounts;

    @Autowired
    Cases cases;

    @Autowired
    TestClock clock;

    @Autowired
    JdbcClient jdbc;

    @Test
    void the_unit_is_called_at_its_duty_telephone_of_the_hour_and_the_call_is_proof() throws Exception {
        assertThat(SHOWN).isNotEmpty();
        String number = cases.aCase(AnAppeal.saying("值守电话").by(Identity.of("何其正", "13800008801", "", null)))
                .dispatchedTo("heating")
                .number();
        ScreenClient dispatcher = ScreenClient.as(port, "dispatcher");
        for (String[] p : List.of(
                new String[] {"8", "18", "2", "副班", "0415-2123402"},
                new String[] {"8", "18", "1", "主班", "0415-2123401"},
                new String[] {"18", "8", "1", "夜班", "0415-2123403"}))
            assertThat(dispatcher
                            .post(
                                    "/calls/duty-phones",
                                    Map.of(
                                            "unit",
                                            "heating",
                                            "days",
                                            "ALL",
                                            "fromHour",
                                            p[0],
                                            "toHour",
                                            p[1],
                                            "turn",
                                            p[2],
                                            "name",
                                            p[3],
                                            "phone",
                                            p[4]))
                            .statusCode())
                    .isEqualTo(302);
        String page = dispatcher.get("/calls/orders/" + number).body();
        assertThat(page).containsSubsequence("主班", "副班").doesNotContain("夜班");
        assertThat(dispatcher.get("/calls/duty-phones?unit=heating").body()).contains("夜班", "18:00–8:00");
        String dial = "/calls/orders/" + number + "/unit-dials";
        assertThat(dispatcher.post(dial, Map.of("turn", "1")).body()).contains("请先填写您的分机号");
        dispatcher.post("/calls/lines", Map.of("line", "8002"));
        assertThat(dispatcher.post(dial, Map.of("turn", "2")).statusCode()).isEqualTo(302);
        assertThat(ASKED.getLast().line()).isEqualTo("8002");
        assertThat(ASKED.getLast().number()).isEqualTo("04152123402");
        new Exchange(port, accounts, clock)
                .tell(
                        "answered",
                        "out-1",
                        20,
                        "direction",
                        "out",
                        "dial",
                        ASKED.getLast().id().toString());
        assertThat(jdbc.sql("select kind from desk.call_use where subject = :n")
                        .param("n", number)
                        .query(String.class)
                        .list())
                .containsExactly("SUPERVISION");
        assertThat(dispatcher.get("/calls/orders/" + number).body()).contains("呼出", "通话中");
        assertThat(dispatcher
                        .post("/calls/orders/" + number + "/person-dials", Map.of())
                        .statusCode())
                .isEqualTo(302);
        assertThat(ASKED.getLast().number()).isEqualTo("13800008801");
        assertThat(dispatcher.get("/calls/orders/" + number).body()).doesNotContain("13800008801");
        assertThat(dispatcher.post(dial, Map.of("turn", "9")).statusCode()).isEqualTo(422);
        assertThat(dispatcher
                        .post("/calls/duty-phones", Map.of("unit", "heating", "fromHour", "25"))
                        .statusCode())
                .isEqualTo(422);
        String removal = dispatcher
                .get("/calls/duty-phones?unit=heating")
                .body()
                .replaceAll("(?s).*?(/calls/duty-phones/[0-9a-f-]{36}/removals).*", "$1");
        assertThat(dispatcher.post(removal, Map.of()).statusCode()).isEqualTo(302);
    }

    @Test
    void a_missed_caller_is_called_back_by_a_click_and_the_task_ends_when_they_lift() throws Exception {
        Exchange exchange = new Exchange(port, accounts, clock);
        exchange.tell("abandoned", "gone-1", 300, "caller", "13800008802");
        ScreenClient agent = ScreenClient.as(port, "agent");
        agent.post("/calls/lines", Map.of("line", "8001"));
        String task = jdbc.sql("select id from desk.missed_call where ended is null")
                .query(String.class)
                .single();
        assertThat(agent.get("/calls").body()).contains("回拨").doesNotContain("13800008802");
        agent.post("/calls/missed/" + task + "/dials", Map.of());
        assertThat(ASKED.getLast().number()).isEqualTo("13800008802");
        exchange.tell(
                "answered",
                "back-1",
                60,
                "direction",
                "out",
                "dial",
                ASKED.getLast().id().toString());
        exchange.tell("joined", "back-1", 30, "agent", "heating-expert");
        exchange.tell("ended", "back-1", 5);
        assertThat(jdbc.sql("select how || ' ' || attempts from desk.missed_call where id = cast(:t as uuid)")
                        .param("t", task)
                        .query(String.class)
                        .single())
                .isEqualTo("CALLED_BACK 1");
        assertThat(agent.get("/calls").body()).contains("138****8802", "三方：heating-expert");
    }
}
