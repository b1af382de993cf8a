package org.shouwen.suggestion;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Name and number, where the person says them of themselves. All names and numbers are made up. */
class PersonHeardTest {
    @ParameterizedTest
    @CsvSource({
        "您好我叫沈如一，家里没暖气, 沈如一",
        "我叫欧阳明月，住站前, 欧阳明月",
        "我姓赵，电话还是这个, 赵",
        "免贵姓孙, 孙",
        "我是王女士，上午打过电话, 王女士",
        "联系人：李示例, 李示例",
        "联系人周先生 晚上在家, 周先生",
        "姓名是钱示例，想问一下, 钱示例",
        "我叫郑示家住锦山大街, 郑示",
    })
    void the_name_is_heard(String said, String name) {
        assertThat(PersonHeard.name(said).map(Heard::value)).contains(name);
    }

    @ParameterizedTest
    @ValueSource(strings = {"我叫了物业也不来", "我叫他别唱了", "我是业主", "我是农民，靠种田", "投诉王经理态度差", "我是小区居民", "", "我"})
    void whoever_is_no_caller_is_none(String said) {
        assertThat(PersonHeard.name(said)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "我电话13800001234, 13800001234",
        "打138 0000 1234找我, 13800001234",
        "手机号是一三八零零零零一二三四, 13800001234",
        "幺三八洞洞洞洞幺二三四, 13800001234",
        "座机是2345678, 2345678",
        "家里电话0415-2345678, 04152345678",
        "回电+86 13800001234, 13800001234",
        "物业电话2345678没人接，我的号13800001234, 13800001234",
    })
    void the_number_is_heard_however_it_is_said(String said, String number) {
        assertThat(PersonHeard.phone(said).map(Heard::value)).contains(number);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"物业电话2345678没人接", "骗子的电话13800001234", "户号2345678901", "单号20260930000106", "3号楼2单元", "2345678", ""
            })
    void a_number_of_another_or_of_an_account_is_none(String said) {
        assertThat(PersonHeard.phone(said)).isEmpty();
    }
}
