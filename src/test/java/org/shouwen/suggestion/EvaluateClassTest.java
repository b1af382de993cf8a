package org.shouwen.suggestion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class EvaluateClassTest {
    private static final JsonMapper JSON = new JsonMapper();

    @TempDir
    private Path folder;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream told = new ByteArrayOutputStream();

    @Test
    void the_last_line_is_the_figures_and_nothing_else_is_printed() throws IOException {
        Path train = file("train.jsonl", DecidedMessages.rows());
        Path test = file(
                "test.jsonl",
                List.of(
                        new TrainingRow("暖气不热", "供热公司不管", "供热"),
                        new TrainingRow("公交车甩站", "等公交等不到", "交通"),
                        new TrainingRow("暖气不热", "供热公司不管", "从未见过的类")));
        assertThat(run("--test", test.toString(), "--train", train.toString())).isZero();
        JsonNode figures = JSON.readTree(out.toString(StandardCharsets.UTF_8));
        // Of three classes: 交通 1, 供热 two proposed, one right: 2/3, the third 0.
        assertThat(figures.path("macroF1").doubleValue()).isEqualTo(0.5556);
        assertThat(figures.path("accuracy").doubleValue()).isEqualTo(0.6667);
        assertThat(figures.path("top2").doubleValue()).isEqualTo(0.6667);
        assertThat(figures.has("sureShare")).isTrue();
        assertThat(figures.has("surePrecision")).isTrue();
    }

    @Test
    void an_untrained_city_starts_with_the_words_of_the_classes() throws IOException {
        Path test = file(
                "test.jsonl",
                List.of(
                        new TrainingRow("公交车不按时", "等了很久", "交通运输"),
                        new TrainingRow("医院乱收费", "医生态度差", "卫生计生"),
                        new TrainingRow("学校补课", "老师收费", "教育文体"),
                        new TrainingRow("工地夜间噪音", "扰民", "环境保护")));
        assertThat(run("--test", test.toString())).isZero();
        assertThat(JSON.readTree(out.toString(StandardCharsets.UTF_8))
                        .path("accuracy")
                        .doubleValue())
                .isEqualTo(1);
    }

    @Test
    void a_line_that_can_not_be_read_is_named_with_its_file() throws IOException {
        Path test = folder.resolve("test.jsonl");
        Files.writeString(test, "{\"title\":\"a\",\"content\":\"b\",\"category\":\"c\"}\n{\"title\":\"a\"}\n");
        assertThat(run("--test", test.toString())).isEqualTo(2);
        assertThat(told.toString(StandardCharsets.UTF_8)).contains("test.jsonl 第 2 行", "content", "line 2");
        Files.writeString(test, "\n{\"title\":\n");
        assertThat(run("--test", test.toString())).isEqualTo(2);
        assertThat(told.toString(StandardCharsets.UTF_8)).contains("line 2 is not JSON");
        assertThat(out.toString(StandardCharsets.UTF_8)).isEmpty();
    }

    @Test
    void files_that_are_missing_empty_or_in_another_encoding_are_named() throws IOException {
        Path missing = folder.resolve("missing.jsonl");
        assertThat(run("--test", missing.toString())).isEqualTo(2);
        assertThat(told.toString(StandardCharsets.UTF_8)).contains("missing.jsonl");
        Path empty = Files.writeString(folder.resolve("empty.jsonl"), "");
        assertThat(run("--test", empty.toString())).isEqualTo(2);
        assertThat(told.toString(StandardCharsets.UTF_8)).contains("empty.jsonl has no rows");
        Path gbk = folder.resolve("gbk.jsonl");
        Files.write(gbk, "{\"title\":\"暖气\",\"content\":\"\",\"category\":\"\"}".getBytes(Charset.forName("GB18030")));
        assertThat(run("--test", gbk.toString())).isEqualTo(2);
        assertThat(told.toString(StandardCharsets.UTF_8)).contains("gbk.jsonl is not UTF-8");
    }

    @Test
    void training_rows_of_one_class_are_refused_in_words() throws IOException {
        Path test = file("test.jsonl", DecidedMessages.rows());
        Path train = file("train.jsonl", List.of(new TrainingRow("暖气", "不热", "供热")));
        assertThat(run("--test", test.toString(), "--train", train.toString())).isEqualTo(2);
        assertThat(told.toString(StandardCharsets.UTF_8)).contains("train.jsonl", "只有一个类别“供热”");
    }

    @Test
    void a_call_without_files_says_how_it_is_called() throws IOException {
        assertThat(run()).isEqualTo(2);
        assertThat(run("--train", "x")).isEqualTo(2);
        assertThat(run("--test", "x", "y")).isEqualTo(2);
        assertThat(told.toString(StandardCharsets.UTF_8)).contains("--test FILE [--train FILE]");
    }

    @Test
    void on_real_messages_a_third_of_them_is_enough_to_be_right_in_nine_of_ten() throws IOException {
        Path real = Path.of("../shared/data/appeals/labelled.jsonl");
        assumeTrue(Files.exists(real), "the real messages are not here");
        List<String> lines = Files.readAllLines(real);
        Path train = Files.write(folder.resolve("train.jsonl"), every(lines, 3, 0));
        Path test = Files.write(folder.resolve("test.jsonl"), every(lines, 7, 1));
        assertThat(run("--test", test.toString(), "--train", train.toString())).isZero();
        JsonNode figures = JSON.readTree(out.toString(StandardCharsets.UTF_8));
        assertThat(figures.path("macroF1").doubleValue()).isGreaterThan(0.89);
        assertThat(figures.path("top2").doubleValue()).isGreaterThan(0.97);
        assertThat(figures.path("surePrecision").doubleValue()).isGreaterThan(0.96);
    }

    /** Every n-th line from {@code first} on, without those that the other slice has. */
    private static List<String> every(List<String> lines, int n, int first) {
        return java.util.stream.IntStream.range(0, lines.size())
                .filter(i -> i % n == first && (n == 3 || i % 3 != 0))
                .mapToObj(lines::get)
                .toList();
    }

    private int run(String... arguments) throws IOException {
        return new EvaluateClass()
                .run(
                        List.of(arguments),
                        new PrintStream(out, true, StandardCharsets.UTF_8),
                        new PrintStream(told, true, StandardCharsets.UTF_8));
    }

    private Path file(String name, List<TrainingRow> rows) throws IOException {
        return Files.writeString(
                folder.resolve(name),
                rows.stream().map(JSON::writeValueAsString).collect(Collectors.joining("\n")));
    }
}
