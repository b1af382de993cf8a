package org.shouwen.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.shouwen.problems.BadInput;

/** Article 12: a number that a person pastes or writes out is read, two numbers in one field are not made one. */
class NumbersAsPeopleTypeTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            电话13800000001              | 13800000001
            手机号：138 0000 0001         | 13800000001
            联系电话是13800000001         | 13800000001
            tel:+86-138-0000-0001        | 13800000001
            Phone No. 13800000001        | 13800000001
            “13800000001”                | 13800000001
            13800000001。                | 13800000001
            13800000001;                 | 13800000001
            138_0000_0001                | 13800000001
            138•0000•0001                | 13800000001
            138·0000·0001                | 13800000001
            一三八零零零零零零零一          | 13800000001
            幺三八〇〇〇〇〇〇〇幺          | 13800000001
            手机壹叁捌零零零零零零零壹       | 13800000001
            0415/3123456                 | 04153123456
            0415～3123456                | 04153123456
            座机：(0415)3123456           | 04153123456
            零四一五-三一二三四五六         | 04153123456
            0415-3123456*801             | 04153123456x801
            0415-3123456，801             | 04153123456x801
            """)
    void one_number_is_read(String typed, String written) {
        assertThat(Phone.parse("phone", typed).written()).isEqualTo(written);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "13800000001/13900000002",
                "13800000001、13900000002",
                "13800000001 13900000002",
                "0415-3123456/3123457",
                "0415-3123456/57",
                "1380000000",
                "138000000011",
                "手机",
                "一三八零零零零零零零",
                "139*0000*0011"
            })
    void what_is_no_single_number_is_said(String typed) {
        assertThatThrownBy(() -> Phone.parse("phone", typed)).isInstanceOf(BadInput.class);
    }

    /** What the library of numbering plans reads otherwise than people mean it. */
    @Test
    void short_and_local_numbers_are_read_by_our_own_rules() {
        for (String own : new String[] {"12345", "12388", "8890000", "96110"})
            assertThat(Phone.parse("phone", own).main()).isEqualTo(own);
        for (String cut : new String[] {"0415-12345", "024-12345"})
            assertThatThrownBy(() -> Phone.parse("phone", cut)).as(cut).isInstanceOf(BadInput.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"无", "没有", "未留", "未提供", "不详", "保密", "匿名", "-", "——", "/", "N/A", "无电话", "未知"})
    void a_word_for_no_number_is_none(String typed) {
        assertThat(Phone.parseOptional("phone", typed)).isNull();
    }

    @Test
    void a_withheld_number_of_a_call_stays_a_hint() {
        assertThat(CallingNumber.of("anonymous").phone()).isNull();
        assertThat(CallingNumber.of("0415-3123456,801").phone()).isEqualTo(new Phone("04153123456", "801"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "合同编号SYHT-13812345678",
                "IC卡号13812345678",
                "水表号：13812345678",
                "电梯注册代码31102106002015060001",
                "热力卡号：1381234567",
                "房号13812345678",
                "户号 2106001234567",
                "缴费编号 0415-3123456",
                "表具编号SN13812345678",
                "工单号2026112800020613"
            })
    void numbers_of_meters_contracts_and_cards_stay_readable(String words) {
        Identity own = new Identity("李测试", new Phone("13900000011", ""), "", "", "");
        assertThat(PersonalDataDetector.mask(words, own)).isEqualTo(words);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "139。0000。0011",
                "139：0000：0011",
                "139|0000|0011",
                "1390000 00 11",
                "幺三九零零零零零零幺幺",
                "139 0000 零零11",
                "水表号 139-0000-0011",
                "合同SYHT-13900000011"
            })
    void the_appellants_own_number_is_masked_in_any_grouping_and_behind_any_word(String words) {
        Identity own = new Identity("李测试", new Phone("13900000011", ""), "", "", "");
        String masked = PersonalDataDetector.mask(words, own);
        assertThat(masked).contains("139****0011").doesNotContainPattern("0000.?00");
    }

    @ParameterizedTest
    @ValueSource(strings = {"我的tel13812345678", "加wx13812345678", "订单的事打V13812345678"})
    void a_mobile_number_behind_letters_is_still_somebodys(String words) {
        Identity own = new Identity("李测试", new Phone("13900000011", ""), "", "", "");
        assertThat(PersonalDataDetector.mask(words, own)).doesNotContain("13812345678");
    }
}
