package org.shouwen.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Article 21: third persons' doors, names and plates in spellings that were missed; what a unit has to find stays. */
class NearDoorsTest {
    private static List<String> found(String text) {
        return PersonalDataDetector.find(text, Identity.UNNAMED).stream()
                .map(f -> f.kind() + " " + text.substring(f.start(), f.end()))
                .toList();
    }

    @ParameterizedTest
    @CsvSource({
        "楼上602半夜跳绳,ADDRESS 602",
        "对门1103把鞋柜摆在走廊,ADDRESS 1103",
        "楼下三零二的租户养鸡,ADDRESS 三零二",
        "楼上五零一天天弹琴,ADDRESS 五零一",
        "他住福苑小区肆号楼壹单元贰零叁,ADDRESS 福苑小区肆号楼壹单元贰零叁",
        "桥东胡同7号院西厢房漏雨,ADDRESS 桥东胡同7号院西厢房",
        "浪头镇文安村二组村西第四户占道,ADDRESS 浪头镇文安村二组村西第四户",
        "前阳镇石桥村四组老徐家把沟填了,ADDRESS 前阳镇石桥村四组老徐家",
        "搬到御景华庭B3-1-902以后没有气,ADDRESS 御景华庭B3-1-902",
        "锦江丽景5-2-1103漏水,ADDRESS 锦江丽景5-2-1103",
        "于大胖子在路口卖瓜,NAME 于大胖子",
        "我的名字是建军赵,NAME 建军赵",
        "外教Nancy王老师不来上课了,NAME Nancy王",
        "拖拉机辽06-77213轧坏了路,PLATE 辽06-77213",
        "辽F【66Q18】堵门,PLATE 辽F【66Q18",
        "座机0415 – 3126 778,PHONE 0415 – 3126 778"
    })
    void leads_to_somebody(String text, String what) {
        assertThat(found(text)).contains(what);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "楼下110来了两趟也没管",
                "楼上300平米都漏了",
                "对面203路公交不停",
                "隔壁500元一个月的车位",
                "锦苑小区5栋2单元的电梯坏了",
                "锦苑小区5栋2单元整个单元停电",
                "龙源家具城3层118铺位卖假货",
                "步行街B区17号摊位烤串呛人",
                "开发区管委会2号楼308房间没人",
                "东方壹号的物业不作为",
                "费了九牛二虎之力才办成",
                "变成胖子以后走不动",
                "康复科主任号挂不上",
                "孔子和李白都没写过这个",
                "合同编号12-3-1105查不到"
            })
    void stays_readable(String text) {
        assertThat(found(text)).isEmpty();
    }
}
