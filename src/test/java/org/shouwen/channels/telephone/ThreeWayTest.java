package org.shouwen.channels.telephone;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.io.IOException;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.shouwen.BrowserTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** A unit's expert joins a call that lasts: a click in the page, two actions of the manager, and the call names who came. */
class ThreeWayTest extends BrowserTest {
    @SuppressWarnings("NullAway.Init") // before the application starts
    private static AmiPeer peer;

    @Autowired
    JdbcClient jdbc;

    @DynamicPropertySource
    static void exchange(DynamicPropertyRegistry registry) throws IOException {
        peer = new AmiPeer("", true);
        registry.add("shouwen.telephone.ami.host", () -> "127.0.0.1");
        registry.add("shouwen.telephone.ami.port", () -> peer.port());
        registry.add("shouwen.telephone.ami.user", () -> "shouwen");
        registry.add("shouwen.telephone.ami.secret", () -> AmiPeer.SECRET);
        registry.add("shouwen.telephone.ami.conference", () -> "shouwen-rooms");
    }

    @AfterAll
    static void stop() throws IOException {
        peer.close();
    }

    private String of(String column) {
        return jdbc.sql("select " + column + " from desk.call where ref = 'y1.1'")
                .query(String.class)
                .optional()
                .orElse("");
    }

    private static String asked(String prefix) {
        Awaitility.await().until(() -> peer.asked.stream().anyMatch(l -> l.startsWith(prefix)));
        return peer.asked.stream().filter(l -> l.startsWith(prefix)).toList().getLast();
    }

    @Test
    void a_click_sends_caller_and_agent_into_a_room_and_dials_the_units_duty_telephone_into_it() throws IOException {
        Awaitility.await().until(() -> peer.asked.contains("Action: Login"));
        peer.says("""
                Event: QueueCallerJoin
                Channel: SIP/trunk-9
                CallerIDNum: 13811117721
                Exten: 12345
                Queue: 12345
                Uniqueid: y1.1
                Linkedid: y1.1

                Event: AgentConnect
                Channel: SIP/trunk-9
                DestChannel: SIP/8001-1
                MemberName: agent
                HoldTime: 1
                RingTime: 1
                Uniqueid: y1.1
                Linkedid: y1.1

                """.replace("\n", "\r\n"));
        Awaitility.await().until(() -> of("outcome").equals("TALKING"));
        Page agent = as("agent");
        agent.navigate("/calls");
        assertThat(agent.locator("form[action$=experts]")).containsText("正在与 138****7721 通话");
        agent.selectOption("form[action$=experts] [name=unit]", "heating");
        shot(agent, "calls-three-way");
        agent.locator("form[action$=experts] button").click();
        String channel = asked("ChannelId: sw3-").substring("ChannelId: ".length());
        String room = asked("ExtraExten: ").substring("ExtraExten: ".length());
        assertThat(room).matches("\\d+");
        assertThat(peer.asked)
                .containsSubsequence(
                        "Action: Redirect",
                        "Channel: SIP/trunk-9",
                        "ExtraChannel: SIP/8001-1",
                        "Context: shouwen-rooms",
                        "Exten: " + room)
                .containsSubsequence("Action: Originate", "ChannelId: " + channel, "Exten: " + room)
                .anyMatch(l -> l.matches("Channel: Local/\\d+@outbound"));
        assertThat(scriptErrors).isEmpty();

        peer.says("Event: AgentComplete\r\nReason: agent\r\nMemberName: agent\r\nTalkTime: 3\r\nUniqueid: y1.1\r\n"
                + "Linkedid: y1.1\r\n\r\nEvent: ConfbridgeJoin\r\nConference: " + room + "\r\nUniqueid: " + channel
                + "\r\nLinkedid: " + channel + "\r\n\r\n");
        Awaitility.await().until(() -> !of("joined").isEmpty());
        assertThat(of("joined")).contains("热");
        assertThat(of("outcome")).as("the queue's end of it is not the call's").isEqualTo("TALKING");
        peer.says("Event: Hangup\r\nUniqueid: y1.1\r\nLinkedid: y1.1\r\nCause-txt: Normal Clearing\r\n\r\n");
        Awaitility.await().until(() -> of("outcome").equals("ANSWERED"));
        agent.navigate("/calls");
        assertThat(agent.locator("form[action$=experts]")).hasCount(0);
    }
}
