package org.shouwen.history;

import org.junit.jupiter.api.Test;
import org.shouwen.upgrade.Golden;

/** What every released version has written about rows is read for ever. */
class HeldRowFormatTest {
    @Test
    void every_entry_about_a_row_is_read() {
        Golden.entries("held_row", HeldRows.FORMAT);
        Golden.entries("row_alarm", HeldRowAlarms.FORMAT);
        Golden.entries("held_table", HeldRowStart.FORMAT);
    }
}
