package org.shouwen.portal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.shouwen.problems.WorkOrderNumber;

/** What the receipt's button copies is read back from the one field into which it was pasted. */
class PastedReceiptTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "20261129-000101 RUAEJQ7R",
                "编号 20261129-000101 查询码 RUAEJQ7R",
                "编号\n20261129-000101\n查询码\nruaejq7r",
                "编号：２０２６１１２９－０００１０１，查询码：ＲＵＡＥＪＱ７Ｒ。",
                "20261129000101/RUAE-JQ7R"
            })
    void number_and_code_are_taken_apart(String pasted) {
        PastedReceipt said = PastedReceipt.of(pasted, " ");
        assertThat(WorkOrderNumber.read(said.number())).contains(new WorkOrderNumber("20261129-000101"));
        assertThat(said.code().replace("-", "")).isEqualToIgnoringCase("RUAEJQ7R");
    }

    @Test
    void a_code_in_its_own_field_is_left_alone_and_a_number_alone_has_none() {
        assertThat(PastedReceipt.of("20261129-000101 RUAEJQ7R", "ABCDEFGH").code())
                .isEqualTo("ABCDEFGH");
        assertThat(PastedReceipt.of("20261129-000101", "").code()).isEmpty();
        assertThat(PastedReceipt.of("20261129-000101 电话13941512345", "").code()).isEmpty();
    }
}
