package org.shouwen.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What the lines outside the database say against what is in it (ruling 11). */
class NotedSealsTest {
    @Test
    void a_sealing_that_was_taken_away_is_missing() {
        assertThat(NotedSeals.missing(List.of("1 a", "2 b", "3 c"), Set.of("1 a", "3 c")))
                .containsExactly("2 b");
        assertThat(NotedSeals.missing(List.of("1 a", "2 b"), Set.of("1 a")))
                .as("also the newest")
                .containsExactly("2 b");
    }

    @Test
    void one_that_was_replaced_is_missing_unless_the_new_line_was_noted_after_it() {
        assertThat(NotedSeals.missing(List.of("1 a", "2 b"), Set.of("1 a", "2 forged")))
                .containsExactly("2 b");
        assertThat(NotedSeals.missing(List.of("1 a", "2 forged", "2 b"), Set.of("1 a", "2 forged")))
                .containsExactly("2 b");
    }

    @Test
    void one_that_a_crash_broke_off_and_that_was_made_again_is_not() {
        assertThat(NotedSeals.missing(List.of("1 a", "2 broken", "2 b", "3 c"), Set.of("1 a", "2 b", "3 c")))
                .isEmpty();
    }
}
