package org.shouwen.problems;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Numbers that the product gave out are read back however they were copied. */
class GivenNumberTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "20261128-000206",
                "工单20261128-000206",
                "#20261128-000206",
                "20261128000206",
                "20261128—000206",
                "20261128－000206",
                "２０２６１１２８－０００２０６",
                "20261128 000206",
                "20261128-000206。",
                "20261128 - 000206",
                "编号：20261128－000206。",
                "【首问】您的编号是 20261128–000206，请保存",
                "20261128‐000206",
                "20261128‑000206",
                "20261128――000206",
                "2026-11-28-000206",
                "2026 1128 0002 06",
                "20261128_000206",
                " 20261128-000206\n",
                "“20261128-000206”",
                "20261128-000206,20261128-000206",
                "20261128\u200b-000206",
                "No.20261128-000206",
                "20261128−000206",
                "20261128　000206",
                "(20261128-000206)",
                "2026年11月28日000206"
            })
    void however_it_was_copied(String copied) {
        assertThat(WorkOrderNumber.read(copied)).contains(new WorkOrderNumber("20261128-000206"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "13800000001",
                "20261128",
                "20261328-000206",
                "20261128-00020",
                "20261128-0002061234",
                "20261128-000206 20261128-000207",
                "120261128-000206",
                "019aa0aa-0000-7000-8000-000000000001",
                "110101199003071234"
            })
    void what_is_no_number_or_not_one(String copied) {
        assertThat(WorkOrderNumber.read(copied)).isEmpty();
    }

    @Test
    void long_counts_stay_and_other_texts_are_no_number() {
        assertThat(WorkOrderNumber.read("20261128-123456789")).contains(new WorkOrderNumber("20261128-123456789"));
        assertThat(WorkOrderNumber.read(" x ")).isEmpty();
        assertThat(WorkOrderNumber.read(null)).isEmpty();
        assertThatThrownBy(() -> new WorkOrderNumber("20261128 000206")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void an_order_that_is_named_is_read_is_none_or_does_not_exist() {
        assertThat(WorkOrderNumber.ofOrder("工单 20261128 000206")).isEqualTo(new WorkOrderNumber("20261128-000206"));
        assertThat(WorkOrderNumber.ofOrder(" ")).isNull();
        assertThatThrownBy(() -> WorkOrderNumber.ofOrder("20269999-1")).isInstanceOf(NotFound.class);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-0003,2026-0003",
        "〔2026〕3号,2026-0003",
        "督办〔2026〕0003号,2026-0003",
        "2026－0003,2026-0003",
        "[2026]第12号,2026-0012",
        "２０２６—０００３,2026-0003",
        "triggers,triggers",
        "20260003,2026-0003"
    })
    void numbers_of_a_year(String copied, String number) {
        assertThat(GivenNumber.ofYear(copied)).isEqualTo(number);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-08",
                "2026/1",
                "2026-11-05",
                "2026年11月",
                "2026",
                "13800000001",
                "20261129",
                "老城区2026年1号楼漏水",
                ""
            })
    void what_is_no_number_of_a_year(String typed) {
        assertThat(GivenNumber.wholeOfYear(typed)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"206,206", "#000206,000206", "尾号206,206", "２０６,206"})
    void the_last_digits(String typed, String digits) {
        assertThat(GivenNumber.tail(typed)).contains(digits);
    }

    @ParameterizedTest
    @ValueSource(strings = {"13800000001", "' or '1'='1", "12 34", "a1", "1234567", ""})
    void what_is_no_tail(String typed) {
        assertThat(GivenNumber.tail(typed)).isEmpty();
    }
}
