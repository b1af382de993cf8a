package org.shouwen.identity;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Article 21: things that begin like a name stay readable, names of another build than usual do not. */
class ThingsAndTrialNamesTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "昨天夜里楼下井盖没了，差点摔着",
                "门口的苗圃一直没清",
                "他们把路牌拆了不给恢复",
                "小区车库已经堵了",
                "对公厕投诉多次",
                "楼下花坛没了",
                "海边在路中间堆沙子",
                "高空抛物，门头说了没用",
                "测试路灯的时候跳闸",
                "我叫救护车，半小时没来",
                "我叫外卖，地址写错",
                "姓名：保密",
                "姓名：不详"
            })
    void a_thing_is_nobody(String words) {
        assertThat(PersonalDataDetector.mask(words, Identity.UNNAMED)).isEqualTo(words);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            我叫测试李，住三单元 | 我叫测**，住三单元
            测试李反映停水 | 测**反映停水
            联系人测试李，电话不通 | 联系人测**，电话不通
            我是测试张三 | 我是测**
            承办人测试王 13941500001 | 承办人测** 139****0001
            姓名：阿依古丽 | 姓名：阿**
            我叫示例赵，暖气不热 | 我叫示**，暖气不热
            """)
    void a_name_of_another_build_is_masked(String words, String masked) {
        assertThat(PersonalDataDetector.mask(words, Identity.UNNAMED)).isEqualTo(masked);
    }
}
