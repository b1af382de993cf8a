package org.shouwen.suggestion;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.shouwen.regulation.Editions;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The bar for urgency, on sentences that neither the rules nor the model were made with. */
class UrgencyCheckSetTest {
    private static List<JsonNode> rows;
    private static List<JsonNode> examples;
    private static UrgencyFigures figures;

    @BeforeAll
    static void judge() throws IOException {
        rows = read("/suggestion/urgent-check.jsonl");
        examples = read("/suggestion/urgency-examples.jsonl");
        UrgencyDetector detector = new UrgencyDetector(Editions.shipped("dandong-2026"), List.of());
        figures = new UrgencyFigures();
        for (JsonNode r : rows)
            figures.add(
                    r.path("kind").asString(),
                    r.path("alt").asString(""),
                    detector.judge(r.path("text").asString()).kind());
    }

    private static List<JsonNode> read(String resource) throws IOException {
        try (InputStream in = Objects.requireNonNull(UrgencyCheckSetTest.class.getResourceAsStream(resource))) {
            JsonMapper json = JsonMapper.builder().build();
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .map(json::readTree)
                    .toList();
        }
    }

    @Test
    void nineteen_of_twenty_alarms_are_raised() {
        assertThat(figures.recall()).isGreaterThanOrEqualTo(0.95);
    }

    @Test
    void at_least_eighty_five_of_a_hundred_alarms_are_right() {
        assertThat(figures.precision()).isGreaterThanOrEqualTo(0.85);
    }

    @Test
    void of_a_hundred_dangers_to_life_at_least_ninety_three_are_seen() {
        assertThat(figures.dangerRecall()).isGreaterThanOrEqualTo(0.93);
    }

    @Test
    void no_sentence_of_the_check_teaches_the_model() {
        Set<String> taught =
                examples.stream().map(r -> r.path("text").asString()).collect(Collectors.toSet());
        assertThat(rows).extracting(r -> r.path("text").asString()).doesNotContainAnyElementsOf(taught);
    }

    @Test
    void four_of_ten_sentences_at_least_are_no_alarm() {
        assertThat(rows.stream().filter(r -> r.path("kind").asString().equals("none")))
                .hasSizeGreaterThan(rows.size() * 4 / 10);
    }
}
