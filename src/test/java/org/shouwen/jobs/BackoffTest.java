package org.shouwen.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** Whoever fails is tried again, ever more seldom, for about a day. */
class BackoffTest {
    private static final Instant NOW = Instant.ofEpochSecond(1614265330);

    @Test
    void who_fails_is_tried_for_about_a_day_and_then_stopped_and_who_is_gone_at_once() {
        Instant at = NOW;
        int tries = 0;
        for (Instant next = Backoff.next(++tries, false, at); next != null; next = Backoff.next(++tries, false, at)) {
            assertThat(next).isAfter(at);
            at = next;
        }
        assertThat(Duration.between(NOW, at)).isBetween(Duration.ofHours(20), Duration.ofHours(26));
        assertThat(Backoff.next(1, false, NOW)).isEqualTo(NOW.plusSeconds(1));
        assertThat(Backoff.next(1, true, NOW)).isNull();
    }
}
