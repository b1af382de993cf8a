package org.shouwen.supervision;

import org.junit.jupiter.api.Test;
import org.shouwen.upgrade.Golden;

/** What every released version has written is read for ever. */
class SupervisionFormatTest {
    @Test
    void every_supervision_that_was_written_is_read() {
        Golden.entries("supervision", SupervisionVerifier.FORMAT);
    }
}
