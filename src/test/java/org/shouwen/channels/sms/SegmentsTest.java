package org.shouwen.channels.sms;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A long text goes in parts of which each can be read by itself: no character lies half in one and half in the next. */
class SegmentsTest {
    private static String words(byte[] part) {
        return new String(Arrays.copyOfRange(part, 6, part.length), StandardCharsets.UTF_16BE);
    }

    @Test
    void a_character_of_level_three_at_the_border_goes_whole_into_the_next_part() {
        String said = "您".repeat(66) + "𠮷先生，您的诉求已答复";
        List<byte[]> parts = Segments.of(said, 7);
        assertThat(parts).extracting(SegmentsTest::words).containsExactly("您".repeat(66), "𠮷先生，您的诉求已答复");
        assertThat(parts).allSatisfy(p -> assertThat(p).startsWith(5, 0, 3, 7, 2));
    }

    @Test
    void wherever_it_stands_nothing_is_lost_and_no_part_is_longer_than_a_message() {
        for (int before = 0; before < 140; before++) {
            String said = "您".repeat(before) + "𠮷" + "的".repeat(140 - before);
            List<byte[]> parts = Segments.of(said, before);
            assertThat(String.join("", parts.stream().map(SegmentsTest::words).toList()))
                    .isEqualTo(said);
            assertThat(parts).allSatisfy(p -> {
                assertThat(p).hasSizeLessThanOrEqualTo(140);
                assertThat(Character.isLowSurrogate(words(p).charAt(0))).isFalse();
            });
        }
    }
}
