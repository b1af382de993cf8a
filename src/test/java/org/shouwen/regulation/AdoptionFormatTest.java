package org.shouwen.regulation;

import org.junit.jupiter.api.Test;
import org.shouwen.upgrade.Golden;

/** What every released version has written is read for ever. */
class AdoptionFormatTest {
    @Test
    void every_adoption_that_was_written_is_read() {
        Golden.entries("edition", Adoptions.FORMAT);
    }
}
