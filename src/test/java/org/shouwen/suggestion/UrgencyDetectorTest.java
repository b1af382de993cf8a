package org.shouwen.suggestion;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.shouwen.regulation.Edition;
import org.shouwen.regulation.Editions;

/** Danger to life and the urgent kinds in people's own words (Art. 8.3, 17). */
class UrgencyDetectorTest {
    private static Edition edition;
    private static UrgencyDetector detector;

    @BeforeAll
    static void read() throws IOException {
        edition = Editions.shipped("dandong-2026");
        detector = new UrgencyDetector(edition, List.of());
    }

    @ParameterizedTest
    @CsvSource({
        "俺家厕所往上返水了，屋里全是屎汤子,sewage",
        "整个楼都没暖气，屋里嘎嘎冷,heating",
        "电提坏了困了个人在里边喊呢,lift",
        "俺们屯子全没电,power",
        "马葫芦盖让车压碎了，孩子差点掉下去,manhole",
        "景盖丢了，晚上看不见,manhole",
        "电杆子让车撞歪了,falling",
        "路面塌了个大坑，能装下一台车,collapse",
        "楼道里停一堆电动车，还从家里扯线充电,fire",
        "楼道里煤气味老大了，呛人,danger"
    })
    void recognises_the_kind_as_people_say_it(String text, String kind) {
        assertThat(detector.judge(text).kind()).isEqualTo(kind);
    }

    @ParameterizedTest
    @CsvSource({
        "电梯卡住了人出不来我们这物业天天收钱啥也不管小区还乱停车,lift",
        "我们这小区乱停车没人管消防通道都堵死了现在三楼着火了消防车进不来,danger",
        "天天收钱啥也不干楼道灯也不亮老头在楼梯摔了叫不醒了你们说怪谁,danger",
        "这个河边一直没护栏反映多少次没人管刚才孩子掉下去了,danger",
        "这条路修了又修井盖没了一个礼拜也没人放个牌子我媳妇差点掉进去,manhole",
        "物业换了三家都不管下水道堵了从马桶往外冒粪水屋里没法待,sewage",
        "电梯广告太吵了天天放放得我头疼跟物业说了好几遍都不管还涨物业费,none",
        "你们这个热线打半天打不通打通了又说不归你们管我找谁去啊踢皮球,none",
        "供热公司收费窗口就开一个排队排两个小时老人站不住能不能多开几个,none"
    })
    void hears_what_is_typed_without_a_mark(String text, String kind) {
        assertThat(detector.judge(text).kind()).isEqualTo(kind);
    }

