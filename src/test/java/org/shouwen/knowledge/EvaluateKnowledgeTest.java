package org.shouwen.knowledge;

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

class EvaluateKnowledgeTest {
    private static final String DOCUMENTS = """
            {"docid":"a","text":"公园开放时间 锦江山公园全年免费开放，夏季6时至22时。","source":"x"}
            {"docid":"b","text":"公园开放时间 锦江山公园全年免费开放，夏季6时至22时。"}
            {"docid":"c","text":"停车收费标准 市区路边停车每小时两元，夜间免费。"}
            """;
    private static final String QUESTIONS = """
            {"id":1,"docid":"b","question":"锦江山公园夏季几点开放？","answer":"6时 至22时"}
            {"id":2,"docid":"c","question":"路边停车每小时多少钱？","answer":"每小时两元"}
            {"id":3,"docid":"c","question":"停车夜间收费吗？","answer":"免费"}
            """;

    @TempDir
    private Path folder;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream told = new ByteArrayOutputStream();

    @Test
    void a_twin_is_a_miss_of_its_own_document_and_a_hit_of_the_answer() throws IOException {
        assertThat(evaluate(DOCUMENTS, QUESTIONS)).isZero();
        assertThat(figures().propertyNames())
                .containsExactly(
                        "first",
                        "inThree",
                        "inFive",
                        "inTen",
                        "containsFirst",
                        "containsInThree",
                        "passageFirst",
                        "passageInThree",
                        "msPerQuery");
        assertThat(figures().path("first").doubleValue()).isEqualTo(0.6667);
        assertThat(figures().path("inThree").doubleValue()).isEqualTo(1);
        assertThat(figures().path("containsFirst").doubleValue()).isEqualTo(1);
        assertThat(figures().path("passageFirst").doubleValue()).isEqualTo(1);
        assertThat(figures().path("msPerQuery").doubleValue()).isPositive();
    }

    @Test
    void a_short_answer_counts_for_documents_only() throws IOException {
        assertThat(evaluate(DOCUMENTS, QUESTIONS.lines().skip(2).findFirst().orElseThrow()))
                .isZero();
        assertThat(figures().path("first").doubleValue()).isEqualTo(1);
        assertThat(figures().path("containsFirst").isNull()).isTrue();
        assertThat(figures().path("passageFirst").isNull()).isTrue();
    }

    @Test
    void weights_are_learned_from_the_training_questions_and_told() throws IOException {
        Path train = file("train.jsonl", QUESTIONS);
        assertThat(run(
                        "--train",
                        train.toString(),
                        "--documents",
                        file("d.jsonl", DOCUMENTS).toString(),
                        "--questions",
                        file("q.jsonl", QUESTIONS).toString()))
                .isZero();
        assertThat(told.toString(StandardCharsets.UTF_8)).contains("3 questions", "document,BM25_TWO,");
        assertThat(figures().path("containsFirst").doubleValue()).isEqualTo(1);
    }

    @Test
    void each_fold_is_measured_with_weights_of_the_others_and_the_error_of_chance_is_told() throws IOException {
        String documents = file("d.jsonl", DOCUMENTS).toString();
        String questions = file("q.jsonl", QUESTIONS + """
                                {"id":4,"docid":"a","question":"公园收门票吗？","answer":"全年免费开放"}
                                {"id":5,"docid":"c","question":"白天停车几块钱？","answer":"无此答案可查"}
                                """).toString();
        assertThat(run("--documents", documents, "--questions", questions, "--folds", "3"))
                .isZero();
        // of the three documents each is a fold: with one, one and three questions
        assertThat(told.toString(StandardCharsets.UTF_8))
                .contains("Learning from 2 questions, measuring 3 others.")
                .contains("Learning from 4 questions, measuring 1 others.")
                .doesNotContain("document,BM25_TWO");
        assertThat(figures().path("inTen").doubleValue()).isEqualTo(1);
        assertThat(figures().path("passageInThree").doubleValue()).isEqualTo(0.75);
        assertThat(figures().path("standardError").path("inTen").doubleValue()).isZero();
        assertThat(figures().path("standardError").path("passageInThree").doubleValue())
                .as("of four answers long enough, one found nowhere")
                .isEqualTo(0.2165);
        String line = out.toString(StandardCharsets.UTF_8).replaceAll("\"msPerQuery\":[^,]+", "");
        out.reset();
        assertThat(run("--folds", "3", "--questions", questions, "--documents", documents))
                .isZero();
        assertThat(out.toString(StandardCharsets.UTF_8).replaceAll("\"msPerQuery\":[^,]+", ""))
                .as("the same each time")
                .isEqualTo(line);
        out.reset();
        assertThat(run("--documents", documents, "--questions", questions, "--folds", "4"))
                .isEqualTo(2);
        assertThat(told.toString(StandardCharsets.UTF_8)).contains("of 3 documents: not enough for 4 folds");
        for (String wrong : List.of("1", "0", "-3", "five", ""))
            assertThat(run("--documents", documents, "--questions", questions, "--folds", wrong))
                    .as(wrong)
                    .isEqualTo(2);
        assertThat(run("--documents", documents, "--questions", questions, "--train", questions, "--folds", "2"))
                .isEqualTo(2);
        assertThat(out.size()).isZero();
    }

