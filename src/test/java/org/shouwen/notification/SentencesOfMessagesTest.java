package org.shouwen.notification;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.shouwen.ShouwenTest;
import org.springframework.beans.factory.annotation.Autowired;

/** What somebody wrote ends before the next sentence of a message begins. */
@ShouwenTest
class SentencesOfMessagesTest {
    @Autowired
    Templates templates;

    @ParameterizedTest
    @ValueSource(strings = {"已处理", "已处理。", "已处理 "})
    void an_outcome_is_a_sentence(String outcome) {
        String closed = templates.text(NotificationType.CLOSED, Templates.Way.PORTAL);
        assertThat(templates.preview(NotificationType.CLOSED, closed, "1", List.of(outcome)))
                .contains("已办结：已处理。 请凭");
    }
}
