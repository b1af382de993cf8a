package org.shouwen.suggestion;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** When it happened, from words as people say them on the telephone; "now" is Wednesday, 30 September 2026, 10:00. */
class TimeHeardTest {
    private static final LocalDateTime NOW = LocalDateTime.of(2026, 9, 30, 10, 0);

    @ParameterizedTest
    @CsvSource({
        "昨晚八点楼上开始装修, 9月29日 20:00（昨晚八点）",
        "昨天晚上八点半家里停水, 9月29日 20:30（昨天晚上八点半）",
        "我昨天下午三点去的大厅, 9月29日 15:00（昨天下午三点）",
        "今早七点多暖气就凉了, 9月30日 07:00前后（今早七点多）",
        "今天早上6点20分左右, 9月30日 06:20前后（今天早上6点20分左右）",
        "昨晚两点还在唱, 9月30日 02:00（昨晚两点）",
        "昨天半夜十二点放炮, 9月30日 00:00（昨天半夜十二点）",
        "今天凌晨三点被吵醒, 9月30日 03:00（今天凌晨三点）",
        "前天中午一点吃坏了肚子, 9月28日 13:00（前天中午一点）",
        "大前天上午去办的, 9月27日上午（大前天上午）",
        "昨晚就没停过, 9月29日晚上（昨晚）",
        "昨儿个下晌停的电, 9月29日下晌（昨儿个下晌）",
        "上周三下午两点半, 9月23日 14:30（上周三下午两点半）",
        "星期一上午到现在没人来, 9月28日上午（星期一上午）",
        "礼拜六晚上九点, 9月26日 21:00（礼拜六晚上九点）",
        "9月12号交的钱, 9月12日（9月12号）",
        "12月3日停的暖, 2025年12月3日（12月3日）",
        "去年十二月三号, 2025年12月3日（去年十二月三号）",
        "二十五号下午报的修, 9月25日下午（二十五号下午）",
        "三天前打过电话, 9月27日（三天前）",
        "今天八点, 9月30日 08:00（今天八点）",
        "下午四点的时候, 9月29日 16:00（下午四点）",
        "晚上23:40还在施工, 9月29日 23:40（晚上23:40）",
        "半小时前路口撞车了, 9月30日 09:30前后（半小时前）",
        "两个半小时前, 9月30日 07:30前后（两个半小时前）",
        "刚才听见一声响, 9月30日 10:00前后（刚才）",
        "昨天来过电话，今天早上九点又没水, 9月30日 09:00（今天早上九点）",
    })
    void a_moment_is_told_with_what_was_said(String said, String value) {
        assertThat(TimeHeard.in(said, NOW).map(Heard::value)).contains(value);
    }

    @ParameterizedTest
    @ValueSource(strings = {"3号楼2单元没有电", "5号窗口没人", "请问怎么办", "明天下午三点要停水吗", "家里室温十五度", "时间太长了", "12345打不通", "", "点"})
    void what_is_no_moment_is_none(String said) {
        assertThat(TimeHeard.in(said, NOW)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "垃圾三天没清了, 约9月27日起（三天）",
        "停水一个星期了, 约9月23日起（一个星期）",
        "暖气从供暖开始就不热, 供暖以来",
        "入冬以来一直这样, 入冬以来",
        "每天夜里音响开到凌晨一点, 每天夜里",
        "天天晚上十点到凌晨两点施工, 天天晚上十点到凌晨两点",
        "一到下雨天就返水, 一到下雨天",
        "工资拖了两个月没给, 约7月30日起（两个月）",
        "上个月交的物业费, 2026年8月（上个月）",
        "这两天味道特别大, 这两天",
    })
    void how_long_and_how_often_are_told_too(String said, String value) {
        assertThat(SpanHeard.in(said, NOW).map(Heard::value)).contains(value);
    }

    @Test
    void the_longest_text_costs_next_to_nothing_and_one_character_is_nothing() {
        String text = "昨晚啊".repeat(3_400);
        long begin = System.nanoTime();
        assertThat(TimeHeard.in(text, NOW)).isPresent();
        assertThat(System.nanoTime() - begin).isLessThan(2_000_000_000L);
        assertThat(TimeHeard.in("昨", NOW)).isEqualTo(Optional.empty());
    }
}
