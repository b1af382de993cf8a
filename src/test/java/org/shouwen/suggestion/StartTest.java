package org.shouwen.suggestion;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is proposed on the first day of a city, by its own list of classes and by what people say. */
class StartTest {
    private static final List<String> KINDS =
            List.of("consultation", "livelihood", "service", "complaint", "suggestion");
    private static final StartClasses CLASSES = new StartClasses(List.of(
            new KnownClass("heat", "供热", "", null),
            new KnownClass("heat-cold", "室内温度不达标", "供热", "ordinary"),
            new KnownClass("heat-leak", "供热管道或暖气漏水", "供热", "ordinary"),
            new KnownClass("heat-fee", "热费收取与退费", "供热", "ordinary"),
            new KnownClass("city-noise", "噪声扰民", "市容环境", "ordinary"),
            new KnownClass("ecology-noise", "工业噪声", "生态环境", "ordinary"),
            new KnownClass("estate-pf", "住房公积金", "物业与住房", "consultation"),
            new KnownClass("government-manner", "窗口作风与效率", "政务服务", "ordinary"),
            new KnownClass("gas-safety", "燃气安全隐患", "燃气", "ordinary"),
            new KnownClass("labour-job", "就业与失业", "劳动与社保", "consultation"),
            new KnownClass("labour-pension", "养老保险", "劳动与社保", "consultation"),
            new KnownClass("road-light", "路灯不亮", "道路与市政", "ordinary")));

    @ParameterizedTest
    @CsvSource({
        "家里暖气不热，屋里冷, heat-cold",
        "站前没暖气, heat-cold",
        "家里暖气不热，昨晚八点凉的, heat-cold",
        "楼上半夜装修太吵, city-noise",
        "怎么提取公积金, estate-pf",
        "窗口工作人员态度恶劣, government-manner",
        "楼道里有煤气味, gas-safety",
        "路灯一排不亮, road-light",
        "采暖费多收了, heat-fee",
        "请问灵活就业养老保险怎么交, labour-pension",
    })
    void the_class_comes_first_and_never_sure(String said, String code) {
        List<ClassProposal> proposed = CLASSES.propose(said, 4);
        assertThat(proposed.getFirst().category()).isEqualTo(code);
        assertThat(proposed.getFirst().probability()).isBetween(0.4, 0.85);
        assertThat(proposed.getFirst().reason()).isNotEmpty().allMatch(said::contains);
    }

    @ParameterizedTest
    @CsvSource({
        "请问怎么提取公积金, consultation",
        "我要投诉窗口工作人员态度恶劣, complaint",
        "家里暖气不热，没人来修, livelihood",
        "我建议公园增加座椅, suggestion",
        "昨晚楼上装修太吵, livelihood",
    })
    void the_kind_is_known_by_how_it_is_said(String said, String kind) {
        assertThat(StartKinds.propose(said, KINDS).getFirst().category()).isEqualTo(kind);
    }

    @Test
    void a_kind_that_is_named_is_sure_and_one_that_is_contradicted_is_not() {
        assertThat(StartKinds.propose("我要投诉窗口，骂人", KINDS).getFirst().probability())
                .isGreaterThan(0.85);
        assertThat(StartKinds.propose("请问我要投诉怎么办", KINDS).getFirst().probability())
                .isLessThan(0.7);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "喂", "你好"})
    void without_a_word_there_is_no_proposal(String said) {
        assertThat(CLASSES.propose(said, 4)).isEmpty();
        assertThat(StartKinds.propose(said, KINDS)).isEmpty();
    }
}
