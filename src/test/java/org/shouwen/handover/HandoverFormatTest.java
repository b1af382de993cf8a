package org.shouwen.handover;

import org.junit.jupiter.api.Test;
import org.shouwen.upgrade.Golden;

/** What every released version has written is read for ever. */
class HandoverFormatTest {
    @Test
    void every_handover_that_was_written_is_read() {
        Golden.entries("handover", HandoverVerifier.FORMAT);
    }
}
