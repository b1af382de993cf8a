package org.shouwen.identity;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Article 21: what people are called by, homes without a house number, numbers said in parts. */
class CalledNamesTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            老板叫大龙，希望城管管管                     | 老板叫大*，希望城管管管
            那个叫刘大脑袋的，倒卖车票                   | 那个叫刘***的，倒卖车票
            被麻六一伙人收保护费                         | 被麻*一伙人收保护费
            我女儿Anna Liu是加拿大籍                     | 我女儿A**是加拿大籍
            辅导班老师Cindy，退费一直拖                  | 辅导班老师C**，退费一直拖
            马克·汉森是我们公司外教                      | 马**是我们公司外教
            """)
    void whoever_is_called_by_no_family_name_is_masked(String words, String masked) {
        String said = PersonalDataDetector.mask(words, Identity.UNNAMED);
        assertThat(said)
                .startsWith(masked.substring(0, masked.indexOf('*')))
                .endsWith(masked.substring(masked.lastIndexOf('*') + 1));
        assertThat(PersonalDataDetector.find(words, Identity.UNNAMED))
                .extracting(PersonalDataDetector.Found::kind)
                .containsExactly(PersonalDataDetector.Kind.NAME);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            家住瑷阳镇三道沟门，低保被取消了             | 瑷阳镇三道沟门
            住在宝山镇小汤石村西沟屯东头第三家，水井见底 | 宝山镇小汤石村西沟屯东头第三家
            她原来住头道桥镇街里供销社后院               | 头道桥镇街里供销社后院
            在五龙背镇温泉村老付家大院住                 | 五龙背镇温泉村老付家大院
            我们是北井子镇獐岛村东头第二家，房盖掀了     | 北井子镇獐岛村东头第二家
            我们楼6-2-302住的是租户                      | 6-2-302
            临江街 12号楼 1 单元 7 0 2经常有人吸毒       | 临江街 12号楼 1 单元 7 0 2
            九江街58-2号楼地下室，房东半夜赶我走         | 九江街58-2号楼地下室
            住新城区国门湾B3区9号楼1904，电梯太吵        | 新城区国门湾B3区9号楼1904
            在大东沟镇老粮库家属院3排7号住的老人         | 大东沟镇老粮库家属院3排7号
            门牌号山上街22号4楼东，楼道堆放易燃物        | 山上街22号4楼东
            """)
    void homes_without_a_house_number_are_masked(String words, String home) {
        assertThat(PersonalDataDetector.find(words, Identity.UNNAMED))
                .filteredOn(f -> f.kind() == PersonalDataDetector.Kind.ADDRESS)
                .singleElement()
                .satisfies(f ->
                        assertThat(words.substring(f.start(), f.end())).endsWith(home.substring(home.length() - 6)))
                .satisfies(f -> assertThat(f.end() - f.start()).isGreaterThanOrEqualTo(home.length() * 4 / 5));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            对方车牌辽F，后面是K8L026，追尾后逃逸        | K8L026
            电话2108866转3015，请他回电                  | 2108866转3015
            快手主播卖的海参是假的，账号ks_hui8899       | ks_hui8899
            """)
    void numbers_in_parts_are_masked_whole(String words, String number) {
        assertThat(PersonalDataDetector.find(words, Identity.UNNAMED))
                .singleElement()
                .satisfies(f -> assertThat(words.substring(f.start(), f.end())).isEqualTo(number));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "我是车主，车停在楼下",
                "二中高三七班金老师补课收费",
                "戴眼镜的工作人员不给办",
                "住建局拿二号方案跟我说事",
                "肇事的是满族还是汉族，怎么改",
                "我是阎家屯的，水浑了三个月",
                "有个叫大润发的超市，周三不开门",
                "高三和初二的学生等人来接",
                "我朋友是韩国人，签证到期能续吗",
                "老王家和小李家因为过道吵起来了"
            })
    void words_and_forms_of_address_stay(String words) {
        assertThat(PersonalDataDetector.mask(words, Identity.UNNAMED)).isEqualTo(words);
    }
}
