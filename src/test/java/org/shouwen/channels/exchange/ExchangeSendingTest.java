package org.shouwen.channels.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Timestamp;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.shouwen.People;
import org.shouwen.ScreenClient;
import org.shouwen.ShouwenTest;
import org.springframework.beans.factory.annotation.Autowired;

/** Article 2: one system that does not answer, or will not have a message, holds up nobody; what has not gone is on a list. */
@ShouwenTest
class ExchangeSendingTest extends ExchangeCity {
    @Autowired
    HandingOver handing;

    @Autowired
    ExchangeLists lists;

    @Test
    void a_partner_that_never_answers_holds_up_nobody_and_gets_everything_afterwards() throws Exception {
        try (Peer province = connected("province")) {
            peer.silent = true;
            String first = cases.aCase().number();
            handing.handOver(POLICE, first, "请出警", "", People.DISPATCHER);
            String second = cases.aCase().number();
            handing.handOver("province", second, "请省里协调", "", People.DISPATCHER);
            long began = System.nanoTime();
            out.run();
            org.awaitility.Awaitility.await()
                    .atMost(Duration.ofSeconds(5))
                    .until(() -> province.of("handover").size() == 1);
            assertThat(Duration.ofNanos(System.nanoTime() - began))
                    .as("while the other is still waited for")
                    .isLessThan(Duration.ofSeconds(1));
            assertThat(out.quiet()).isFalse();
            org.awaitility.Awaitility.await().atMost(Duration.ofSeconds(30)).until(out::quiet);
            peer.silent = false;
            assertThat(lists.unsent(People.DISPATCHER, null, 200).items())
                    .anyMatch(u -> first.equals(u.number()) && !u.refused());
            clock.pass(Duration.ofSeconds(2));
            told();
            assertThat(peer.of("handover")).hasSize(1);
        } finally {
            java.nio.file.Files.deleteIfExists(home.resolve("exchange/province.yaml"));
        }
    }

    @Test
    void a_message_that_is_refused_goes_on_the_list_and_holds_up_none_after_it() throws Exception {
        peer.status = 422;
        String bad = cases.aCase().number();
        handing.handOver(POLICE, bad, "请出警", "", People.DISPATCHER);
        told();
        peer.status = 200;
        String good = cases.aCase().number();
        handing.handOver(POLICE, good, "请出警", "", People.DISPATCHER);
        told();
        assertThat(peer.of("handover")).extracting(m -> m.path("id").asString()).containsExactly(good);
        ExchangeLists.Unsent refused = lists.unsent(People.DISPATCHER, null, 200).items().stream()
                .filter(u -> bad.equals(u.number()))
                .findFirst()
                .orElseThrow();
        assertThat(refused.refused()).isTrue();
        assertThat(refused.error()).isEqualTo("HTTP 422");
        ScreenClient dispatcher = ScreenClient.as(port, "dispatcher");
        assertThat(dispatcher.get("/desk/exchange?tab=unsent").body()).contains("对方拒收（HTTP 422）");
        dispatcher.post("/desk/exchange/messages/" + refused.id() + "/tries", Map.of());
        told();
        assertThat(peer.of("handover")).hasSize(2);
        peer.status = 422;
        String worse = cases.aCase().number();
        handing.handOver(POLICE, worse, "请出警", "", People.DISPATCHER);
        told();
        ExchangeLists.Unsent dropped = lists.unsent(People.DISPATCHER, null, 200).items().stream()
                .filter(u -> worse.equals(u.number()))
                .findFirst()
                .orElseThrow();
        dispatcher.post("/desk/exchange/messages/" + dropped.id() + "/drops", Map.of());
        assertThat(lists.unsent(People.DISPATCHER, null, 200).items()).noneMatch(u -> worse.equals(u.number()));
        assertThat(dispatcher
                        .post("/desk/exchange/partners/" + POLICE + "/resumptions", Map.of())
                        .statusCode())
                .isEqualTo(302);
    }

    @ParameterizedTest(name = "a node whose clock is {0} s from that of the database")
    @ValueSource(ints = {90, -90})
    void what_another_node_sends_is_its_own_until_its_lease_has_run_out(int away) throws Exception {
        handing.handOver(POLICE, cases.aCase().number(), "请出警", "", People.DISPATCHER);
        clock.set(jdbc.sql("select clock_timestamp()")
                .query(Timestamp.class)
                .single()
                .toInstant()
                .plusSeconds(away));
        leasedByAnother(60);
        told();
        assertThat(peer.of("handover")).isEmpty();
        leasedByAnother(-1);
        told();
        assertThat(peer.of("handover")).hasSize(1);
    }

    private void leasedByAnother(int seconds) {
        jdbc.sql("""
                        insert into exchange.partner (code, lease, lease_until)
                        values (:code, gen_random_uuid(), clock_timestamp() + make_interval(secs => :seconds))
                        on conflict (code) do update set lease = excluded.lease, lease_until = excluded.lease_until
                        """).param("code", POLICE).param("seconds", seconds).update();
    }

    @Test
    void what_is_late_shows_on_the_list() throws Exception {
        String number = cases.aCase().number();
        handing.handOver(POLICE, number, "请出警", "", People.DISPATCHER);
        told();
        clock.set("2026-10-20T10:00");
        List<ExchangeLists.Owed> owed =
                lists.owed(true, People.DISPATCHER, null, 200).items();
        assertThat(owed).anyMatch(o -> number.equals(o.number()) && o.late());
        assertThat(ScreenClient.as(port, "dispatcher")
                        .get("/desk/exchange?tab=theirs")
                        .body())
                .contains("逾期未回传");
    }
}
