package org.shouwen.suggestion;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command {@code evaluate urgent}: its rules of counting and its exact form. */
class EvaluateUrgentTest {
    @TempDir
    Path folder;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream progress = new ByteArrayOutputStream();

    private int run(String... lines) throws IOException {
        Path file = folder.resolve("rows.jsonl");
        Files.writeString(file, String.join("\n", lines));
        return run(List.of(file.toString()));
    }

    private int run(List<String> arguments) throws IOException {
        return new EvaluateUrgent()
                .run(
                        arguments,
                        new PrintStream(out, true, StandardCharsets.UTF_8),
                        new PrintStream(progress, true, StandardCharsets.UTF_8));
    }

    private String last() {
        return out.toString(StandardCharsets.UTF_8).lines().toList().getLast();
    }

    @Test
    void the_last_line_has_the_shares_and_each_kind() throws IOException {
        int status = run(
                "{\"id\":\"1\",\"text\":\"楼道里煤气味特别大\",\"kind\":\"danger\"}",
                "{\"id\":\"2\",\"text\":\"整个小区停电\",\"kind\":\"lift\"}",
                "{\"id\":\"3\",\"text\":\"电费怎么交\",\"kind\":\"none\",\"note\":\"ignored\"}",
                "{\"id\":\"4\",\"text\":\"马葫芦盖没了\",\"kind\":\"none\"}");
        assertThat(status).isZero();
        assertThat(last())
                .isEqualTo(
                        "{\"recall\":0.5,\"precision\":0.3333,\"dangerRecall\":1.0,\"falseAlarmShare\":0.5,\"kinds\":{"
                                + "\"danger\":{\"recall\":1.0,\"precision\":1.0,\"rows\":1},"
                                + "\"lift\":{\"recall\":0.0,\"precision\":0.0,\"rows\":1},"
                                + "\"manhole\":{\"recall\":0.0,\"precision\":0.0,\"rows\":0},"
                                + "\"power\":{\"recall\":0.0,\"precision\":0.0,\"rows\":0}}}");
    }

    @Test
    void a_row_on_the_border_is_printed_apart_and_does_not_count() throws IOException {
        run(
                "{\"id\":\"1\",\"text\":\"整个小区停电\",\"kind\":\"power\"}",
                "{\"id\":\"2\",\"text\":\"你好\",\"kind\":\"power\",\"borderline\":true}");
        assertThat(last()).startsWith("{\"recall\":1.0,\"precision\":1.0,");
        assertThat(out.toString(StandardCharsets.UTF_8)).startsWith("borderline: 1 rows");
    }

    @Test
    void the_other_answer_that_is_accepted_is_right() throws IOException {
        run("{\"id\":\"1\",\"text\":\"整个小区停电\",\"kind\":\"lift\",\"alt\":\"power\"}");
        assertThat(last()).startsWith("{\"recall\":1.0,\"precision\":1.0,");
    }

    @Test
    void an_accepted_silence_is_no_miss() throws IOException {
        run("{\"id\":\"1\",\"text\":\"你好\",\"kind\":\"lift\",\"alt\":\"none\"}");
        assertThat(last()).startsWith("{\"recall\":1.0,");
    }

    @Test
    void a_line_that_is_no_json_is_named() throws IOException {
        assertThat(run("{\"id\":\"1\",\"text\":\"你好\",\"kind\":\"none\"}", "{\"id\":"))
                .isEqualTo(2);
        assertThat(progress.toString(StandardCharsets.UTF_8)).contains("第 2 行", "Line 2");
    }

    @Test
    void a_kind_that_the_edition_does_not_have_is_named() throws IOException {
        assertThat(run("{\"id\":\"1\",\"text\":\"你好\",\"kind\":\"flood\"}")).isEqualTo(2);
        assertThat(progress.toString(StandardCharsets.UTF_8)).contains("Line 1", "flood");
    }

    @Test
    void a_file_that_is_not_there_and_one_in_another_encoding_are_told_apart() throws IOException {
        assertThat(run(List.of(folder.resolve("none.jsonl").toString()))).isEqualTo(2);
        assertThat(progress.toString(StandardCharsets.UTF_8)).contains("No such file");
        Path gbk = folder.resolve("gbk.jsonl");
        Files.write(gbk, new byte[] {(byte) 0xb5, (byte) 0xe7});
        assertThat(run(List.of(gbk.toString()))).isEqualTo(2);
        assertThat(progress.toString(StandardCharsets.UTF_8)).contains("Not UTF-8");
    }

    @Test
    void without_a_file_it_says_how_it_is_called() throws IOException {
        assertThat(run(List.of())).isEqualTo(2);
        assertThat(progress.toString(StandardCharsets.UTF_8)).contains("evaluate urgent FILE");
    }
}
