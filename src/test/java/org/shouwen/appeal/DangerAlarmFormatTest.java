package org.shouwen.appeal;

import org.junit.jupiter.api.Test;
import org.shouwen.upgrade.Golden;

/** What has been written of danger alarms is read for ever. */
class DangerAlarmFormatTest {
    @Test
    void every_event_that_was_written_is_read() {
        Golden.entries("danger_alarm", DangerEvent.FORMAT);
    }

    @Test
    void every_event_has_a_file_of_how_it_was_written_first() {
        Golden.complete("danger_alarm", DangerEvent.class);
    }
}
