package org.shouwen.reporting.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;

/** How a figure's value becomes points. */
class CurveTest {
    private static BigDecimal n(String number) {
        return new BigDecimal(number);
    }

    private static Scheme.Step step(String from, String points) {
        return new Scheme.Step(n(from), n(points));
    }

    @Test
    void where_more_is_worse_a_later_step_gives_fewer_points_in_whatever_order_they_are_written() {
        for (List<Scheme.Step> steps : List.of(
                List.of(step("0", "100"), step("3", "60"), step("6", "0")),
                List.of(step("6", "0"), step("0", "100"), step("3", "60")))) {
            Scheme.Curve late = new Scheme.Curve(null, null, steps);
            assertThat(late.points(n("0"))).isEqualByComparingTo("100");
            assertThat(late.points(n("2.999"))).isEqualByComparingTo("100");
            assertThat(late.points(n("3"))).isEqualByComparingTo("60");
            assertThat(late.points(n("40"))).isEqualByComparingTo("0");
        }
    }

    @Test
    void below_the_first_step_there_are_none() {
        Scheme.Curve share = new Scheme.Curve(null, null, List.of(step("90", "50"), step("98", "100")));
        assertThat(share.points(n("89.9"))).isEqualByComparingTo("0");
        assertThat(share.points(n("97.99"))).isEqualByComparingTo("50");
        assertThat(share.points(n("100"))).isEqualByComparingTo("100");
    }

    @Test
    void a_goal_below_its_floor_gives_more_for_less() {
        Scheme.Curve days = new Scheme.Curve(n("10"), n("2"), List.of());
        assertThat(days.points(n("10"))).isEqualByComparingTo("0");
        assertThat(days.points(n("6"))).isEqualByComparingTo("50");
        assertThat(days.points(n("1"))).isEqualByComparingTo("100");
        assertThat(days.points(n("40"))).isEqualByComparingTo("0");
    }
}
