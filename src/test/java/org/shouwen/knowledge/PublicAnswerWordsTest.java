package org.shouwen.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.shouwen.regulation.Clause;

/** What is published of an answer: its paragraphs, and nothing that leads to a person (Art. 21). */
class PublicAnswerWordsTest {
    private static String masked(String words) {
        return PublicAnswerBook.masked(words, (whole, _) -> whole);
    }

    @Test
    void paragraphs_stay() {
        assertThat(masked("您好：\r\n　　路灯已列入明年计划。\r\n\r\n\r\n　　进展打 13904151299 告诉您。 "))
                .isEqualTo("您好：\n路灯已列入明年计划。\n\n进展打 " + masked("13904151299") + " 告诉您。");
        assertThat(masked("13904151299")).doesNotContain("0415");
    }

    /** {@link Clause#A21}. */
    @Test
    void a_number_that_runs_over_the_end_of_a_line_is_masked_all_the_same() {
        assertThat(masked("第一段。\n打1390415\n1299找我"))
                .isEqualTo(masked("第一段。 打1390415 1299找我"))
                .doesNotContain("1390415");
    }
}
