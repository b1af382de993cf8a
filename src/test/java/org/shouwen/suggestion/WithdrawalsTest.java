package org.shouwen.suggestion;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.shouwen.regulation.Basis;
import org.shouwen.regulation.Clause;
import org.shouwen.regulation.Editions;

/** What the speaker takes back is no alarm; in doubt it is one (Art. 8.3, 17). */
@Basis(Clause.A8_3)
class WithdrawalsTest {
    private static UrgencyDetector detector;

    @BeforeAll
    static void read() throws IOException {
        detector = new UrgencyDetector(Editions.shipped("dandong-2026"), List.of());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "刚才说着火了，我看错了",
                "刚才说着火了我看错了",
                "楼道里煤气味老大了，哦不对，我闻错了",
                "我刚才打错了，没人落水，是条狗",
                "刚才报的电梯困人，是我弄错了，没这回事",
                "我儿子拿手机瞎打的，说家里着火了，没有的事",
                "说有人掉河里是逗你们玩呢，别当真",
                "家里着火了，刚才是我孩子发着玩的",
                "测试一下，三楼着火了，看能不能打通",
                "这是测试短信：燃气泄漏，请忽略",
                "刚才说电梯困人，不用来了，人自己出来了",
                "我还以为着火了，一看是晾的红被子",
                "取消吧，刚才说的暖气漏水是楼上洒的水，不是暖气",
                "我刚才说想跳楼，那是气话，没想跳"
            })
    void what_the_speaker_takes_back_is_no_alarm(String text) {
        assertThat(detector.judge(text).kind()).as(text).isEqualTo("none");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "刚才说没事，现在又着了",
                "刚才说着火了我看错了，再一瞅真着火了，火苗都上二楼了",
                "我寻思看错了，再一瞅真是着火，火苗子都上二楼了",
                "物业说是误会，可走廊全是烟，呛得睁不开眼",
                "保安说是演习，可三楼真着火了",
                "刚才说错了，是四号楼，着火了，烟特别大",
                "地址报错了，是锦山小区，楼道里煤气味老大了",
                "不是开玩笑，有个孩子掉河里了",
                "我没看错，三楼着火了，烟特别大",
                "刚才说修好了，这会儿又从马桶返上来了，满屋子脏水",
                "俩小孩闹着玩，一个掉井里了，叫不应",
                "我家着火了，你们怎么还不来，是不是以为我开玩笑",
                "打错了没事，他拿刀逼着我，快来救我"
            })
    void in_doubt_it_is_one(String text) {
        assertThat(detector.judge(text).isAlarming()).as(text).isTrue();
    }

    @Test
    void whoever_may_be_made_to_take_it_back_is_heard() {
        assertThat(detector.judge("他打我，拿刀追我，我锁厕所里了。打错了，没事").isDanger()).isTrue();
    }

    @Test
    void nobody_who_wants_to_die_is_unheard_without_an_express_denial() {
        assertThat(detector.judge("我不想活了，我在楼顶上呢。开玩笑的").isDanger()).isTrue();
    }

    @Test
    void what_is_struck_leaves_every_other_character_where_it_stood() {
        Withdrawals withdrawals = new Withdrawals();
        String text = "路灯不亮。刚才说　着火了，我看错了。井盖丢了";
        String heard = withdrawals.heard(text);
        assertThat(heard)
                .hasSameSizeAs(text)
                .startsWith("路灯不亮。")
                .endsWith("。井盖丢了")
                .doesNotContain("着火", "看错");
        UrgencyJudgement j = detector.judge(text);
        assertThat(j.kind()).isEqualTo("manhole");
        assertThat(text.substring(j.start(), j.end())).isEqualTo(j.words());
    }

    @Test
    void a_text_that_takes_nothing_back_stays_itself() {
        Withdrawals withdrawals = new Withdrawals();
        for (String text : List.of("", "三楼着火了", "\uD83D", "我没看错"))
            assertThat(withdrawals.heard(text)).isSameAs(text);
    }
}
