package org.shouwen.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/** A benchmark's mean is told with how sure it is. */
class IntervalTest {
    @Test
    void the_ends_follow_students_t() {
        assertThat(Interval.t(5)).isCloseTo(2.571, within(0.003));
        assertThat(Interval.t(19)).isCloseTo(2.093, within(0.001));
        Interval i = Interval.of(new double[] {0.9, 1.0, 1.1, 1.0, 0.95, 1.05});
        assertThat(i.mean()).isCloseTo(1.0, within(1e-9));
        assertThat(i.high() - i.mean()).isCloseTo(0.0742, within(0.0003));
        assertThat(i.mean() - i.low()).isCloseTo(i.high() - i.mean(), within(1e-9));
    }

    @Test
    void one_figure_says_nothing_of_how_far_it_is_off() {
        assertThat(Interval.of(new double[] {0.97})).isEqualTo(new Interval(0.97, 0.97, 0.97));
    }
}
