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
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class EvaluateWarningsTest {
    private static final String STREAM = """
        {"id":"4","user":"u4","time":"2019-03-04 09:00:00","title":"锦绣家园旁建搅拌站","content":"搅拌站离锦绣家园只有一百米，噪音灰尘。"}
        {"id":"1","user":"u1","time":"2019/3/1 8:00:00","title":"锦绣家园搅拌站扰民","content":"锦绣家园旁边的搅拌站夜里两点还在开工，灰尘很大。"}
        {"id":"2","user":"u2","time":"2019/3/2 8:00:00","title":"投诉锦绣家园搅拌站噪音","content":"锦绣家园业主投诉搅拌站，噪音让人没法睡。"}
        {"id":"3","user":"u3","time":"2019/3/3 8:00:00","title":"锦绣家园附近搅拌站灰尘大","content":"锦绣家园门口搅拌站灰尘大，孩子咳嗽。"}
        {"id":"5","user":"u5","time":"2019/3/5 8:00:00","title":"护照怎么办理","content":"去哪里办护照？","likes":1,"against":0}
        """;

    @TempDir
    private Path folder;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream told = new ByteArrayOutputStream();

    @Test
    void the_best_warning_of_a_matter_is_measured_and_a_matter_without_one_counts_as_missed() throws IOException {
        Path truth = file("truth.jsonl", """
            {"id":"1","problem_id":"plant"}
            {"id":"2","problem_id":"plant"}
            {"id":"3","problem_id":"plant"}
            {"id":"4","problem_id":"plant"}
            {"id":"5","problem_id":7}
            {"id":"6","problem_id":null}
            """);
        assertThat(run(file("stream.jsonl", STREAM).toString(), "--truth", truth.toString()))
                .isZero();
        JsonNode figures = new JsonMapper().readTree(out.toString(StandardCharsets.UTF_8));
        assertThat(figures.path("warnings").intValue()).isEqualTo(1);
        assertThat(figures.path("matters").intValue()).isEqualTo(2);
        assertThat(figures.path("precision").doubleValue()).isEqualTo(0.5);
        assertThat(figures.path("recall").doubleValue()).isEqualTo(0.5);
        assertThat(figures.path("f1").doubleValue()).isEqualTo(0.5);
        assertThat(figures.path("medianPosition").doubleValue()).isEqualTo(3);
        assertThat(figures.path("beforeFifth").doubleValue()).isEqualTo(0.5);
    }

    @Test
    void what_can_not_be_read_is_named_and_a_truth_without_matters_too() throws IOException {
        Path stream = file("stream.jsonl", STREAM);
        assertThat(run(stream.toString(), "--truth", file("truth.jsonl", "{}").toString()))
                .isEqualTo(2);
        assertThat(told.toString(StandardCharsets.UTF_8)).contains("truth.jsonl line 1", "id");
        assertThat(run(stream.toString(), "--truth", file("none.jsonl", "").toString()))
                .isEqualTo(2);
        assertThat(told.toString(StandardCharsets.UTF_8)).contains("none.jsonl names no matter");
        assertThat(run(stream.toString())).isEqualTo(2);
        assertThat(out.size()).isZero();
    }

    private Path file(String name, String content) throws IOException {
        return Files.writeString(folder.resolve(name), content);
    }

    private int run(String... arguments) throws IOException {
        return new EvaluateWarnings()
                .run(
                        List.of(arguments),
                        new PrintStream(out, true, StandardCharsets.UTF_8),
                        new PrintStream(told, true, StandardCharsets.UTF_8));
    }
}
