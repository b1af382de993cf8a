package org.shouwen.suggestion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class ClassModelTest {
    private static ClassModel model;

    @BeforeAll
    static void train() throws CannotTrain {
        model = ClassTrainer.train(DecidedMessages.rows(), _ -> {});
    }

    @Test
    void a_message_is_given_the_class_of_messages_like_it() {
        assertThat(first("振兴路公交车甩站", "公交司机不停车。")).isEqualTo("交通");
        assertThat(first("家里暖气冰凉", "室温十四度，供热公司说再等等。")).isEqualTo("供热");
        assertThat(first("小学招生", "孩子的学区怎么划分？")).isEqualTo("教育");
    }

    @Test
    void the_reason_are_words_of_the_message_that_speak_for_the_class() {
        List<String> reason = model.propose("家里暖气冰凉", "室温十四度。", 1).getFirst().reason();
        assertThat(reason).isNotEmpty().allMatch("家里暖气冰凉室温十四度"::contains);
        assertThat(String.join("", reason)).contains("暖气");
    }

    @Test
    void the_title_alone_and_the_body_alone_are_enough() {
        assertThat(first("暖气片冰凉，供热公司不管", "")).isEqualTo("供热");
        assertThat(first("", "暖气片冰凉，供热公司不管")).isEqualTo("供热");
    }

    @Test
    void probabilities_of_any_text_add_up_to_one_most_probable_first() {
        for (String text :
                List.of("", "热", "\u0000", "😀", "x", "热".repeat(10_000), "供热不热，".repeat(2_000) + "\uD83D")) {
            List<ClassProposal> all = model.propose("", text, 10);
            assertThat(all).hasSize(3);
            assertThat(all.stream().mapToDouble(ClassProposal::probability).sum())
                    .isCloseTo(1, within(1e-9));
            assertThat(all).isSortedAccordingTo((a, b) -> Double.compare(b.probability(), a.probability()));
        }
    }

    @Test
    void the_same_rows_give_the_same_model() throws CannotTrain {
        ClassModel again = ClassTrainer.train(DecidedMessages.rows(), _ -> {});
        assertThat(again.propose("暖气", "不热", 3)).isEqualTo(model.propose("暖气", "不热", 3));
    }

    @Test
    void no_rows_make_no_model() {
        assertThatThrownBy(() -> ClassTrainer.train(List.of(), _ -> {}))
                .isInstanceOf(CannotTrain.class)
                .hasMessageContaining("没有训练数据")
                .hasMessageContaining("no training rows");
    }

    @Test
    void rows_of_one_class_make_no_model_and_the_class_is_named() {
        List<TrainingRow> one = DecidedMessages.rows().stream()
                .filter(r -> r.category().equals("供热"))
                .toList();
        assertThatThrownBy(() -> ClassTrainer.train(one, _ -> {}))
                .isInstanceOf(CannotTrain.class)
                .hasMessageContaining("只有一个类别“供热”")
                .hasMessageContaining("only one class");
    }

    @Test
    void a_class_with_one_row_and_rows_without_words_do_not_stop_the_training() throws CannotTrain {
        ClassModel small = ClassTrainer.train(
                List.of(new TrainingRow("", "", "甲"), new TrainingRow("公交", "公交", "乙"), new TrainingRow("", "热", "甲")),
                _ -> {});
        assertThat(small.propose("公交", "公交", 1).getFirst().category()).isEqualTo("乙");
    }

    @Test
    void rows_that_all_repeat_one_another_do_not_stop_the_training() throws CannotTrain {
        ClassModel copies = ClassTrainer.train(
                List.of(
                        new TrainingRow("请求解决小区供热问题", "不热", "供热"),
                        new TrainingRow("请求解决小区供热问题", "不热", "供热"),
                        new TrainingRow("请求解决小区供热问题", "没有公交", "交通")),
                _ -> {});
        assertThat(copies.propose("请求解决小区供热问题", "不热", 2)).hasSize(2);
    }

    @Test
    void many_classes_are_told_apart_too() throws CannotTrain {
        List<TrainingRow> rows = new java.util.ArrayList<>();
        for (int k = 0; k < 30; k++)
            for (int n = 0; n < 6; n++) {
                String word = Character.toString(0x4E10 + 3 * k) + Character.toString(0x5F10 + 3 * k);
                rows.add(new TrainingRow("关于" + word + "的问题", word + "请处理" + n, "类" + k));
            }
        ClassModel many = ClassTrainer.train(rows, _ -> {});
        long right = rows.stream()
                .filter(r -> many.propose(r.title(), r.content(), 1)
                        .getFirst()
                        .category()
                        .equals(r.category()))
                .count();
        assertThat(right).isGreaterThan(170);
    }

    private static String first(String title, String content) {
        return model.propose(title, content, 1).getFirst().category();
    }
}
