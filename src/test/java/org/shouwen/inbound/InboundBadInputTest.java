package org.shouwen.inbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shouwen.ShouwenTest;
import org.shouwen.TestClock;
import org.shouwen.appeal.Appeal;
import org.shouwen.appeal.Appeals;
import org.shouwen.history.History;
import org.shouwen.identity.Vault;
import org.shouwen.keys.Keys;
import org.shouwen.problems.Busy;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** Article 2: whatever comes over whichever written channel, it is kept, settled with a word, and holds nothing up. */
@ShouwenTest
class InboundBadInputTest {
    @Autowired
    Inbox inbox;

    @Autowired
    InboundStore store;

    @Autowired
    OtherWays ways;

    @Autowired
    InboundThreadStore threads;

    @Autowired
    History history;

    @Autowired
    JsonMapper json;

    @Autowired
    InboundWork work;

    @Autowired
    List<InboundFormat> formats;

    @Autowired
    Vault vault;

    @Autowired
    Keys keys;

    @Autowired
    Appeals appeals;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TestClock clock;

    @BeforeEach
    void empty() {
        clock.set("2026-11-26T10:00");
        jdbc.sql("delete from inbound.received").update();
    }

    private static InboundMessage message(String source, String id, @Nullable Instant at, byte[] raw) {
        return new InboundMessage(source, id, "message", at, raw);
    }

    @Test
    void bytes_that_are_no_message_lie_among_the_rejects_of_their_channel_with_a_reason_and_stop_nobody() {
        assertThat(formats).hasSizeGreaterThan(3);
        for (InboundFormat format : formats)
            BadFrames.ALL.forEach((name, raw) -> inbox.take(message(format.source(), name, null, raw)));
        inbox.take(message("sms", "good", null, BadFrames.sms("13911119901", "楼道灯坏了")));
        inbox.take(message("no-such-channel", "x", null, BadFrames.sms("13911119901", "楼道灯坏了")));
        work.run();
        assertThat(jdbc.sql("select distinct state from inbound.received")
                        .query(String.class)
                        .list())
                .containsExactlyInAnyOrder("DONE", "REJECTED");
        assertThat(jdbc.sql("select count(*) from inbound.received where state = 'REJECTED' and reason = ''")
                        .query(Long.class)
                        .single())
                .isZero();
        assertThat(jdbc.sql("select reason from inbound.received where source = 'no-such-channel'")
                        .query(String.class)
                        .single())
                .isEqualTo("no-connector");
        for (InboundFormat format : formats)
            assertThat(jdbc.sql("select count(*) from inbound.received where source = :source and state = 'REJECTED'")
                            .param("source", format.source())
                            .query(Long.class)
                            .single())
                    .as(format.source())
                    .isGreaterThan(5);
        assertThat(jdbc.sql("select count(*) from intake.appeal where content like '%root:%'")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void a_source_whose_clock_is_hours_off_is_taken_at_our_time_and_its_own_is_kept_where_it_can_be() {
        Instant now = clock.instant();
        inbox.take(message("sms", "ahead", now.plus(Duration.ofHours(5)), BadFrames.sms("13911119902", "钟快五小时")));
        inbox.take(message("sms", "behind", now.minus(Duration.ofHours(5)), BadFrames.sms("13911119903", "钟慢五小时")));
        inbox.take(message("sms", "lost", Instant.EPOCH, BadFrames.sms("13911119904", "钟没有走")));
        work.run();
        assertThat(written("钟快五小时").writtenAt()).isNull();
        assertThat(written("钟慢五小时").writtenAt()).isEqualTo(now.minus(Duration.ofHours(5)));
        assertThat(written("钟没有走").writtenAt()).isNull();
        for (String words : List.of("钟快五小时", "钟慢五小时", "钟没有走"))
            assertThat(written(words).receivedAt()).isEqualTo(now);
        assertThat(jdbc.sql("select count(*) from inbound.received where source_at > received_at")
                        .query(Long.class)
                        .single())
                .as("what the source said stands beside ours")
                .isEqualTo(1);
    }

    private Appeal written(String words) {
        return appeals.get(Objects.requireNonNull(jdbc.sql("select number from intake.appeal where content = :words")
                .param("words", words)
                .query(String.class)
                .single()));
    }

    @Test
    void a_flood_of_one_sender_over_any_channel_keeps_no_other_sender_waiting() {
        for (int i = 0; i < 60; i++)
            inbox.take(message("sms", "flood-" + i, null, BadFrames.sms("13911119905", "第" + i + "条")));
        inbox.take(message("sms", "other", null, BadFrames.sms("13911119906", "一条")));
        assertThat(work.round()).isGreaterThan(0);
        assertThat(jdbc.sql(
                                "select state from inbound.received where digest = (select max(digest) from inbound.received"
                                        + " where number = (select number from intake.appeal where content = '一条'))")
                        .query(String.class)
                        .single())
                .isEqualTo("DONE");
        work.run();
        assertThat(jdbc.sql("select count(*) from inbound.received where reason = 'flood'")
                        .query(Long.class)
                        .single())
                .isPositive();
        assertThat(jdbc.sql("select count(*) from inbound.received where state = 'NEW'")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void when_too_many_wait_a_source_is_asked_to_send_again_and_nothing_that_was_acknowledged_is_lost() {
        Inbox small = new Inbox(store, ways, threads, vault, keys, history, json, clock, 2);
        for (int i = 0; i < 3; i++) {
            small.measure();
            assertThat(small.take(message("sms", "many-" + i, null, BadFrames.sms("1391111991" + i, "来了"))))
                    .isTrue();
        }
        small.measure();
        assertThatThrownBy(() -> small.take(message("sms", "many-4", null, BadFrames.sms("13911119914", "来了"))))
                .isInstanceOf(Busy.class);
        work.run();
        small.measure();
        assertThat(small.take(message("sms", "many-4", null, BadFrames.sms("13911119914", "来了"))))
                .isTrue();
        work.run();
        assertThat(jdbc.sql("select count(*) from inbound.received where state = 'DONE'")
                        .query(Long.class)
                        .single())
                .isEqualTo(4);
    }

    @Test
    void ten_megabytes_of_chance_over_each_channel_are_kept_once_and_as_they_came() {
        byte[] large = BadFrames.chance(10 * 1024 * 1024);
        for (String source : List.of("mail", "sms")) {
            assertThat(inbox.take(message(source, "large", null, large))).isTrue();
            assertThat(inbox.take(message(source, "large", null, large))).isFalse();
        }
        List<Received> kept = store.claim(10, clock.instant(), Duration.ZERO);
        assertThat(kept).hasSize(2).allMatch(r -> Arrays.equals(inbox.raw(r), large));
        work.run();
        assertThat(jdbc.sql("select count(*) from inbound.received where state = 'NEW'")
                        .query(Long.class)
                        .single())
                .isZero();
    }
}
