package org.shouwen.channels.telephone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.shouwen.ShouwenTest;
import org.shouwen.TestClock;
import org.shouwen.access.Role;
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
import org.springframework.jdbc.core.simple.JdbcClient;

/** Two nodes listen to one exchange: a call is one call, and is sent away for its measure once (Art. 20). */
@ShouwenTest
class TwoListenersTest {
    private static final CurrentUser AGENT = person("坐席", Role.AGENT);
    private static final String CALL = "y1.1";

    @Autowired
    Nuisance nuisance;

    @Autowired
    Intake intake;

    @Autowired
    CallEvents events;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TestClock clock;

    private static CurrentUser person(String name, Role role) {
        return new CurrentUser(UUID.randomUUID(), name, name, null, null, Set.of(role));
    }

    private void ruled() {
        String number = intake.take(
                        AnAppeal.saying("骂人的话，没有事项").kind("complaint").by(Identity.of("", "13811117721", "", null)),
                        new Disposition.Declined("abusive", "带有恶意性语言"),
                        Origin.of(AGENT, null),
                        AGENT)
                .orThrow()
                .number();
        Ruling r = nuisance.propose(
                List.of(new WorkOrderNumber(number)),
                Ruling.Ground.HARASSING,
                Measure.SUPERVISOR_LINE,
                10,
                "每天骚扰",
                AGENT);
        nuisance.agree(r.id(), person("督办", Role.SUPERVISOR));
        nuisance.agree(r.id(), person("营商", Role.BUREAU));
    }

    private AmiConnector listens(AmiPeer exchange) {
        AmiConnector node = new AmiConnector(
                "127.0.0.1",
                exchange.port(),
                "shouwen",
                AmiPeer.SECRET,
                "",
                events,
                new AmiMeasures("shouwen-measures"),
                clock,
                10_000);
        Thread.ofVirtual().start(() -> {
            try {
                node.once();
            } catch (IOException e) {
                // closed below
            }
        });
        return node;
    }

    private List<String> kinds() {
        return jdbc.sql("select kind from desk.call_event where call = :call order by at, kind")
                .param("call", CALL)
                .query(String.class)
                .list();
    }

    private static void soon(java.util.concurrent.Callable<Boolean> happens) {
        Awaitility.await().atMost(Duration.ofSeconds(10)).until(happens);
    }

    @Test
    void the_first_sends_the_call_away_and_the_second_knows_that_it_did_not_give_up() throws IOException {
        clock.set("2026-11-23T10:00");
        ruled();
        String join = AmiWords.joins(CALL, "13811117721");
        try (AmiPeer first = new AmiPeer(join, true);
                AmiPeer second = new AmiPeer(join, true)) {
            AmiConnector one = listens(first);
            soon(() -> first.asked.contains("Action: Redirect"));
            clock.pass(Duration.ofSeconds(1));
            AmiConnector two = listens(second);
            soon(() ->
                    events.lastTold("asterisk").filter(clock.instant()::equals).isPresent());
            String leaves = AmiWords.of("QueueCallerAbandon", CALL, "HoldTime: 1\r\n");
            second.says(leaves + AmiWords.of("Hangup", CALL, "Cause-txt: Normal Clearing\r\n"));
            soon(() -> kinds().contains("ENDED"));
            first.says(leaves);
            one.stop();
            two.stop();
            assertThat(second.asked).noneMatch(line -> line.startsWith("Action: Redirect"));
            assertThat(kinds()).containsExactlyInAnyOrder("OFFERED", "ENDED");
        }
    }
}
