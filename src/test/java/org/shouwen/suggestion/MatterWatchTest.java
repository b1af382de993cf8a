package org.shouwen.suggestion;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class MatterWatchTest {
    private static final LocalDateTime MORNING = LocalDateTime.of(2026, 11, 28, 8, 0);
    private static final List<String> WORDS =
            List.of("锦绣家园旁边的搅拌站夜里两点还在开工，灰尘很大。", "锦绣家园业主投诉搅拌站，噪音让人没法睡。", "锦绣家园门口搅拌站灰尘大，孩子咳嗽。", "搅拌站离锦绣家园只有一百米，噪音灰尘。");

    private final MatterWatch watch = new MatterWatch();

    @BeforeEach
    void a_city_where_people_write() {
        int id = 0;
        for (TrainingRow row : DecidedMessages.rows())
            watch.take(new ReceivedMessage(
                    "old" + id, "old" + id++, MORNING.minusDays(400 + id), row.title(), row.content()));
    }

    @Test
    void the_third_who_writes_about_a_matter_raises_one_warning_and_later_ones_join_it() {
        assertThat(take(0, "a", 0).raised()).isFalse();
        assertThat(take(1, "b", 1).raised()).isFalse();
        MatterWatch.Taken third = take(2, "c", 2);
        assertThat(third.raised()).isTrue();
        MatterWatch.Taken fourth = take(3, "d", 3);
        assertThat(fourth.raised()).isFalse();
        assertThat(fourth.matter()).isSameAs(third.matter());
        assertThat(fourth.matter().members()).extracting(MatterText::message).containsExactly("m0", "m1", "m2", "m3");
    }

    @Test
    void one_person_who_writes_again_and_again_raises_none() {
        for (int i = 0; i < 4; i++) assertThat(take(i, "a", i).raised()).isFalse();
    }

    @Test
    void senders_that_are_not_known_count_as_different() {
        take(0, "", 0);
        take(1, "", 1);
        assertThat(take(2, "", 2).raised()).isTrue();
    }

    @Test
    void three_people_over_a_year_raise_none() {
        take(0, "a", 0);
        take(1, "b", 100);
        assertThat(take(2, "c", 200).raised()).isFalse();
    }

    @Test
    void messages_without_words_raise_none() {
        for (int i = 0; i < 5; i++)
            assertThat(watch.take(new ReceivedMessage("e" + i, "u" + i, MORNING, "", ""))
                            .raised())
                    .isFalse();
    }

    private MatterWatch.Taken take(int text, String sender, int days) {
        String title =
                List.of("锦绣家园搅拌站扰民", "投诉锦绣家园搅拌站噪音", "锦绣家园附近搅拌站灰尘大", "锦绣家园旁建搅拌站").get(text);
        return watch.take(new ReceivedMessage("m" + text, sender, MORNING.plusDays(days), title, WORDS.get(text)));
    }
}
