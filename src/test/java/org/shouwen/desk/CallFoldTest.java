package org.shouwen.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.shouwen.desk.Call.Outcome;
import org.shouwen.desk.CallEvent.Kind;

/** A call is what its events make it, in whatever order and however often they are told. */
class CallFoldTest {
    private static final Instant START = Instant.parse("2026-09-30T02:00:00Z");

    private static CallEvent event(String type, double seconds, Object... more) {
        Map<String, @Nullable Object> fields = new java.util.HashMap<>(Map.of(
                "id",
                type + seconds,
                "type",
                type,
                "call",
                "c1",
                "agent",
                "8001",
                "at",
                START.plusMillis((long) (seconds * 1000)).toString()));
        for (int i = 0; i < more.length; i += 2) fields.put((String) more[i], more[i + 1]);
        return CallEventReader.read("pbx", fields, Duration.ZERO, START.plusSeconds(3600));
    }

    private static Call of(CallEvent... events) {
        return CallFold.of(List.of(events));
    }

    @Test
    void an_answered_call_waited_rang_and_talked() {
        Call call = of(
                event("offered", 0, "caller", "13800001111", "called", "12345", "queue", "12345", "agent", ""),
                event("ringing", 3),
                event("answered", 7.5),
                event("ended", 67.5, "side", "caller"),
                event("recording-ready", 68, "recording", "a.wav"),
                event("rating", 70, "rating", 4));
        assertThat(call.outcome()).isEqualTo(Outcome.ANSWERED);
        assertThat(call.waitedMs()).isEqualTo(7_500);
        assertThat(call.rangMs()).isEqualTo(4_500);
        assertThat(call.talkedMs()).isEqualTo(60_000);
        assertThat(call.agent()).isEqualTo("8001");
        assertThat(call.recording()).isEqualTo("a.wav");
        assertThat(call.rating()).isEqualTo(4);
        assertThat(call.missed()).isFalse();
        assertThat(call.toString()).doesNotContain("13800001111");
    }

    @Test
    void a_time_out_that_also_says_abandoned_is_a_time_out() {
        Call call = of(event("offered", 0), event("abandoned", 25, "waitedMs", 25_000), event("timed-out", 25.2));
        assertThat(call.outcome()).isEqualTo(Outcome.TIMED_OUT);
        assertThat(call.missed()).isTrue();
        assertThat(of(event("offered", 0), event("abandoned", 4)).outcome()).isEqualTo(Outcome.ABANDONED);
        assertThat(of(event("offered", 0), event("abandoned", 4), event("answered", 9), event("ended", 20))
                        .outcome())
                .as("given up in one queue, lifted in the next")
                .isEqualTo(Outcome.ANSWERED);
    }

    @Test
    void who_ends_without_a_word_was_missed_and_who_has_not_ended_waits() {
        assertThat(of(event("offered", 0), event("ended", 9)).outcome()).isEqualTo(Outcome.MISSED);
        assertThat(of(event("offered", 0), event("ringing", 1)).outcome()).isEqualTo(Outcome.WAITING);
        assertThat(of(event("answered", 4)).outcome()).isEqualTo(Outcome.TALKING);
    }

    @Test
    void what_was_told_at_the_time_is_believed_before_the_log() {
        CallEvent live = event("answered", 7.5);
        CallEvent log = event("answered", 7, "id", "log1", "fromLog", true, "waitedMs", 7_000);
        assertThat(of(event("offered", 0), log).waitedMs()).isEqualTo(7_000);
        assertThat(of(event("offered", 0), log, live).waitedMs()).isEqualTo(7_500);
        assertThat(of(event("no-answer", 6), event("no-answer", 6, "id", "l", "fromLog", true))
                        .noAnswers())
                .isOne();
    }

    @Test
    void a_clock_that_is_hours_off_moves_the_call_and_changes_no_length() {
        Map<String, Object> offered = Map.of(
                "id",
                "1",
                "type",
                "offered",
                "call",
                "c",
                "at",
                START.plusSeconds(7200).toString());
        CallEvent ahead = CallEventReader.read("pbx", offered, Duration.ZERO, START);
        assertThat(ahead.skew()).isEqualTo(Duration.ofHours(-2));
        assertThat(CallFold.of(List.of(ahead)).began()).isEqualTo(START);
        assertThat(CallEventReader.skew(START.toString(), START.plusSeconds(30)))
                .isZero();
        assertThat(CallEventReader.skew(START.minusSeconds(3600).toString(), START))
                .isEqualTo(Duration.ofHours(1));
    }

    /** Thousands of calls of chance: any order, any repetition, the same call; and lengths that can be. */
    @Test
    void order_and_repetition_change_nothing() {
        Random random = new Random(12345);
        Set<Outcome> seen = new HashSet<>();
        for (int n = 0; n < 4_000; n++) {
            List<CallEvent> events = new ArrayList<>();
            int many = 1 + random.nextInt(8);
            for (int i = 0; i < many; i++) events.add(any(random));
            Call call = CallFold.of(events);
            List<CallEvent> told = new ArrayList<>(events);
            for (int i = random.nextInt(6); i > 0; i--) told.add(events.get(random.nextInt(events.size())));
            Collections.shuffle(told, random);
            assertThat(fields(CallFold.of(told))).isEqualTo(fields(call));
            seen.add(call.outcome());
            if (call.waitedMs() != null) assertThat(call.waitedMs()).isNotNegative();
            if (call.talkedMs() != null) assertThat(call.talkedMs()).isNotNegative();
            boolean lifted = events.stream().anyMatch(e -> e.kind() == Kind.ANSWERED);
            assertThat(call.answered() != null).isEqualTo(lifted);
            if (lifted) assertThat(call.missed()).isFalse();
        }
        assertThat(seen).containsExactlyInAnyOrder(Outcome.values());
    }

    private static CallEvent any(Random random) {
        List<Kind> kinds =
                List.of(Kind.values()).stream().filter(k -> !k.ofAgent()).toList();
        Kind kind = kinds.get(random.nextInt(kinds.size()));
        return event(
                kind.word(),
                random.nextInt(40),
                "id",
                "e" + random.nextInt(3),
                "agent",
                "800" + random.nextInt(3),
                "caller",
                random.nextBoolean() ? "1380000000" + random.nextInt(3) : "",
                "recording",
                "r" + random.nextInt(2),
                "rating",
                1 + random.nextInt(5),
                "fromLog",
                random.nextInt(4) == 0,
                "waitedMs",
                random.nextBoolean() ? random.nextInt(9_000) : "");
    }

    /** Its text says nothing of numbers; a comparison must. */
    private static List<Object> fields(Call call) {
        List<Object> all = new ArrayList<>();
        for (var c : Call.class.getRecordComponents())
            try {
                c.getAccessor().setAccessible(true);
                all.add(String.valueOf(c.getAccessor().invoke(call)));
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException(e);
            }
        return all;
    }
}
