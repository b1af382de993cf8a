package org.shouwen.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Which questions ask about one matter, whatever greetings and question words stand around it. */
class QuestionGroupsTest {
    private final QuestionGroups groups = new QuestionGroups();

    @Test
    void one_matter_in_other_words_is_one_group_and_another_matter_is_another() {
        int heating = groups.begin("请问供热报停怎么办理");
        int bus = groups.begin("老年公交卡在哪里办");
        groups.begin("物业费收费标准是多少");
        assertThat(groups.find("您好，我想咨询一下供热报停需要什么手续")).isEqualTo(heating);
        assertThat(groups.find("老年人公交卡怎么办")).isEqualTo(bus);
        assertThat(groups.find("供热温度不达标怎么退费")).isEqualTo(-1);
        assertThat(groups.find("宠物狗怎么上户口")).isEqualTo(-1);
    }

    @Test
    void a_long_story_does_not_swallow_short_questions_and_words_that_only_ask_are_no_matter() {
        groups.begin("我家住在五楼，楼上漏水，物业不管，供热也不好，孩子上学难，公交车等很久，路灯不亮，噪音扰民，垃圾没人清运，停车难");
        assertThat(groups.find("路灯不亮")).isEqualTo(-1);
        assertThat(groups.find("请问怎么办")).isEqualTo(-1);
        assertThat(groups.find("")).isEqualTo(-1);
    }
}
