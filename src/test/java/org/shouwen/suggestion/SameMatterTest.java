package org.shouwen.suggestion;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SameMatterTest {
    private static final LocalDateTime MORNING = LocalDateTime.of(2026, 11, 28, 8, 0);

    private final SameMatter same = new SameMatter();

    @BeforeEach
    void a_city_where_people_write() {
        int id = 0;
        for (TrainingRow row : DecidedMessages.rows())
            same.add(new ReceivedMessage("old" + id++, "", MORNING.minusDays(90), row.title(), row.content()));
    }

    @Test
    void the_same_wording_is_always_offered_first_whatever_stands_between_the_letters() {
        same.add(message("1", "锦绣家园楼下搅拌站扰民", "锦绣家园旁边的搅拌站夜里两点还在开工，灰尘很大。"));
        same.add(message("2", "锦绣家园搅拌站夜里施工", "锦绣家园旁边搅拌站，夜里两点还在开工，灰尘很大，没法睡。"));
        List<MatterOffer> offers =
                same.offers(message("3", " 锦绣家园 楼下搅拌站，扰民！", "锦绣家园旁边的搅拌站夜里２点还在开工灰尘很大".replace("２", "两")));
        assertThat(offers.getFirst()).isEqualTo(new MatterOffer("1", 1, true));
        assertThat(offers).extracting(MatterOffer::id).contains("2");
    }

    @Test
    void the_first_of_several_repetitions_is_offered() {
        for (String id : List.of("1", "2", "3", "4")) same.add(message(id, "江畔花园停水", "停水三天了"));
        assertThat(same.offers(message("5", "江畔花园停水", "停水三天了")).getFirst().id()).isEqualTo("1");
    }

    @Test
    void one_matter_in_other_words_is_offered_and_another_place_is_not() {
        same.add(message("1", "锦绣家园楼下搅拌站扰民", "锦绣家园旁边的搅拌站夜里两点还在开工，灰尘很大。"));
        same.add(message("2", "振兴区幸福里小区电梯停用", "幸福里小区三号楼电梯坏了一个月，老人下不了楼。"));
        List<MatterOffer> offers = same.offers(message("3", "投诉锦绣家园附近建搅拌站", "锦绣家园业主，搅拌站噪音和灰尘让人没法住。"));
        assertThat(offers).extracting(MatterOffer::id).containsExactly("1");
        assertThat(offers.getFirst().probability()).isBetween(SameMatter.LEAST_PROBABILITY, 1.0);
        assertThat(offers.getFirst().repeated()).isFalse();
    }

    @Test
    void never_more_than_three_are_offered() {
        for (int i = 0; i < 10; i++) same.add(message("m" + i, "锦绣家园搅拌站扰民" + i, "锦绣家园旁边的搅拌站夜里开工，灰尘很大。"));
        assertThat(same.offers(message("x", "锦绣家园搅拌站扰民", "锦绣家园旁边的搅拌站夜里开工，灰尘很大。")))
                .hasSize(3);
    }

    @Test
    void nothing_is_offered_when_there_is_nothing_or_nothing_like_it() {
        assertThat(new SameMatter().offers(message("1", "停水", "停水"))).isEmpty();
        assertThat(same.offers(message("1", "咨询护照怎么办理", "去哪里办护照，要带什么材料？"))).isEmpty();
    }

    @Test
    void texts_of_one_character_none_and_ten_thousand_are_taken() {
        String[] texts = {"", "水", "？", "😀", "\uD83D", "停水".repeat(5_000)};
        for (String text : texts) {
            same.offers(message("t", text, text));
            same.add(message(text.length() + "t", text, text));
        }
        assertThat(same.offers(message("t", "停水".repeat(5_000), "停水".repeat(5_000)))
                        .getFirst()
                        .id())
                .isEqualTo("10000t");
    }

    private static ReceivedMessage message(String id, String title, String content) {
        return new ReceivedMessage(id, "", MORNING, title, content);
    }
}
