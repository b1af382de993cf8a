package org.shouwen.suggestion;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Where it is, from words as people say them, by the city's own list. */
class PlaceHeardTest {
    private static final PlaceHeard PLACES = new PlaceHeard(List.of(
            new KnownPlace("2106", "丹东市", "丹东市", 0, null),
            new KnownPlace("02", "元宝区", "元宝区", 1, "2106"),
            new KnownPlace("03", "振兴区", "振兴区", 1, "2106"),
            new KnownPlace("24", "宽甸满族自治县", "宽甸满族自治县", 1, "2106"),
            new KnownPlace("0302", "站前街道", "振兴区 站前街道", 2, "03"),
            new KnownPlace("0201", "九道街道", "元宝区 九道街道", 2, "02"),
            new KnownPlace("0206", "六道口街道", "元宝区 六道口街道", 2, "02"),
            new KnownPlace("0305", "临江街道", "振兴区 临江街道", 2, "03"),
            new KnownPlace("2401", "长甸镇", "宽甸满族自治县 长甸镇", 2, "24"),
            new KnownPlace("240103", "和平村委会", "宽甸满族自治县 长甸镇 和平村委会", 3, "2401"),
            new KnownPlace("020103", "和平社区居委会", "元宝区 九道街道 和平社区居委会", 3, "0201"),
            new KnownPlace("240104", "河口村委会", "宽甸满族自治县 长甸镇 河口村委会", 3, "2401"),
            new KnownPlace("0302", "锦山大街", "振兴区 站前街道", 4, "03"),
            new KnownPlace("0305", "万达广场", "振兴区 临江街道", 4, "03")));

    @ParameterizedTest
    @CsvSource({
        "站前没有暖气, 0302",
        "我家住站前，屋里冷, 0302",
        "站前街道这边停水了, 0302",
        "振兴区站前, 0302",
        "住站前七经街3号楼, 0302",
        "锦山大街8号楼暖气不热, 0302",
        "万达广场对面有人卖烧烤, 0305",
        "九道那边路灯不亮, 0201",
        "元宝区的路灯, 02",
        "元宝这边, 02",
        "宽甸长甸镇河口村的路坏了, 240104",
        "宽甸满族自治县长甸镇, 2401",
        "长甸那儿, 2401",
        "元宝区和平社区居委会不给盖章, 020103",
    })
    void the_place_is_found(String said, String code) {
        assertThat(PLACES.in(said)).extracting(f -> f.place().code()).containsExactly(code);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "站", "希望世界和平", "丹东市政府", "临江仙是首词牌", "火车站前面排队", "我在家"})
    void what_names_no_place_is_none(String said) {
        assertThat(PLACES.in(said)).isEmpty();
    }

    @Test
    void two_places_of_one_name_are_both_offered_until_the_words_tell_them_apart() {
        PlaceHeard twice = new PlaceHeard(List.of(
                new KnownPlace("02", "元宝区", "元宝区", 1, null),
                new KnownPlace("03", "振兴区", "振兴区", 1, null),
                new KnownPlace("0209", "花园街道", "元宝区 花园街道", 2, "02"),
                new KnownPlace("0309", "花园街道", "振兴区 花园街道", 2, "03")));
        assertThat(twice.in("花园街道停水")).extracting(f -> f.place().code()).containsExactlyInAnyOrder("0209", "0309");
        assertThat(twice.in("振兴区花园街道停水")).extracting(f -> f.place().code()).containsExactly("0309");
    }

    @ParameterizedTest
    @CsvSource({
        "我家住锦山大街8号楼3单元，没暖气, 锦山大街8号楼3单元",
        "示例小区3号楼2单元501室漏水, 示例小区3号楼2单元501室",
        "家里三号楼二单元没电, 三号楼二单元",
        "七经街与青年大街路口积水, 七经街与青年大街路口",
        "就在示例幼儿园门口, 示例幼儿园门口",
        "昨天去政务大厅5号窗口办事, 政务大厅5号窗口",
        "江边示例夜市音响扰民, 江边示例夜市",
    })
    void where_exactly(String said, String value) {
        assertThat(PlaceHeard.exactly(said).map(Heard::value)).contains(value);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "家里没暖气", "怎么办公积金", "热力公司", "在路上", "一路走好"})
    void no_place_no_answer(String said) {
        assertThat(PlaceHeard.exactly(said)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "我要投诉供热公司客服态度不好, 供热公司客服",
        "投诉一下政务大厅5号窗口工作人员，骂人, 政务大厅5号窗口工作人员",
        "我昨天去社保大厅那个工作人员爱答不理, 社保大厅那个工作人员",
        "举报102路公交司机甩站, 102路公交司机",
    })
    void whom_it_is_about(String said, String who) {
        assertThat(AccusedHeard.in(said).map(Heard::value)).contains(who);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "家里没暖气", "建议增加公交车", "没人来修"})
    void about_nobody(String said) {
        assertThat(AccusedHeard.in(said)).isEmpty();
    }

    @Test
    void ten_thousand_characters_are_read_in_time() {
        String text = "我家住锦山大街8号楼附近的小区里面有人在路上".repeat(450);
        long begin = System.nanoTime();
        assertThat(PLACES.in(text)).isNotEmpty();
        assertThat(PlaceHeard.exactly(text)).isPresent();
        assertThat(AccusedHeard.in(text)).isEmpty();
        assertThat(System.nanoTime() - begin).isLessThan(2_000_000_000L);
    }
}
