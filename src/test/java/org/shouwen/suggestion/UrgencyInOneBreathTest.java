package org.shouwen.suggestion;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.shouwen.regulation.Editions;

/** An alarm told in the middle of many complaints, with commas only or with no mark at all (Art. 8.3, 17). */
class UrgencyInOneBreathTest {
    private static final List<String> COMPLAINTS = List.of(
            "物业费年年涨服务一点没跟上",
            "我们小区大门坏了半年也没人修",
            "打了好几次电话都说登记了",
            "去年报的事今年还没信儿",
            "你们说这事到底归谁管",
            "我都六十八了腿脚也不好",
            "社区来人拍了几张照片就走了",
            "绿化带让人种了菜",
            "停车位不够天天抢",
            "住建说归街道街道说归住建",
            "开发商早就跑了",
            "维修基金一直批不下来",
            "房照到现在没办下来",
            "隔壁天天装修到半夜",
            "健身器材都锈了也不换",
            "外地户口办医保跑了三趟",
            "窗口的人态度可差了",
            "我儿子在外地上班回不来",
            "希望领导重视一下",
            "公共收益从来没公示过",
            "给个准话行不行");

    private static UrgencyDetector detector;

    @BeforeAll
    static void read() throws IOException {
        detector = new UrgencyDetector(Editions.shipped("dandong-2026"), List.of());
    }

    /** The words after {@code before} of the complaints, each part joined to the next by {@code mark}. */
    private static String told(String words, int before, String mark) {
        return Stream.of(COMPLAINTS.subList(0, before), List.of(words), COMPLAINTS.subList(before, COMPLAINTS.size()))
                .flatMap(List::stream)
                .collect(Collectors.joining(mark));
    }

    @ParameterizedTest
    @CsvSource({
        "danger,屋里一股煤气味熏得人迷糊",
        "danger,我爸倒在厕所里叫不醒了",
        "danger,三楼着火了往外冒黑烟",
        "danger,有个孩子掉河里了还没捞上来",
        "lift,电梯里困了三个人出不来",
        "sewage,下水从马桶返上来淌了一屋子",
        "manhole,门口的井盖丢了差点掉进去",
        "power,整个小区从昨晚停电到现在",
        "falling,楼上外墙皮一块一块往下掉"
    })
    void is_heard_at_any_place_among_complaints_with_commas_only(String kind, String words) {
        for (int before : List.of(0, 5, 10, 16, COMPLAINTS.size())) {
            String text = told(words, before, "，");
            assertThat(text).hasSizeGreaterThan(240);
            assertThat(detector.judge(text).kind()).as(text).isEqualTo(kind);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"三楼着火了往外冒黑烟", "屋里一股煤气味熏得人迷糊", "电梯里困了三个人出不来", "我爸倒在厕所里叫不醒了"})
    void is_heard_where_no_mark_at_all_is_typed(String words) {
        for (int before : List.of(0, 10, COMPLAINTS.size()))
            assertThat(detector.judge(told(words, before, "")).isAlarming())
                    .as("after " + before)
                    .isTrue();
    }

    @Test
    void complaints_alone_are_none() {
        for (String mark : List.of("，", "", "。", " "))
            for (int i = 0; i < COMPLAINTS.size(); i++) {
                List<String> turned = new ArrayList<>(COMPLAINTS);
                Collections.rotate(turned, i);
                assertThat(detector.judge(String.join(mark, turned)).kind()).isEqualTo("none");
            }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"暖气漏水那回已经修好了", "没有闻到煤气味就是想换个表", "前年着火的房子保险到现在没赔", "昨天停电抢修师傅来得快表扬一下", "井盖换了新的挺好", "新闻里说别处电梯困人"})
    void what_is_past_settled_denied_or_elsewhere_stays_none_there(String words) {
        for (String mark : List.of("，", ""))
            for (int before : List.of(0, 10, COMPLAINTS.size()))
                assertThat(detector.judge(told(words, before, mark)).kind())
                        .as("after " + before + " with '" + mark + "'")
                        .isEqualTo("none");
    }
}
