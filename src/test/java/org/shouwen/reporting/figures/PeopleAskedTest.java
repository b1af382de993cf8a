package org.shouwen.reporting.figures;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.shouwen.reporting.Period;
import org.shouwen.reporting.facts.Counted;
import org.shouwen.reporting.facts.Dimension;

/** What was asked is read again as it was, whatever its keys hold. */
class PeopleAskedTest {
    @Test
    void a_selection_is_kept_and_read_again() {
        Selection of = new Selection(
                Map.of(Dimension.CLASS, List.of("heat=cold", "", "water;leak"), Dimension.UNIT, List.of("heating")));
        PeopleAsked asked = new PeopleAsked(
                Counted.TAKEN,
                new Period(LocalDate.of(2029, 1, 1), LocalDate.of(2029, 12, 31)),
                of,
                Optional.of(Dimension.UNIT),
                SumStore.Bucket.WHOLE);
        assertThat(asked.kept()).containsExactly("CLASS=", "CLASS=heat=cold", "CLASS=water;leak", "UNIT=heating");
        Selection read = PeopleAsked.selection(asked.kept());
        assertThat(read.keys().keySet()).isEqualTo(of.keys().keySet());
        assertThat(read.keys().get(Dimension.CLASS)).containsExactlyInAnyOrder("heat=cold", "", "water;leak");
        assertThat(read.keys().get(Dimension.UNIT)).containsExactly("heating");
    }
}