    @Test
    void a_question_without_words_and_one_about_an_unknown_document_are_misses() throws IOException {
        String questions = """
                {"id":1,"docid":"c","question":"","answer":"每小时两元"}
                {"id":2,"docid":"z","question":"停车","answer":"无此文件可查"}
                """;
        assertThat(evaluate(DOCUMENTS, questions)).isZero();
        assertThat(figures().path("inTen").doubleValue()).isEqualTo(0.5);
        assertThat(figures().path("passageInThree").doubleValue()).isZero();
        assertThat(told.toString(StandardCharsets.UTF_8)).contains("1 questions of");
    }

    @Test
    void what_can_not_be_read_is_named_by_file_and_line() throws IOException {
        assertThat(evaluate(DOCUMENTS + "{\"docid\":\"d\"}", QUESTIONS)).isEqualTo(2);
        assertThat(evaluate(DOCUMENTS + "{\"docid\":\"a\",\"text\":\"x\"}", QUESTIONS))
                .isEqualTo(2);
        assertThat(evaluate(DOCUMENTS, QUESTIONS + "nonsense")).isEqualTo(2);
        assertThat(told.toString(StandardCharsets.UTF_8))
                .contains("d.jsonl line 4: field text is missing")
                .contains("d.jsonl line 4: docid 'a' is there twice")
                .contains("q.jsonl line 4 is not JSON");
        assertThat(evaluate("", QUESTIONS)).isEqualTo(2);
        assertThat(evaluate(DOCUMENTS, "\n")).isEqualTo(2);
        assertThat(run("--documents", "nowhere", "--questions", "nowhere")).isEqualTo(2);
        assertThat(run()).isEqualTo(2);
        assertThat(run("--documents")).isEqualTo(2);
        assertThat(run("--documents", "d", "--documents", "d")).isEqualTo(2);
        assertThat(out.size()).isZero();
    }

    @Test
    void the_weights_that_come_with_the_product_find_the_answers_of_real_questions() throws IOException {
        Path real = Path.of("../shared/data/knowledge");
        assumeTrue(Files.isDirectory(real), "the real documents are not here");
        assertThat(run(
                        "--documents",
                        real.resolve("documents.jsonl").toString(),
                        "--questions",
                        real.resolve("questions.jsonl").toString()))
                .isZero();
        assertThat(figures().path("containsFirst").doubleValue()).isGreaterThan(0.9);
        assertThat(figures().path("inTen").doubleValue()).isGreaterThan(0.98);
        assertThat(figures().path("passageFirst").doubleValue()).isGreaterThan(0.6);
    }

    private JsonNode figures() {
        return new JsonMapper().readTree(out.toString(StandardCharsets.UTF_8));
    }

    private Path file(String name, String content) throws IOException {
        return Files.writeString(folder.resolve(name), content);
    }

    private int evaluate(String documents, String questions) throws IOException {
        return run(
                "--documents",
                file("d.jsonl", documents).toString(),
                "--questions",
                file("q.jsonl", questions).toString());
    }

    private int run(String... arguments) throws IOException {
        return new EvaluateKnowledge()
                .run(
                        List.of(arguments),
                        new PrintStream(out, true, StandardCharsets.UTF_8),
                        new PrintStream(told, true, StandardCharsets.UTF_8));
    }
}
