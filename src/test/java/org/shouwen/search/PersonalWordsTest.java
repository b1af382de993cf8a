package org.shouwen.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Which words of a search lead to a person, and so stand in no address (Art. 21). */
class PersonalWordsTest {
    @Test
    void numbers_that_lead_to_a_person_are_known() {
        for (String words :
                List.of("13800008888", "供热 13800008888", "供热13912345678", "210603199001011230", "wang@example.com")) {
            assertThat(PersonalWords.in(words)).as(words).isTrue();
            assertThat(PersonalWords.numberIn(words)).as(words).isTrue();
        }
        for (String words : List.of("张建国", "漏水 王丽", "六纬路12号3单元")) {
            assertThat(PersonalWords.in(words)).as(words).isTrue();
            assertThat(PersonalWords.numberIn(words)).as(words).isFalse();
        }
    }

    @Test
    void words_of_the_work_are_none() {
        for (String words : List.of("供热 不热", "漏水", "20260930-000123", "振兴区", "000123", "8890", "停水通知", "噪音扰民"))
            assertThat(PersonalWords.in(words)).as(words).isFalse();
    }

    @Test
    void a_sentence_in_which_a_name_seems_to_stand_is_asked_by_meaning_and_a_name_is_not() {
        assertThat(PersonalWords.in("屋里冷得待不住人怎么办")).isTrue();
        assertThat(PersonalWords.sentence("屋里冷得待不住人怎么办")).isTrue();
        assertThat(PersonalWords.sentence("晚上走路没有灯")).isTrue();
        for (String person : List.of("王小明", "13800008888 家里暖气一直不热", "振兴区九纬路77号3单元602"))
            assertThat(PersonalWords.sentence(person)).as(person).isFalse();
    }
}
