package org.shouwen.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.shouwen.Cases;
import org.shouwen.ScreenClient;
import org.shouwen.ShouwenTest;
import org.shouwen.TestClock;
import org.shouwen.accounts.Accounts;
import org.shouwen.appeal.AnAppeal;
import org.shouwen.identity.Identity;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Callbacks (Art. 14) and urgent calls (Art. 17) that the exchange dialled keep their call and recording as proof. */
@ShouwenTest
@Import(OrderCallsTest.Exchanges.class)
class CallsAsProofTest {
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
    void a_callback_and_an_urgent_call_stay_with_their_order_and_recording_as_proof() throws Exception {
        Exchange exchange = new Exchange(port, accounts, clock);
        ScreenClient dispatcher = ScreenClient.as(port, "dispatcher");
        dispatcher.post("/calls/lines", Map.of("line", "8003"));
        dispatcher.post(
                "/calls/duty-phones",
                Map.of(
                        "unit",
                        "housing",
                        "days",
                        "ALL",
                        "fromHour",
                        "0",
                        "toHour",
                        "24",
                        "turn",
                        "1",
                        "name",
                        "值守",
                        "phone",
                        "0415-2123409"));
        String calm = cases.aCase(AnAppeal.saying("回访").by(Identity.of("何其正", "13800008803", "", null)))
                .dispatchedTo("housing")
                .number();
        String urgent = cases.aCase(AnAppeal.saying("水管爆裂").by(Identity.of("何其正", "13800008804", "", null)), "heating")
                .dispatchedTo("housing")
                .number();
        dispatcher.post("/calls/orders/" + calm + "/person-dials", Map.of());
        proof(exchange, "proof-1");
        dispatcher.post("/calls/orders/" + urgent + "/unit-dials", Map.of("turn", "1"));
        proof(exchange, "proof-2");
        assertThat(jdbc.sql("""
                        select u.kind || ' ' || u.subject || ' ' || c.recording_sha256 from desk.call_use u join desk.call c on c.id = u.call
                        where u.subject in (:calm, :urgent) order by u.kind
                        """)
                        .param("calm", calm)
                        .param("urgent", urgent)
                        .query(String.class)
                        .list())
                .containsExactly(
                        "CALLBACK " + calm + " " + "ab".repeat(32), "URGENT " + urgent + " " + "ab".repeat(32));
    }

    private static void proof(Exchange exchange, String call) throws Exception {
        String dial = OrderCallsTest.ASKED.getLast().id().toString();
        exchange.tell("answered", call, 20, "direction", "out", "dial", dial);
        exchange.tell("ended", call, 5, "direction", "out", "dial", dial);
        exchange.tell("recording-ready", call, 2, "recording", call + ".wav", "sha256", "ab".repeat(32));
    }
}
