package org.shouwen.reporting.topics;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Typical words and the trend of a topic. */
class TopicWordsTest {
    @Test
    void a_word_is_typical_that_stands_here_and_not_elsewhere_and_its_pieces_are_left_out() {
        List<String> here = Collections.nCopies(6, "小区暖气片不热，换热站跳闸");
        List<String> others = Collections.nCopies(6, "小区垃圾没人清运");
        List<Topic.Word> words = TopicWords.of(here, others, 5);
        assertThat(words).isNotEmpty().allSatisfy(w -> assertThat(w.in()).isEqualTo(6));
        List<String> said = words.stream().map(Topic.Word::word).toList();
        assertThat(said).doesNotContain("小区", "暖气");
        assertThat(String.join("", said)).containsAnyOf("换热站跳", "热站跳闸");
    }

    @Test
    void what_stands_everywhere_or_once_is_not_typical() {
        assertThat(TopicWords.of(List.of("停水", "停电"), List.of("停气"), 5)).isEmpty();
        assertThat(TopicWords.of(Collections.nCopies(4, "停水"), Collections.nCopies(4, "停水"), 5))
                .isEmpty();
    }

    @Test
    void the_trend_leaves_out_no_step_and_adds_up() {
        List<LocalDate> days =
                List.of(LocalDate.parse("2026-11-01"), LocalDate.parse("2026-11-05"), LocalDate.parse("2026-11-05"));
        assertThat(TopicSteps.of(days)).extracting(Topic.Step::count).containsExactly(1L, 0L, 0L, 0L, 2L);
        List<Topic.Step> months = TopicSteps.of(List.of(LocalDate.parse("2026-01-31"), LocalDate.parse("2026-12-01")));
        assertThat(months).hasSize(12);
        assertThat(months.getFirst().name()).isEqualTo("2026-01");
        assertThat(TopicSteps.of(List.of(LocalDate.parse("2026-10-01"), LocalDate.parse("2026-12-01"))))
                .as("by week, from Mondays")
                .first()
                .extracting(Topic.Step::from)
                .isEqualTo(LocalDate.parse("2026-09-28"));
        assertThat(TopicSteps.of(List.of())).isEmpty();
    }
}
