package org.shouwen.appeal;

import org.junit.jupiter.api.Test;
import org.shouwen.upgrade.Golden;

/** What every released version has written is read for ever. */
class AppealFormatTest {
    @Test
    void every_event_that_was_written_is_read() {
        Golden.entries("appeal", AppealRows.EVENTS);
    }

    @Test
    void every_event_has_a_file_of_how_it_was_written_first() {
        Golden.complete("appeal", AppealEvent.class);
    }

    @Test
    void every_remark_and_objection_that_was_written_is_read() {
        Golden.entries(Remark.KIND, Remark.FORMAT);
        Golden.entries(Objection.KIND, Objection.FORMAT);
    }

    @Test
    void every_outcome_that_stands_in_a_row_is_read() {
        Golden.columns("outcome", AppealRows.OUTCOMES);
    }
}
