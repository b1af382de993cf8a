package org.shouwen.accountability;

import org.junit.jupiter.api.Test;
import org.shouwen.upgrade.Golden;

/** What every released version has written is read for ever. */
class BreachFormatTest {
    @Test
    void every_case_that_was_written_is_read() {
        Golden.entries("breach", BreachVerifier.FORMAT);
    }
}
