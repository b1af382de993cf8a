package org.shouwen.notification;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.shouwen.upgrade.Golden;
import tools.jackson.databind.JsonNode;

/** What lies in the outbox names its moment and the words that fill it. */
class OutboxFormatTest {
    @Test
    void every_message_that_was_written_has_its_moment_and_as_many_words() {
        for (JsonNode all : Golden.trees("outbox-args")) {
            assertThat(all.propertyNames()).hasSizeGreaterThan(15);
            for (String moment : all.propertyNames())
                assertThat(NotificationType.valueOf(moment).args())
                        .as(moment)
                        .hasSize(all.get(moment).size());
        }
    }
}
