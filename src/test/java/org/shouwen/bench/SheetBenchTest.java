package org.shouwen.bench;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** {@code bench sheet} in short: four times the rows hold no more of the heap. */
class SheetBenchTest {
    private static final long MB = 1024 * 1024;

    @Test
    void memory_stays_flat_while_the_table_grows() {
        SheetBench.measure(2_000, false);
        SheetBench.Result small = SheetBench.measure(10_000, true);
        SheetBench.Result large = SheetBench.measure(40_000, true);
        assertThat(large.bytes()).isGreaterThan(3 * small.bytes());
        assertThat(large.held()).isLessThan(small.held() + 4 * MB).isLessThan(8 * MB);
    }
}
