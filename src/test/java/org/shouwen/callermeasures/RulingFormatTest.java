package org.shouwen.callermeasures;

import org.junit.jupiter.api.Test;
import org.shouwen.upgrade.Golden;

/** What every released version has written is read for ever. */
class RulingFormatTest {
    @Test
    void every_ruling_that_was_written_is_read() {
        Golden.entries("nuisance", RulingStore.FORMAT);
    }
}
