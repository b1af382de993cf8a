package org.shouwen.suggestion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

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

class EvaluateSameTest {
    private static final String STREAM = """
        {"id":"3","user":"u3","time":"2019-08-01 09:00:00","title":"锦绣家园停水","content":"锦绣家园停水三天，供水公司不管"}
        {"id":"1","user":"u1","time":"2019/2/28 11:25:05","title":"锦绣家园停水","content":"锦绣家园停水三天，供水公司不管。"}
        {"id":2,"user":"u2","time":"2019/3/1 1:05:05","title":"幸福里电梯停用","content":"幸福里三号楼电梯坏了","likes":1}
        """;

    @TempDir
    private Path folder;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream told = new ByteArrayOutputStream();

    @Test
    void rows_are_taken_in_order_of_time_and_a_repeated_wording_is_found() throws IOException {
        assertThat(run(file("stream.jsonl", STREAM).toString())).isZero();
        JsonNode figures = figures();
        assertThat(figures.path("exact").doubleValue()).isEqualTo(1);
        assertThat(figures.path("msPerRow").doubleValue()).isPositive();
        assertThat(figures.get("inThree").isNull()).isTrue();
        assertThat(figures.get("offeredWrong").isNull()).isTrue();
    }

    @Test
    void pairs_say_what_was_met_and_what_was_offered_wrongly() throws IOException {
        Path stream = file("stream.jsonl", STREAM);
        Path met = file("met.jsonl", "{\"id\":3,\"same\":[1]}\n{\"id\":1,\"same\":[3]}\n{\"id\":\"9\",\"same\":[]}");
        assertThat(run(stream.toString(), "--pairs", met.toString())).isZero();
        assertThat(figures().path("inThree").doubleValue()).isEqualTo(1);
        assertThat(figures().path("offeredWrong").doubleValue()).isZero();
        assertThat(told.toString(StandardCharsets.UTF_8)).contains("1 ids of the pairs are not in the stream");
        out.reset();
        Path wrong = file("wrong.jsonl", "{\"id\":\"3\",\"same\":[\"2\"]}\n{\"id\":\"2\",\"same\":[\"3\"]}");
        assertThat(run(stream.toString(), "--pairs", wrong.toString())).isZero();
        assertThat(figures().path("inThree").doubleValue()).isZero();
        assertThat(figures().path("offeredWrong").doubleValue()).isEqualTo(0.5);
    }

    @Test
    void what_can_not_be_read_is_named_by_file_and_line() throws IOException {
        Path time = file("time.jsonl", STREAM.replace("2019/3/1 1:05:05", "gestern"));
        assertThat(run(time.toString())).isEqualTo(2);
        assertThat(told.toString(StandardCharsets.UTF_8)).contains("time.jsonl line 3", "gestern");
        Path pairs = file("pairs.jsonl", "{\"id\":\"3\"}");
        assertThat(run(file("stream.jsonl", STREAM).toString(), "--pairs", pairs.toString()))
                .isEqualTo(2);
        assertThat(told.toString(StandardCharsets.UTF_8)).contains("pairs.jsonl line 1", "same");
        assertThat(run(file("empty.jsonl", "").toString())).isEqualTo(2);
        assertThat(run(folder.resolve("none.jsonl").toString())).isEqualTo(2);
        assertThat(run()).isEqualTo(2);
        assertThat(run("--pairs")).isEqualTo(2);
        assertThat(out.size()).isZero();
    }

    @Test
    void every_repeated_wording_of_the_real_stream_is_offered() throws IOException {
        Path real = Path.of("../shared/data/appeals/stream.jsonl");
        assumeTrue(Files.exists(real), "the real stream is not here");
        assertThat(run(real.toString())).isZero();
        assertThat(figures().path("exact").doubleValue()).isEqualTo(1);
    }

    private JsonNode figures() {
        return new JsonMapper().readTree(out.toString(StandardCharsets.UTF_8));
    }

    private Path file(String name, String content) throws IOException {
        return Files.writeString(folder.resolve(name), content);
    }

    private int run(String... arguments) throws IOException {
        return new EvaluateSame()
                .run(
                        List.of(arguments),
                        new PrintStream(out, true, StandardCharsets.UTF_8),
                        new PrintStream(told, true, StandardCharsets.UTF_8));
    }
}
