package org.shouwen.roster;

import org.junit.jupiter.api.Test;
import org.shouwen.upgrade.Golden;

/** What every released version has written is read for ever. */
class ShiftFormatTest {
    @Test
    void every_shift_that_was_written_is_read() {
        Golden.entries("shift", ShiftStore.FORMAT);
    }
}
