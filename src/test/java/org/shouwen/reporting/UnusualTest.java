package org.shouwen.reporting;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What is to be expected follows the season, and how unusual a count is follows what was expected. */
class UnusualTest {
    @Test
    void heating_that_tripled_a_year_ago_lets_three_times_as_many_be_expected() {
        assertThat(new Season(299, 792).factor()).isEqualTo(3.0);
        assertThat(new Season(0, 800).factor()).isEqualTo(0.5);
        assertThat(new Season(10_000, 80).factor()).isEqualTo(5);
        assertThat(new Season(5, 5).factor()).as("too few to say").isEqualTo(1);
    }

    @Test
    void nine_where_three_are_usual_are_three_deviations() {
        List<UUID> nine = Collections.nCopies(9, UUID.randomUUID());
        assertThat(new Unusual("heating", "210602", 3, nine).deviations()).isEqualTo(3);
        assertThat(new Unusual("heating", "210602", 8, nine).deviations()).isLessThan(1);
    }
}
