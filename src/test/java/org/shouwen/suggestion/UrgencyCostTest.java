package org.shouwen.suggestion;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.shouwen.regulation.Editions;

/** What a judgement costs: agents see it while they type. */
class UrgencyCostTest {
    private static final String STORY = "我们小区下水道老旧，电梯也总响，去年暖气漏过水，井盖不平，物业收费不开发票，停车也没人管。";

    private static UrgencyDetector detector;

    @BeforeAll
    static void warm() throws IOException {
        detector = new UrgencyDetector(Editions.shipped("dandong-2026"), List.of());
        for (int i = 0; i < 300; i++) detector.judge(story(500));
    }

    private static String story(int characters) {
        return STORY.repeat(characters / STORY.length() + 1).substring(0, characters);
    }

    /** The quickest of some, so that what else the machine does takes no part. */
    private static double milliseconds(String text) {
        long least = Long.MAX_VALUE;
        for (int i = 0; i < 15; i++) {
            long start = System.nanoTime();
            detector.judge(text);
            least = Math.min(least, System.nanoTime() - start);
        }
        return least / 1e6;
    }

    @Test
    void five_hundred_characters_take_five_milliseconds_at_most() {
        assertThat(milliseconds(story(500))).isLessThanOrEqualTo(5);
    }

    @Test
    void the_time_grows_with_the_length_and_no_faster() {
        double one = milliseconds(story(5_000));
        assertThat(milliseconds(story(20_000))).isLessThan(one * 12 + 5);
    }

    @ParameterizedTest
    @ValueSource(strings = {"井盖", "电梯困", "下水返水，", "。", "着火", "a", "1", "\uD83D\uDE00", "没有"})
    void ten_thousand_characters_of_one_word_are_judged_in_a_moment(String word) {
        assertThat(milliseconds(word.repeat(10_000 / word.length()))).isLessThan(300);
    }
}
