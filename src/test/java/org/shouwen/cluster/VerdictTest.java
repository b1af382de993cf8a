package org.shouwen.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A trial of a cluster ends well only when every bar was kept, and names each that was not. */
class VerdictTest {
    @Test
    void all_bars_kept() {
        Verdict good = new Verdict(0, 0, 0, 0, 10.0, 0);
        assertThat(good.missed()).isEmpty();
        assertThat(good.status()).isZero();
    }

    @ParameterizedTest
    @CsvSource({
        "1,0,0,0,0,0,丢失,lost: 1",
        "0,2,0,0,0,0,重复,twice: 2",
        "0,0,3,0,0,0,核验,verify: 3",
        "0,0,0,4,0,0,登录,sessions lost: 4",
        "0,0,0,0,10.1,0,10.1 秒没有写入,10.1 s without a write after a primary's death",
        "0,0,0,0,0,1,无人应答,during the roll: 1"
    })
    void each_bar_that_was_missed_is_named(
            int lost, int doubled, int findings, long sessions, double gap, long unanswered, String zh, String en) {
        Verdict bad = new Verdict(lost, doubled, findings, sessions, gap, unanswered);
        assertThat(bad.missed()).singleElement().asString().contains(zh, en);
        assertThat(bad.status()).isEqualTo(1);
    }

    @Test
    void the_gap_is_that_of_primaries_and_of_no_other_fault() {
        Gaps gaps = new Gaps();
        assertThat(gaps.ofPrimaries()).isZero();
        gaps.add("etcd", 30);
        gaps.add("primary", 7);
        gaps.add("primary", 6);
        assertThat(gaps.ofPrimaries()).isEqualTo(7);
        gaps.add(Faults.UNEVEN, 12);
        assertThat(gaps.ofPrimaries()).isEqualTo(12);
    }
}
