package org.shouwen.identity;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** One reader of telephone numbers: however it was typed or sent, it is one caller. */
class NumbersOfOneCallerTest {
    private static final CityNumbers DANDONG = new CityNumbers("0415");

    private static String typed(CityNumbers city, String typed) {
        return city.whole(Phone.parse("phone", typed)).main();
    }

    private static String sent(String sent) {
        Phone phone = CallingNumber.of(sent).phone();
        return phone == null ? "" : DANDONG.whole(phone).main();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "3123456", "0415-3123456", "+86 415 3123456", "0415 312 3456 转 8", "（0415）3123456", "86 415 3123456",
                "0086-0415-3123456", "+86(0415)312-3456", "3123456-801", "0415－3123456—801", "３１２３４５６", "4153123456",
                "3123456分机801", "312 3456 ext. 12", "+86 415 3123456;ext=801"
            })
    void a_landline_of_the_city_is_one_number(String typed) {
        assertThat(typed(DANDONG, typed)).isEqualTo("04153123456");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "13800000001", "013800000001", "+86 138-0000-0001", "8613800000001", "008613800000001",
                        "86 013800000001",
                "138.0000.0001", "１３８０００００００１", "17951 13800000001", "9013800000001", "913800000001",
                        "12593 13800000001"
            })
    void a_mobile_is_one_number(String typed) {
        assertThat(typed(DANDONG, typed)).isEqualTo("13800000001");
    }

    @Test
    void another_city_has_other_local_numbers() {
        assertThat(typed(new CityNumbers("024"), "22341234")).isEqualTo("02422341234");
        assertThat(typed(new CityNumbers("010"), "62341234")).isEqualTo("01062341234");
        assertThat(typed(new CityNumbers(""), "3123456")).isEqualTo("3123456");
        assertThat(typed(DANDONG, "8890000"))
                .as("a hotline that the plan does not list")
                .isEqualTo("04158890000");
        assertThat(typed(DANDONG, "0411-83123456")).isEqualTo("041183123456");
        assertThat(typed(DANDONG, "95105105"))
                .as("a national service, no local number")
                .isEqualTo("95105105");
    }

    @ParameterizedTest
    @CsvSource({
        "13800000001,13800000001",
        "013800000001,13800000001",
        "12583113800000001,13800000001",
        "95013800000001,13800000001",
        "9013800000001,13800000001",
        "17951013800000001,13800000001",
        "1795104153123456,04153123456",
        "1010113800000001,13800000001",
        "+13800000001,13800000001",
        "0013800000001,13800000001",
        "904153123456,04153123456",
        "004153123456,04153123456",
        "93123456,04153123456",
        "03123456,04153123456",
        "sip:013800000001@10.0.0.1:5060,13800000001",
        "tel:+86-138-0000-0001,13800000001",
        "\"张三\" <sip:%2B8613800000001@ims.cn;user=phone>,13800000001",
        "+8613800000001;phone-context=+86,13800000001",
        "gw2-13800000001,13800000001",
        "13800000001#,13800000001",
        "+85291234567,+85291234567",
        "0085291234567,+85291234567",
        "12345,12345",
        "8012,8012"
    })
    void what_a_machine_sends_is_read(String sent, String main) {
        assertThat(sent(sent)).isEqualTo(main);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "anonymous",
                "Restricted",
                "unknown",
                "unavailable",
                "Anonymous <sip:anonymous@anonymous.invalid>",
                "未知号码",
                "0",
                "00000000",
                "-1",
                "1",
                "null",
                "\u0000\u0007",
                "匿名"
            })
    void a_withheld_number_is_none(String sent) {
        assertThat(CallingNumber.of(sent)).isEqualTo(new CallingNumber(null, ""));
    }

    @Test
    void what_nobody_can_read_stays_as_it_came() {
        assertThat(CallingNumber.of(null)).isEqualTo(new CallingNumber(null, ""));
        assertThat(CallingNumber.of("7777")).extracting(CallingNumber::phone).isNotNull();
        assertThat(CallingNumber.of("1234567").phone()).isNull();
        assertThat(CallingNumber.of("1234567").raw()).isEqualTo("1234567");
        assertThat(CallingNumber.of("9".repeat(5000)).raw()).hasSize(40);
        assertThat(CallingNumber.of("1".repeat(39) + "😀😀").raw().codePointCount(0, 40))
                .isEqualTo(40);
    }

    @ParameterizedTest
    @CsvSource({
        "13800000001,true", "+852 9123 4567,true", "+1 202 555 0123,true", "3123456,false", "0415-3123456,false",
        "4001234567,false", "800-820-1234,false", "12345,false", "95588,false", "+852 2123 4567,false",
        "13800000001转8,false", "10086,false", "95105105,false"
    })
    void short_messages_reach_mobiles_only(String typed, boolean reached) {
        assertThat(DANDONG.whole(Phone.parse("phone", typed)).takesMessages()).isEqualTo(reached);
    }
}
