package org.shouwen.channels.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.shouwen.People;
import org.shouwen.ScreenClient;
import org.shouwen.ShouwenTest;
import org.shouwen.TestClock;
import org.shouwen.appeal.Appeal;
import org.shouwen.appeal.Intake;
import org.shouwen.identity.Vault;
import org.shouwen.inbound.Rejects;
import org.springframework.beans.factory.annotation.Autowired;

/** Articles 2 and 21: what another system hands over becomes an appeal, once, and its result returns to where it came from. */
@ShouwenTest
class ExchangeInTest extends ExchangeCity {
    @Autowired
    Vault vault;

    @Autowired
    Intake intake;

    @Autowired
    Rejects rejects;

    private Instant now() {
        return clock.instant();
    }

    private String send(String id, String json) throws Exception {
        return peer.send(port, POLICE, id, json, now()).body();
    }

    private Appeal handedOver(String more) throws Exception {
        assertThat(send("m1", handover(more))).contains("\"taken\"");
        worked();
        return appeal();
    }

    @Test
    void a_matter_is_taken_once_and_its_person_lies_in_the_vault_alone() throws Exception {
        Appeal a = handedOver(",\"person\":{\"name\":\"郑某某\",\"phone\":\"13900001234\"}");
        assertThat(send("m1", handover(""))).as("a replay").contains("\"known\"");
        assertThat(send("m2", handover(""))).as("sent again under another id").contains("\"known\"");
        worked();

        assertThat(jdbc.sql("select count(*) from exchange.matter where source_id = :id")
                        .param("id", id)
                        .query(Integer.class)
                        .single())
                .isOne();
        assertThat(a.words().title()).isEqualTo("路灯不亮");
        assertThat(a.words().note()).contains("公安110").contains(id);
        assertThat(a.writtenAt()).isEqualTo(TestClock.at("2026-09-30T09:30"));
        assertThat(a.receivedAt()).isAfter(a.writtenAt());
        assertThat(vault.masked(java.util.List.of(a.appellant()))
                        .values()
                        .iterator()
                        .next()
                        .name())
                .startsWith("郑");
        assertThat(a.words().toString()).doesNotContain("13900001234").doesNotContain("郑某某");
    }

    @Test
    void a_stranger_a_wrong_body_and_a_kept_request_change_nothing() throws Exception {
        Peer stranger = new Peer("whsec_c3RyYW5nZXI=");
        try (stranger) {
            assertThat(stranger.send(port, POLICE, "m1", handover(""), now()).statusCode())
                    .isEqualTo(404);
        }
        assertThat(peer.send(port, "no-such", "m1", handover(""), now()).statusCode())
                .isEqualTo(404);
        var late = peer.send(port, POLICE, "m1", handover(""), now().minus(Duration.ofHours(3)));
        assertThat(late.statusCode()).isEqualTo(409);
        assertThat(late.body()).contains("\"clock\"").contains("2026-09-30T02:00:00Z");
        assertThat(peer.send(port, POLICE, "m1", new byte[1024 * 1024 + 1], now())
                        .statusCode())
                .isEqualTo(413);
        worked();
        assertThat(jdbc.sql("select count(*) from exchange.matter where source_id = :id")
                        .param("id", id)
                        .query(Integer.class)
                        .single())
                .isZero();
        String page = ScreenClient.as(port, "dispatcher").get("/desk/exchange").body();
        assertThat(page).as("whoever has the secret is told from a stranger").contains("对方时钟相差约-180分钟");
    }

    @Test
    void a_message_that_is_called_a_form_is_taken_with_the_same_signature() throws Exception {
        byte[] body = handover("").getBytes(java.nio.charset.StandardCharsets.UTF_8);
        var answer = peer.send(port, POLICE, "m1", body, now(), "application/x-www-form-urlencoded; charset=gbk");
        assertThat(answer.body()).contains("\"taken\"");
        worked();
        assertThat(appeal().words().title()).isEqualTo("路灯不亮");
    }

    @Test
    void the_clock_of_the_other_side_may_be_hours_ahead_in_what_it_writes() throws Exception {
        String ahead = handover("").replace("2026-09-30T09:30:00", "2026-09-30T15:30:00");
        assertThat(send("m1", ahead)).contains("taken");
        worked();
        assertThat(appeal().writtenAt()).as("no time of ours is after now").isNull();
        assertThat(jdbc.sql("select handed_at from exchange.matter where source_id = :id")
                        .param("id", id)
                        .query(java.sql.Timestamp.class)
                        .single()
                        .toInstant())
                .as("and theirs is kept")
                .isEqualTo(TestClock.at("2026-09-30T15:30"));
    }

    @Test
    void what_can_not_be_read_is_put_right_in_its_own_text_and_keeps_its_number() throws Exception {
        String bad = handover("").replace("求助", "群众求救");
        assertThat(send("m1", bad)).contains("taken");
        assertThat(send("m2", "{\"version\":1,")).contains("unreadable");
        worked();
        UUID reject = jdbc.sql("select id from inbound.received where state = 'REJECTED' and reason = 'bad-kind'"
                        + " order by received_at desc limit 1")
                .query(UUID.class)
                .single();
        assertThat(rejects.open(reject, "看是哪一类", People.DISPATCHER)).contains(id);
        rejects.corrected(reject, "", handover(""), "", People.DISPATCHER);
        worked();
        assertThat(appeal().words().kind()).isEqualTo("livelihood");
        assertThat(send("m3", bad)).contains("known");
        String page = ScreenClient.as(port, "admin").get("/admin/inbound").body();
        assertThat(page).contains("系统对接").contains("报文读不出");
    }
}
