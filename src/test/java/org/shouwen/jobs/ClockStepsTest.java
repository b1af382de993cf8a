package org.shouwen.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What counts as a clock that was set. */
class ClockStepsTest {
    private static final Instant START = Instant.parse("2026-11-28T10:00:00Z");
    private final ClockSteps steps = new ClockSteps();
    private Instant clock = START;
    private long counted;

    private ClockSteps.@Nullable Step after(Duration clockGoes, Duration passes) {
        clock = clock.plus(clockGoes);
        counted += passes.toNanos();
        return steps.read(clock, counted);
    }

    @Test
    void a_clock_that_goes_and_one_that_is_slewed_never_step() {
        assertThat(after(Duration.ZERO, Duration.ZERO)).isNull();
        for (int second = 0; second < 100_000; second++)
            assertThat(after(Duration.ofMillis(1100), Duration.ofSeconds(1))).isNull();
        assertThat(steps.last()).isNull();
    }

    @Test
    void the_small_steps_of_a_time_server_and_a_busy_machine_are_none() {
        after(Duration.ZERO, Duration.ZERO);
        assertThat(after(Duration.ofMillis(-300), Duration.ofSeconds(1))).isNull();
        assertThat(after(Duration.ofMinutes(20), Duration.ofMinutes(20))).isNull();
    }

    @Test
    void two_hours_back_are_a_step_that_is_forgotten_after_a_day_of_counted_time() {
        after(Duration.ZERO, Duration.ZERO);
        ClockSteps.Step step =
                Objects.requireNonNull(after(Duration.ofHours(-2).plusSeconds(1), Duration.ofSeconds(1)));
        assertThat(step.by()).isEqualTo(Duration.ofHours(-2));
        assertThat(steps.leapt()).isFalse();
        after(Duration.ofHours(23), Duration.ofHours(23));
        assertThat(steps.last()).isEqualTo(step);
        after(Duration.ofHours(2), Duration.ofHours(2));
        assertThat(steps.last()).isNull();
    }

    @Test
    void ten_years_forward_and_back_again_let_what_destroys_rest_for_a_day_and_no_longer() {
        after(Duration.ZERO, Duration.ZERO);
        after(Duration.ofDays(3650), Duration.ofSeconds(1));
        assertThat(steps.leapt()).isTrue();
        after(Duration.ofDays(-3650), Duration.ofSeconds(1));
        assertThat(steps.leapt()).isTrue();
        after(Duration.ofDays(1), Duration.ofDays(1));
        assertThat(steps.leapt()).isFalse();
    }
}
