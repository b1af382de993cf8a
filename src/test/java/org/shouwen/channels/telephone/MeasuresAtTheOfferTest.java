package org.shouwen.channels.telephone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shouwen.ApiClient;
import org.shouwen.ShouwenTest;
import org.shouwen.TestClock;
import org.shouwen.access.Role;
import org.shouwen.accounts.Accounts;
import org.shouwen.accounts.CurrentUser;
import org.shouwen.appeal.AnAppeal;
import org.shouwen.appeal.CallerMeasures.Measure;
import org.shouwen.appeal.Disposition;
import org.shouwen.appeal.Intake;
import org.shouwen.appeal.Origin;
import org.shouwen.callermeasures.Nuisance;
import org.shouwen.callermeasures.Ruling;
import org.shouwen.desk.CallEvents;
import org.shouwen.identity.Identity;
import org.shouwen.problems.WorkOrderNumber;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Article 20: what holds for a number is told to the exchange when its call is offered, and what is urgent always passes. */
@ShouwenTest
class MeasuresAtTheOfferTest {
    private static final CurrentUser AGENT = person("坐席", Role.AGENT);

    @LocalServerPort
    int port;

    @Autowired
    Accounts accounts;

    @Autowired
    Nuisance nuisance;

    @Autowired
    Intake intake;

    @Autowired
    CallEvents events;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    JsonMapper json;

    @Autowired
    TestClock clock;

    private static CurrentUser person(String name, Role role) {
        return new CurrentUser(UUID.randomUUID(), name, name, null, null, Set.of(role));
    }

    @BeforeEach
    void time() {
        clock.set("2026-11-23T10:00");
    }

    private void ruled(String phone, Measure measure) {
        String number = intake.take(
                        AnAppeal.saying("骂人的话，没有事项").kind("complaint").by(Identity.of("", phone, "", null)),
                        new Disposition.Declined("abusive", "带有恶意性语言"),
                        Origin.of(AGENT, null),
                        AGENT)
                .orThrow()
                .number();
        Ruling r = nuisance.propose(
                List.of(new WorkOrderNumber(number)), Ruling.Ground.HARASSING, measure, 10, "每天骚扰", AGENT);
        nuisance.agree(r.id(), person("督办", Role.SUPERVISOR));
        nuisance.agree(r.id(), person("营商", Role.BUREAU));
    }

    private JsonNode told(Map<String, Object> more) throws Exception {
        ApiClient pbx = ApiClient.of(port, accounts, "pbx" + UUID.randomUUID(), Role.TELEPHONE, null);
        Map<String, Object> event = new java.util.HashMap<>(Map.of(
                "id",
                UUID.randomUUID().toString(),
                "type",
                "offered",
                "call",
                "c" + UUID.randomUUID(),
                "at",
                "2026-11-23T09:59:59+08:00",
                "queue",
                "12345"));
        event.putAll(more);
        return pbx.post(
                        "/api/v1/calls/events",
                        json.writeValueAsString(Map.of("source", "pbx-20", "events", List.of(event))))
                .ok()
                .get("measures");
    }

    @Test
    void what_holds_for_a_number_comes_with_the_answer_to_the_offer_and_with_nothing_else() throws Exception {
        ruled("13811117701", Measure.WRITTEN_ONLY);
        ruled("13811117702", Measure.NOTE);
        JsonNode answer = told(Map.of("caller", "913811117701", "call", "m1"));
        assertThat(answer).hasSize(1);
        assertThat(answer.get(0).get("call").asString()).isEqualTo("m1");
        assertThat(answer.get(0).get("measure").asString()).isEqualTo("WRITTEN_ONLY");
        assertThat(answer.get(0).get("until").asString()).isEqualTo("2026-12-02");
        assertThat(answer.get(0).get("urgentPasses").asBoolean()).isTrue();
        assertThat(answer.toString()).as("no reason of it leaves").doesNotContain("骚扰");
        assertThat(told(Map.of("caller", "13811117702")).get(0).get("measure").asString())
                .isEqualTo("NOTE");
        assertThat(told(Map.of("caller", "13811117701", "urgent", true))).isEmpty();
        assertThat(told(Map.of("caller", "13811117709"))).isEmpty();
        assertThat(told(Map.of("caller", "anonymous"))).isEmpty();
        assertThat(told(Map.of("call", "m1", "type", "ringing", "agent", "8001")))
                .isEmpty();
        clock.set("2026-12-03T00:01");
        assertThat(told(Map.of("caller", "13811117701", "at", "2026-12-03T00:00:59+08:00")))
                .as("its term is over")
                .isEmpty();
    }

