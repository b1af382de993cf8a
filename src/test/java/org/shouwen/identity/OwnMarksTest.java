package org.shouwen.identity;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Article 21: a person's own name and number leave words in any writing and whole; what a unit works with stays. */
class OwnMarksTest {
    private static final Identity LI = Identity.of("李测试", "13900000011", "振兴区江城大街12号3单元502", null);

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            李 测试                    | 李**
            我是李-测试，请回电        | 我是李**，请回电
            李　测　试                 | 李**
            李測試                     | 李**
            1390000-0011               | 139****0011
            139 000 000 11 找我        | 139****0011 找我
            (139)0000-0011             | 139****0011
            139/0000/0011              | 139****0011
            +86 139-0000-0011          | 139****0011
            13900000011x               | 139****0011x
            139０００0０011           | 139****0011
            壹叁玖零零零零零零壹壹     | 139****0011
            一三九 零零零零 零零幺幺   | 139****0011
            ①③⑨〇〇〇〇〇〇①①     | 139****0011
            热表编号13900000011        | 热表编号139****0011
            家住振兴区江城大街 12号3单元502室 | 家住振兴区***
            """)
    void own_name_and_number_are_masked_however_they_are_written(String words, String masked) {
        assertThat(LI.scrub().of(words)).isEqualTo(masked);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"李 测试", "李測試", "手机1390000-0011", "壹叁玖零零零零零零壹壹", "139 0000 0011", "①③⑨〇〇〇〇〇〇①①", "+86 13900000011"
            })
    void nothing_of_them_stays_where_even_a_mask_would_tell(String words) {
        assertThat(LI.unnamed(words)).isIn("（略）", "手机（略）");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "取暖缴费账号210600123456",
                "缴费账户号210600123456",
                "热表编号13812345678",
                "表号 13812345678",
                "合同编号13700001234",
                "合同编号CN2026-13700001234",
                "户号：13700001234",
                "燃气用户号 210600123456789",
                "电梯注册代码31102106032015120034",
                "工单20261120-000001还没办",
                "宽带账号041588888888",
                "热力公司卡号123456789012",
                "快递单号SF1234567890123",
                "请打12345、95598、4008001234"
            })
    void what_the_unit_works_with_stays_readable(String words) {
        assertThat(LI.scrub().of(words)).isEqualTo(words);
    }

    @Test
    void another_number_that_holds_the_own_one_is_not_cut_in_two() {
        assertThat(LI.unnamed("流水号213900000011234")).isEqualTo("流水号213900000011234");
    }

    @Test
    void a_landline_is_the_same_with_and_without_its_area() {
        Identity wang = Identity.of("王小明", "0415-3123456", "", null);
        assertThat(wang.unnamed("找王·小明，电话3123456或0415 312 3456")).isEqualTo("找（略），电话（略）或（略）");
    }
}