    @ParameterizedTest
    @CsvSource({
        "隔壁着火了，火苗都窜出窗户了,fire-brigade",
        "没器泄漏了,fire-brigade",
        "老头倒地上叫不醒了,ambulance",
        "有人拿刀砍人呢，在市场门口,police",
        "有人要跳楼，站在楼顶边上呢,police",
        "渔船在海上进水了，船上五个人,sea-rescue",
        "鸭绿江里有人落水,sea-rescue",
        "锦江山公园东门有人摔倒骨折了，流了很多血,ambulance",
        "江海路口有人被撞倒昏迷了,ambulance",
        "海城小区三楼着火了，浓烟出来了,fire-brigade"
    })
    void a_danger_names_whom_to_call(String text, String target) {
        UrgencyJudgement j = detector.judge(text);
        assertThat(j.isDanger()).isTrue();
        assertThat(j.guidance()).isEqualTo(target);
        assertThat(edition.target(target))
                .hasValueSatisfying(t -> assertThat(t.danger()).isTrue());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "去年冬天俺家暖气漏水，物业当天就修好了",
                "我家暖气昨天还漏水，今早师傅来换了阀门，修好了",
                "群里说煤气漏了，后来辟谣了，是假消息",
                "没有闻到煤气味，就是想让人来检查一下灶具",
                "明天我们小区计划停电检修，请问几点来电",
                "昨天晚上着火多亏消防员来得快，特意打电话感谢",
                "井盖丢了已经有人围起来了，放了锥桶，就是催一下换新的",
                "停电造成冰箱里东西坏了，怎么申请补偿",
                "消防通道的宽度国家有没有标准规定",
                "门口大树挡光，能不能给修剪一下",
                "电梯费一个月收八十合理吗",
                "供暖费怎么交"
            })
    void what_is_negated_past_planned_praised_fenced_off_or_asked_about_is_no_alarm(String text) {
        assertThat(detector.judge(text)).isEqualTo(UrgencyJudgement.NOTHING);
    }

    @Test
    void what_was_mended_and_broke_again_is_an_alarm() {
        assertThat(detector.judge("去年修好过，现在下水又往上返，屋里全是脏水").kind()).isEqualTo("sewage");
    }

    @Test
    void the_words_that_speak_for_it_are_those_that_were_typed() {
        String text = "　您好！　Ｅ座景盖丢了";
        UrgencyJudgement j = detector.judge(text);
        assertThat(text.substring(j.start(), j.end())).isEqualTo(j.words());
        assertThat(j.words()).contains("景盖丢");
    }

    @Test
    void a_phrase_of_the_city_raises_what_it_names_unless_it_is_negated() {
        UrgencyDetector own = new UrgencyDetector(edition, List.of(new CityPhrase("ruled", "防汛大喇叭响了")));
        assertThat(own.judge("防汛大喇叭响了").kind()).isEqualTo("ruled");
        assertThat(detector.judge("防汛大喇叭响了").kind()).isEqualTo("none");
        assertThat(own.judge("去年防汛大喇叭响了").kind()).isEqualTo("none");
        UrgencyDetector danger = new UrgencyDetector(edition, List.of(new CityPhrase("danger", "哨子响了")));
        assertThat(danger.judge("厂里哨子响了").guidance()).isEqualTo("police");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "。", "火", "a", "\uD83D", "😀", "\n\n"})
    void next_to_nothing_is_no_alarm(String text) {
        assertThat(detector.judge(text)).isEqualTo(UrgencyJudgement.NOTHING);
    }

    @Test
    void a_danger_at_the_end_of_ten_thousand_characters_is_found() {
        String text = "我们小区绿化没人管，物业收费不开发票。".repeat(520) + "\n楼道里煤气味老大了，呛人！";
        assertThat(text).hasSizeGreaterThan(9_800);
        assertThat(detector.judge(text).kind()).isEqualTo("danger");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "danger 楼道里煤气味老大了，呛人！",
                "danger 我爸晕过去了叫不醒",
                "danger 三楼着火了，烟特别大",
                "danger 有个孩子掉河里了",
                "falling 楼上一直往下掉墙皮，砸着人了",
                "lift 电梯里困了三个人"
            })
    void what_somebody_says_before_hides_no_alarm(String expected) {
        String[] parts = expected.split(" ");
        for (int sentences : new int[] {0, 1, 3, 6, 500}) {
            String chatter = "我们小区绿化没人管，物业收费不开发票。".repeat(sentences);
            assertThat(detector.judge(chatter + parts[1]).kind())
                    .as("after " + sentences)
                    .isEqualTo(parts[0]);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"我们小区绿化没人管，物业收费不开发票。", "物业费一年比一年高，服务一点没有，打电话也没人接。"})
    void people_shut_in_a_lift_are_heard_before_and_after_a_complaint(String chatter) {
        for (int sentences = 1; sentences <= 3; sentences++) {
            String more = chatter.repeat(sentences);
            for (String text : List.of("电梯里困了三个人，" + more, "电梯里困了三个人。" + more, more + "电梯里困了三个人"))
                assertThat(detector.judge(text).kind()).as(text).isEqualTo("lift");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"我爸晕过去了叫不醒", "三楼着火了，烟特别大", "有个孩子掉河里了", "有人喝农药了", "我不想活了"})
    void nor_does_what_they_say_in_the_same_breath_before_or_after(String danger) {
        for (String chatter : new String[] {"我们小区绿化没人管，物业收费不开发票。", "物业费一年比一年高，服务一点没有，打电话也没人接。"})
            for (int sentences = 1; sentences <= 3; sentences++) {
                String more = chatter.repeat(sentences);
                assertThat(detector.judge(danger + "，" + more).kind())
                        .as(danger + " before " + more)
                        .isEqualTo("danger");
                assertThat(detector.judge(danger + "。" + more).kind())
                        .as(danger + " before a stop and " + more)
                        .isEqualTo("danger");
                assertThat(detector.judge(more + danger + "，" + more).kind())
                        .as(danger + " within " + more)
                        .isEqualTo("danger");
            }
    }
}