    private List<String> asked(String first, String rest, int calls) throws IOException {
        try (AmiPeer peer = new AmiPeer(first, true)) {
            AmiMeasures there = new AmiMeasures("shouwen-measures");
            AmiConnector connector = new AmiConnector(
                    "127.0.0.1", peer.port(), "shouwen", AmiPeer.SECRET, "", events, there, clock, 10_000);
            Thread.ofVirtual().start(() -> {
                try {
                    connector.once();
                } catch (IOException e) {
                    // closed below
                }
            });
            Awaitility.await().atMost(Duration.ofSeconds(10)).until(() -> peer.asked.contains("Action: Redirect"));
            peer.says(rest);
            Awaitility.await()
                    .atMost(Duration.ofSeconds(10))
                    .until(() ->
                            jdbc.sql("select count(*) from desk.call_event where call like 'x%' and kind = 'ENDED'")
                                            .query(Integer.class)
                                            .single()
                                    == calls);
            connector.stop();
            return List.copyOf(peer.asked);
        }
    }

    @Test
    void an_asterisk_is_asked_once_to_take_the_call_out_of_the_queue_and_never_an_urgent_one() throws IOException {
        ruled("13811117711", Measure.SUPERVISOR_LINE);
        ruled("13811117712", Measure.NOTE);
        List<String> asked = asked(
                AmiWords.joins("x1.1", "13811117711"),
                // sent away, says that it is urgent, waits again and is lifted
                AmiWords.of("QueueCallerAbandon", "x1.1", "HoldTime: 1\r\n")
                        + AmiWords.of("VarSet", "x1.1", "Variable: SHOUWEN_URGENT\r\nValue: 1\r\n")
                        + AmiWords.joins("x1.1", "13811117711")
                        + AmiWords.of("AgentConnect", "x1.1", "MemberName: wang\r\nHoldTime: 2\r\nRingTime: 2\r\n")
                        + AmiWords.of("Hangup", "x1.1", "Cause-txt: Normal Clearing\r\n")
                        // said so before it waited at all
                        + AmiWords.of("VarSet", "x2.1", "Variable: SHOUWEN_URGENT\r\nValue: 1\r\n")
                        + AmiWords.joins("x2.1", "13811117711")
                        + AmiWords.of("Hangup", "x2.1", "")
                        + AmiWords.joins("x3.1", "13811117712")
                        + AmiWords.of("Hangup", "x3.1", ""),
                3);
        assertThat(asked.stream().filter("Action: Redirect"::equals)).hasSize(1);
        assertThat(asked)
                .containsSubsequence(
                        "Action: Setvar",
                        "Channel: SIP/trunk-x1.1",
                        "Variable: SHOUWEN_MEASURE",
                        "Value: SUPERVISOR_LINE",
                        "Action: Redirect",
                        "Channel: SIP/trunk-x1.1",
                        "Context: shouwen-measures",
                        "Exten: SUPERVISOR_LINE")
                .noneMatch(line -> line.contains("x2.1") || line.contains("x3.1"));
        assertThat(jdbc.sql("select outcome || ' ' || urgent from desk.call where ref = 'x1.1'")
                        .query(String.class)
                        .single())
                .as("leaving the queue for the measure was no giving up")
                .isEqualTo("ANSWERED true");
    }
}
