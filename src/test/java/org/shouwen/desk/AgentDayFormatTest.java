package org.shouwen.desk;

import org.junit.jupiter.api.Test;
import org.shouwen.upgrade.Golden;

/** What every released version has written is read for ever. */
class AgentDayFormatTest {
    @Test
    void every_day_of_an_agent_that_was_written_is_read() {
        Golden.entries("agent_day", AgentDays.FORMAT);
    }
}
