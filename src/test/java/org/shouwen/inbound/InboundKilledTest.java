package org.shouwen.inbound;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shouwen.ShouwenTest;
import org.shouwen.TestClock;
import org.shouwen.appeal.WatchedAppeals;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;

/** Article 2: messages that a killed process had in hand wait no longer than people may be asked to; many come at once. */
@ShouwenTest
@TestPropertySource(properties = "shouwen.sms.inbound-token=gateway-secret")
class InboundKilledTest {
    @Autowired
    Inbox inbox;

    @Autowired
    InboundStore store;

    @Autowired
    InboundWork work;

    @Autowired
    WatchedAppeals watched;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TestClock clock;

    @BeforeEach
    void empty() {
        clock.set("2026-11-24T10:00");
        jdbc.sql("delete from inbound.received").update();
    }

    private void says(String from, String text) {
        inbox.take(new InboundMessage(
                "sms",
                UUID.randomUUID().toString(),
                "message",
                null,
                "{\"id\":\"%s\",\"from\":\"%s\",\"to\":\"10690012345\",\"text\":\"%s\"}"
                        .formatted(UUID.randomUUID(), from, text)
                        .getBytes(StandardCharsets.UTF_8)));
    }

    private List<String> states() {
        return jdbc.sql("select distinct state from inbound.received")
                .query(String.class)
                .list();
    }

    @Test
    void what_a_killed_process_had_in_hand_is_an_appeal_half_a_minute_later() {
        for (int i = 0; i < 3; i++) says("1391111880" + i, "路灯不亮");
        // killed with all of them in hand
        assertThat(store.claim(InboundWork.MOST, clock.instant(), InboundWork.OURS))
                .hasSize(3);
        work.run();
        assertThat(states()).as("in somebody's hand").containsExactly("NEW");
        clock.pass(Duration.ofSeconds(31));
        work.run();
        assertThat(states()).containsExactly("DONE");
    }

    @Test
    void many_that_become_appeals_at_one_moment_are_all_watched_for_risks_wherever_a_page_of_them_ends() {
        clock.set("2026-11-25T10:00"); // later than all others of this city
        Instant before = clock.instant().minusMillis(1);
        IntStream.range(0, 5).forEach(i -> says("1391111881" + i, "第" + i + "栋停水"));
        work.run();
        assertThat(states()).containsExactly("DONE");
        List<WatchedAppeals.Watched> first = watched.receivedAfter(before, WatchedAppeals.FIRST, 3);
        WatchedAppeals.Watched last = first.getLast();
        assertThat(first).hasSize(3).allMatch(a -> a.at().equals(last.at()));
        assertThat(watched.receivedAfter(last.at(), last.id(), 3)).hasSize(2);
    }
}
