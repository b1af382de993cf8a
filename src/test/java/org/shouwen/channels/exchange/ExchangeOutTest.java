package org.shouwen.channels.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.shouwen.Cases;
import org.shouwen.People;
import org.shouwen.ScreenClient;
import org.shouwen.ShouwenTest;
import org.shouwen.appeal.Appeal;
import org.shouwen.handover.Handovers;
import org.shouwen.history.VerificationProbe;
import org.shouwen.identity.DisclosureLog;
import org.shouwen.identity.Identity;
import org.shouwen.problems.BadInput;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** Articles 18 and 21: what the platform hands to other systems, what of the person goes with it, and what comes back. */
@ShouwenTest
class ExchangeOutTest extends ExchangeCity {
    private static final Identity KNOWN = Identity.of("郑某某", "13900001234", "振兴路12号3单元", null);

    @Autowired
    HandingOver handing;

    @Autowired
    ExchangeLists lists;

    @Autowired
    Handovers handovers;

    @Autowired
    DisclosureLog disclosures;

    @Autowired
    VerificationProbe verification;

    @AfterEach
    void all_stands_as_the_journal_wrote_it() {
        assertThat(verification.findings()).isEmpty();
    }

    private Instant now() {
        return clock.instant();
    }

    private String reply(String event, String of, String more) throws Exception {
        String body = peer.send(port, POLICE, UUID.randomUUID().toString(), message(event, of, more), now())
                .body();
        worked();
        return body;
    }

    @Test
    void the_partner_is_told_what_it_needs_of_the_person_and_each_time_is_on_record() throws Exception {
        String number = cases.aCase(KNOWN).number();
        handing.handOver(POLICE, number, "有人持刀威胁维修工，请出警", "127.0.0.1", People.DISPATCHER);
        told();

        JsonNode m = peer.of("handover").getFirst();
        assertThat(peer.got.getFirst().signed()).isTrue();
        assertThat(m.path("id").asString()).isEqualTo(number);
        assertThat(m.at("/person/name").asString()).isEqualTo("郑某某");
        assertThat(m.at("/person/phone").asString()).contains("13900001234");
        assertThat(m.at("/person/address").isMissingNode())
                .as("110 is not told where they live")
                .isTrue();
        assertThat(m.path("location").asString()).isEqualTo("示例小区");
        assertThat(m.path("text").asString()).contains("请出警");
        Appeal a = appeals.get(number);
        assertThat(disclosures.of(a.appellant()))
                .anySatisfy(l -> assertThat(l.why()).contains("移交公安110"));
        assertThat(jdbc.sql(
                                "select encode(body, 'escape') from exchange.outgoing o join exchange.matter m on m.id = o.matter"
                                        + " where m.number = :number")
                        .param("number", number)
                        .query(String.class)
                        .single())
                .as("encrypted")
                .doesNotContain("13900001234");
    }

    @Test
    void nothing_of_the_person_goes_where_secrecy_was_asked_for_or_somebody_is_complained_about() throws Exception {
        String secret = cases.aCase(Cases.coldFlat().secret(true).by(KNOWN)).number();
        handing.handOver(POLICE, secret, "请协助", "127.0.0.1", People.DISPATCHER);
        told();
        JsonNode m = peer.of("handover").getFirst();
        assertThat(m.path("secret").asBoolean()).isTrue();
        assertThat(m.path("person").isMissingNode()).isTrue();
        assertThat(m.toString()).doesNotContain("郑某某").doesNotContain("13900001234");
        assertThat(disclosures.of(appeals.get(secret).appellant())).isEmpty();
    }

    @Test
    void what_is_awaited_is_not_handed_over_twice_and_what_came_back_may_be() throws Exception {
        String number = cases.aCase().number();
        handing.handOver(POLICE, number, "请出警", "", People.DISPATCHER);
        assertThatThrownBy(() -> handing.handOver(POLICE, number, "请出警", "", People.DISPATCHER))
                .isInstanceOf(BadInput.class);
        told();
        assertThat(reply("return", number, ",\"text\":\"属民事纠纷，不属出警范围\",\"unit\":\"振兴派出所\""))
                .contains("taken");

        ScreenClient dispatcher = ScreenClient.as(port, "dispatcher");
        assertThat(dispatcher
                        .post(
                                "/desk/exchange",
                                Map.of("partner", POLICE, "number", "20261201-000999", "reason", "请出警，人已受伤"))
                        .body())
                .contains("没有编号为 20261201-000999 的诉求", "value=\"20261201-000999\"", "请出警，人已受伤");
        assertThat(dispatcher.get("/desk/exchange").body())
                .contains("退回我方移交的事项")
                .contains("振兴派出所：属民事纠纷");
        handing.handOver(POLICE, number, "已核实有人受伤，请出警", "", People.DISPATCHER);
        told();
        assertThat(peer.of("handover")).hasSize(2);
        assertThat(peer.of("handover").getLast().path("turn").asInt()).isEqualTo(2);
        reply("result", number, ",\"text\":\"已出警调解\",\"turn\":2");
        assertThat(lists.owed(true, People.DISPATCHER, null, 200).items())
                .noneMatch(o -> o.sourceId().equals(number));
    }

    @Test
    void what_belongs_to_no_matter_lies_among_the_rejects() throws Exception {
        assertThat(reply("result", "nobody-knows", ",\"text\":\"已办\"")).contains("taken");
        assertThat(jdbc.sql("select reason from inbound.received where source = 'exchange' and state = 'REJECTED'"
                                + " order by received_at desc, id desc limit 1")
                        .query(String.class)
                        .single())
                .isEqualTo("bad-id");
    }
}
