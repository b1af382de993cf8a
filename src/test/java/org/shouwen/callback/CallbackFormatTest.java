package org.shouwen.callback;

import org.junit.jupiter.api.Test;
import org.shouwen.upgrade.Golden;

/** What every released version has written is read for ever. */
class CallbackFormatTest {
    @Test
    void every_callback_that_was_written_is_read() {
        Golden.entries("callback", CallbackVerifier.FORMAT);
    }
}
