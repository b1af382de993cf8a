package org.shouwen.reporting.facts;

import org.junit.jupiter.api.Test;
import org.shouwen.upgrade.Golden;

/** What every released version has written is read for ever. */
class RepeatFormatTest {
    @Test
    void every_repeat_that_was_written_is_read() {
        Golden.entries("repeat", Repeats.FORMAT);
    }
}
