package org.shouwen.suggestion;

import org.junit.jupiter.api.Test;
import org.shouwen.upgrade.Golden;

/** What has been written of a city's own phrases is read for ever. */
class PhraseFormatTest {
    @Test
    void every_row_that_was_written_is_read() {
        Golden.entries("city_phrase", PhraseStore.FORMAT);
    }
}
