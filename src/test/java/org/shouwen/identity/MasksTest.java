package org.shouwen.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.shouwen.problems.BadInput;

class MasksTest {
    @ParameterizedTest
    @CsvSource({
        "王小明,王**",
        "李明,李*",
        "欧阳修文,欧阳**",
        "欧阳修,欧阳*",
        "欧阳,欧*",
        "𠮷田花,𠮷**",
        "买买提·吐尔逊,买**",
        "John Smith,J***",
        "王,王*",
        "张女士,张**"
    })
    void names(String name, String masked) {
        assertThat(Masks.name(name)).isEqualTo(masked);
    }

    @ParameterizedTest
    @CsvSource({
        "13812341234,138****1234",
        "+86 138-1234-1234,138****1234",
        "１３８１２３４１２３４,138****1234",
        "0086 13812341234,138****1234",
        "0415-2341234,0415-***1234",
        "(0415)2341234转801,0415-***1234",
        "024-22341234-12,024-***1234",
        "+86 415 2341234,0415-***1234",
        "010 62341234,010-***1234",
        "2341234,***1234",
        "400-800-1234,400****1234",
        "12345,1***5",
        "+852 9123 4567,+85***67"
    })
    void numbers_however_they_were_typed(String typed, String masked) {
        assertThat(Phone.parse("phone", typed).masked()).isEqualTo(masked);
    }

    @ParameterizedTest
    @ValueSource(strings = {"abc", "138123412", "1381234123456789", "0", "１２", "138 1234 123四", "电话", "<script>"})
    void what_is_no_number_is_told_kindly(String typed) {
        assertThatThrownBy(() -> Phone.parse("phone", typed))
                .isInstanceOfSatisfying(
                        BadInput.class,
                        e -> assertThat(e.fields().getFirst().key()).isEqualTo("identity.bad.phone"));
    }

    @ParameterizedTest
    @CsvSource({"振兴区站前街道3号楼2单元501,振兴区***", "振兴,振***", "x,***"})
    void addresses(String address, String masked) {
        assertThat(Masks.address(address)).isEqualTo(masked);
    }
}
