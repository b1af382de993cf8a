package org.shouwen.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.shouwen.TestClock;

/** An agent's day is what was said of them within it, over midnight and where the end was never said. */
class AgentDayTest {
    private static final Instant FROM = TestClock.at("2026-11-28T00:00");
    private static final Instant TO = TestClock.at("2026-11-29T00:00");

    private static AgentDay.Said said(CallEvent.Kind kind, String at) {
        return new AgentDay.Said(kind, TestClock.at(at));
    }

    private static AgentDay minutes(long ready, long busy, long away) {
        return new AgentDay(Duration.ofMinutes(ready), Duration.ofMinutes(busy), Duration.ofMinutes(away));
    }

    @Test
    void each_state_lasts_until_the_next_is_said() {
        assertThat(AgentDay.of(
                        List.of(
                                said(CallEvent.Kind.AGENT_READY, "2026-11-28T08:00"),
                                said(CallEvent.Kind.AGENT_BUSY, "2026-11-28T08:10"),
                                said(CallEvent.Kind.AGENT_AFTER_WORK, "2026-11-28T08:15"),
                                said(CallEvent.Kind.AGENT_READY, "2026-11-28T08:17"),
                                said(CallEvent.Kind.AGENT_AWAY, "2026-11-28T10:00"),
                                said(CallEvent.Kind.AGENT_OUT, "2026-11-28T10:30")),
                        FROM,
                        TO))
                .isEqualTo(minutes(113, 7, 30));
    }

    @Test
    void a_night_shift_counts_for_each_of_its_days() {
        List<AgentDay.Said> night = List.of(
                said(CallEvent.Kind.AGENT_READY, "2026-11-27T22:00"),
                said(CallEvent.Kind.AGENT_OUT, "2026-11-28T06:00"));
        assertThat(AgentDay.of(night, FROM, TO)).isEqualTo(minutes(360, 0, 0));
        assertThat(AgentDay.of(night.subList(0, 1), FROM.minus(Duration.ofDays(1)), FROM))
                .isEqualTo(minutes(120, 0, 0));
    }

    @Test
    void who_never_signed_out_is_not_ready_for_ever() {
        assertThat(AgentDay.of(List.of(said(CallEvent.Kind.AGENT_READY, "2026-11-28T07:00")), FROM, TO))
                .isEqualTo(minutes(720, 0, 0));
        assertThat(AgentDay.of(List.of(said(CallEvent.Kind.AGENT_OUT, "2026-11-28T07:00")), FROM, TO)
                        .none())
                .isTrue();
        assertThat(AgentDay.of(List.of(), FROM, TO).none()).isTrue();
    }
}
