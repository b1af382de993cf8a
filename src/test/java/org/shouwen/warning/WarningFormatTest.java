package org.shouwen.warning;

import org.junit.jupiter.api.Test;
import org.shouwen.upgrade.Golden;

/** What has been written of warnings and of their rules is read for ever. */
class WarningFormatTest {
    @Test
    void every_warning_that_was_written_is_read() {
        Golden.entries("warning", WarningStore.FORMAT);
    }

    @Test
    void every_change_of_a_rule_that_was_written_is_read() {
        Golden.entries("warning_rule", ChangeStore.FORMAT);
    }
}
