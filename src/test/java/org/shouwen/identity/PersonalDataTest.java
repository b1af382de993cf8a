package org.shouwen.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Article 21: names of third persons, addresses that lead to a door, plates and accounts in any spelling. */
class PersonalDataTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            物业经理王建国说管不了                  | 物业经理王**说管不了
            邻居欧阳锋、赵铁柱都可以作证            | 邻居欧阳*、赵**都可以作证
            户主：赵玉田，低保停发三个月            | 户主：赵**，低保停发三个月
            本人买买提·吐尔逊在振兴区开饭店         | 本人买**在振兴区开饭店
            我住锦绣小区7号楼2单元501，暖气不热     | 我住锦绣小区***，暖气不热
            投诉锦绣小区7-2-301漏水                 | 投诉锦绣小区***漏水
            福民街15-3号楼二单元五楼东门漏水        | 福民街***漏水
            家庭住址：东港市前阳镇石桥村四组        | 家庭住址：东港市前阳镇石桥村***
            丽景花园B座1204室噪音扰民               | 丽景花园***噪音扰民
            辽F·D12345占用消防通道                  | 辽F***45占用消防通道
            车牌号F12345的面包车                    | 车牌号F1***45的面包车
            辽f 8888 8堵门                          | 辽f***88堵门
            教练车辽FA123学                         | 教练车辽F***3学
            挂车辽F1234挂停在路边                   | 挂车辽F***4挂停在路边
            身份证210603 19680214 341X              | 身份证（身份证号）
            卡号6222 0210 0111 2233 445，工商银行   | 卡号（卡号），工商银行
            加他微信wang_jian88谈的                 | 加他微信（账号）谈的
            他的QQ：87654321                        | 他的QQ：（账号）
            邮箱jiang (at) qq.com                   | 邮箱（邮箱）
            找他打0415 312 7788                     | 找他打0415-***7788
            """)
    void what_leads_to_anybody_is_masked(String words, String masked) {
        assertThat(PersonalDataDetector.mask(words, Identity.UNNAMED)).isEqualTo(masked);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "找了社区王书记和物业的张经理，都说在协调",
                "王师傅修了两次，张姐说等配件，老李说换新的",
                "高楼层水压不足，方便面都煮不了，请安全部门检查",
                "江城大街马路两侧路灯常年不亮",
                "江城大街与六纬路交叉口有人摆摊",
                "金山镇卫生院的医生很好，万分感谢",
                "3号楼的电梯坏了，整栋楼停水",
                "位于振兴区站前街道的小区物业收费2985元",
                "2019-3-12下午3点到12栋去看房"
            })
    void titles_places_of_the_matter_and_words_stay(String words) {
        assertThat(PersonalDataDetector.mask(words, Identity.UNNAMED)).isEqualTo(words);
    }

    @Test
    void no_words_take_long() {
        for (String s : List.of(
                "王",
                "王建国",
                "3号楼",
                "3号楼2单元",
                "1-1-",
                "家住",
                "车牌",
                "辽F1 ",
                "一二三",
                "1 3 ",
                "@",
                "·",
                "阿·",
                "街",
                "\ud842\udfb7",
                "李测"))
            Assertions.assertTimeoutPreemptively(
                    Duration.ofSeconds(5),
                    () -> PersonalDataDetector.mask(
                            s.repeat(20_000 / s.length()), Identity.of("李测试", "13900000011", "振兴区江城大街12号", null)),
                    s);
    }

    @Test
    void a_model_cut_in_half_is_known() {
        Assertions.assertThrows(java.io.IOException.class, () -> NameModel.read(new byte[1000]));
    }
}
