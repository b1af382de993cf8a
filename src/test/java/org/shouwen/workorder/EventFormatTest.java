package org.shouwen.workorder;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.shouwen.attachments.PaperFormat;
import org.shouwen.upgrade.Golden;
import tools.jackson.databind.json.JsonMapper;

/** What every released version has written is read for ever. */
class EventFormatTest {
    @Test
    void every_event_that_was_written_is_read() {
        Golden.entries("work_order", EventJson.EVENTS);
    }

    @Test
    void every_event_has_a_file_of_how_it_was_written_first() {
        Golden.complete("work_order", Event.class);
    }

    @Test
    void what_stands_in_a_row_as_json_is_read() {
        Golden.columns("report", EventJson.REPORTS);
        Golden.columns("asked", EventJson.ASKED);
        Golden.columns("shield", EventJson.SHIELDS);
        Golden.columns("paper", PaperFormat.FORMAT);
    }

    @Test
    void parts_that_stand_in_a_row_are_read() {
        EventJson json = new EventJson(JsonMapper.builder().build());
        assertThat(Golden.trees("parts")).isNotEmpty().allSatisfy(parts -> {
            List<Contribution> read = json.readParts(parts.toString());
            assertThat(read).hasSameSizeAs(parts).allMatch(p -> p.due().at() != null);
            assertThat(JsonMapper.builder().build().readTree(json.write(read))).isEqualTo(parts);
        });
    }
}
