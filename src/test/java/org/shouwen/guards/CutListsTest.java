package org.shouwen.guards;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * No list ends in silence at a number that stands in its statement: a page has {@code limit :limit} and a place where the next
 * begins ({@code problems.Page}); what is cut otherwise stands in cut-lists.txt with what says so, or why nobody reads it as a list.
 */
class CutListsTest {
    private static final Path MAIN = Path.of("src/main/java");
    private static final Pattern CUT = Pattern.compile("\\blimit (\\d{2,})\\b");

    private static Map<String, String> reasons() throws IOException {
        Map<String, String> reasons = new LinkedHashMap<>();
        for (String line : Files.readAllLines(Path.of("src/test/resources/cut-lists.txt"))) {
            if (line.isBlank() || line.startsWith("#")) continue;
            String[] parts = line.split(" : ", 2);
            reasons.put(parts[0], parts.length > 1 ? parts[1] : "");
        }
        return reasons;
    }

    private static Map<String, List<String>> cuts() throws IOException {
        Map<String, List<String>> cuts = new TreeMap<>();
        try (Stream<Path> all = Files.walk(MAIN)) {
            for (Path file : all.filter(f -> f.toString().endsWith(".java")).toList())
                for (String line : Files.readAllLines(file)) {
                    if (line.strip().startsWith("*") || line.strip().startsWith("//")) continue;
                    Matcher cut = CUT.matcher(line);
                    while (cut.find())
                        cuts.computeIfAbsent(
                                        MAIN.relativize(file).toString().replace("org/shouwen/", ""),
                                        _ -> new ArrayList<>())
                                .add(cut.group(1));
                }
        }
        return cuts;
    }

    @Test
    void a_list_that_ends_at_a_number_has_a_reason() throws IOException {
        Map<String, String> reasons = reasons();
        List<String> without = new ArrayList<>();
        cuts().forEach((file, numbers) -> {
            for (String n : numbers)
                if (reasons.getOrDefault(file + " " + n, "").length() < 10) without.add(file + " " + n);
        });
        assertThat(without)
                .as("make it a problems.Page, or say in cut-lists.txt what says that it is cut")
                .isEmpty();
    }

    @Test
    void no_reason_outlives_its_need() throws IOException {
        Map<String, List<String>> cuts = cuts();
        assertThat(reasons().keySet()).allSatisfy(r -> {
            String[] at = r.split(" ");
            assertThat(cuts.getOrDefault(at[0], List.of())).as(r).contains(at[1]);
        });
    }
}
