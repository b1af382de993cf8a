package org.shouwen.problems;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A number that the product gave out is known again however it was copied (B08), and two are never made one. */
class CopiedNumbersTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "20261128一000206",
                "20261128·000206",
                "20261128・000206",
                "20261128•000206",
                "20261128号000206",
                "20261128第000206号",
                "20261128:000206",
                "13800000001 20261128-000206",
                "20261128-000206 查询码 482913",
                "20261128-OOO206",
                "2O261128-000206",
                "20261128-0oo206",
                "2026ll28-000206",
                "20261128-206",
                "20261128 - 206",
                "2026 1128 0002 06",
                "http://localhost/orders/20261128-000206#history"
            })
    void an_order_is_known(String typed) {
        assertThat(WorkOrderNumber.read(typed)).contains(new WorkOrderNumber("20261128-000206"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "20261128-000206 20261128-000207",
                "2026年11月28日 3楼漏水",
                "20261128 206",
                "20261328-000206",
                "2026-11-28",
                "20261128-00020",
                "20261128-0206",
                "13800000001",
                "0415-3123456",
                "210602198001010011"
            })
    void what_is_none_or_several_is_not_made_one(String typed) {
        assertThat(WorkOrderNumber.read(typed)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            2026年第3号       | 2026-0003
            2026年3号         | 2026-0003
            督〔2026〕3号      | 2026-0003
            督字〔2026〕0003号 | 2026-0003
            2026—0003         | 2026-0003
            2026年3月         | 2026年3月
            """)
    void a_number_of_a_year_is_known(String typed, String number) {
        assertThat(GivenNumber.ofYear(typed)).isEqualTo(number);
    }

    @ParameterizedTest
    @ValueSource(strings = {"No.206", "no 206", "#206", "尾号206", "206号", "206"})
    void the_tail_of_a_number_is_one(String typed) {
        assertThat(GivenNumber.tail(typed)).contains("206");
    }
}
