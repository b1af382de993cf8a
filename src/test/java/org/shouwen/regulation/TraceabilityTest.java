package org.shouwen.regulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.shouwen.guards.GeneratedPage;

/** Every clause has a constant, every constant is carried by code and cited by a test, or is left to people with a reason. */
class TraceabilityTest {
    private static final Path TEXT = Path.of("..", "shared", "law", "dandong-8890-measures-draft.txt");

    private static final Map<Clause, Set<String>> CODE = Citations.ofMain();
    private static final Map<Clause, Set<String>> TESTS = Citations.ofTests();
    private final Set<Clause> left = left();

    @Test
    void every_clause_is_carried_or_left_to_people() {
        List<Clause> open = new ArrayList<>();
        for (Clause c : Clause.values()) if (!CODE.containsKey(c) && !left.contains(c)) open.add(c);
        assertThat(open).as("clauses in neither place").isEmpty();
        List<Clause> both = new ArrayList<>();
        for (Clause c : left)
            if (CODE.getOrDefault(c, Set.of()).stream().anyMatch(f -> f.endsWith(".java"))) both.add(c);
        assertThat(both)
                .as("clauses that code carries and left-to-people.md still lists")
                .isEmpty();
    }

    @Test
    void every_carried_clause_is_cited_by_a_test() {
        List<Clause> untested = new ArrayList<>();
        for (Clause c : Clause.values()) {
            if (CODE.containsKey(c) && !left.contains(c) && !TESTS.containsKey(c)) untested.add(c);
        }
        assertThat(untested).as("clauses that code carries and no test cites").isEmpty();
    }

    @Test
    void the_text_has_not_changed_under_us() throws IOException {
        Assumptions.assumeTrue(Files.exists(TEXT), "the text of the Measures is not beside the project");
        Map<String, String> clauses = parse(Files.readString(TEXT));
        for (Clause c : Clause.values()) {
            assertThat(clauses).as("a constant without a clause").containsKey(c.name());
            assertThat(c.fingerprint())
                    .as("the text of " + c.citation() + " changed: read it again")
                    .isEqualTo(fingerprint(clauses.getOrDefault(c.name(), "")));
        }
        Set<String> known = new TreeSet<>();
        for (Clause c : Clause.values()) known.add(c.name());
        clauses.keySet().removeIf(k -> known.contains(k) || known.contains(k + "_1"));
        assertThat(clauses.keySet()).as("clauses without a constant").isEmpty();
    }

    @Test
    void the_table_is_as_the_code_has_it() {
        StringBuilder table = new StringBuilder("""
                # Clause → code → tests

                Drawn from the code by `./shouwen docs`; do not edit. What is left to people stands in [left-to-people.md](left-to-people.md).

                | Clause | 条款 | What it asks | Code | Tests |
                |---|---|---|---|---|
                """);
        for (Clause c : Clause.values()) {
            String carried = left.contains(c) ? "[left to people](left-to-people.md)" : names(CODE.get(c));
            table.append("| %s | %s | %s | %s | %s |\n"
                    .formatted(c, c.citation(), c.summary(), carried, names(TESTS.get(c))));
        }
        GeneratedPage.compare(Path.of("docs/articles.md"), table.toString());
    }

    private static String names(@org.jspecify.annotations.Nullable Set<String> files) {
        return files == null
                ? "–"
                : String.join(
                        ", ", files.stream().map(f -> f.replace(".java", "")).toList());
    }

    private static Set<Clause> left() {
        Set<Clause> left = new TreeSet<>();
        try {
            for (String line : Files.readAllLines(Path.of("docs/left-to-people.md"))) {
                Matcher m = Pattern.compile("^\\| (A\\d{1,2}(?:_\\d)?) \\|").matcher(line);
                if (m.find()) left.add(Clause.valueOf(m.group(1)));
            }
            return left;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Article and item → text without white space, in the way the constants' fingerprints were made. */
    private static Map<String, String> parse(String text) {
        String t = text.replaceAll("\\s+", "").replace("(", "（").replace(")", "）");
        Map<String, String> clauses = new TreeMap<>();
        Matcher article = Pattern.compile("第([一二三四五六七八九十]+)条").matcher(t);
        List<int[]> starts = new ArrayList<>();
        while (article.find()) starts.add(new int[] {number(article.group(1)), article.start(), article.end()});
        for (int i = 0; i < starts.size(); i++) {
            int end = i + 1 < starts.size() ? starts.get(i + 1)[1] : t.length();
            String body = t.substring(starts.get(i)[2], end).split("第[一二三四五六七八九十]+章")[0];
            Matcher item = Pattern.compile("-?（([一二三四五六七八九])）").matcher(body);
            int from = 0;
            String key = "A" + starts.get(i)[0];
            while (item.find()) {
                clauses.put(key, body.substring(from, item.start()));
                key = "A" + starts.get(i)[0] + "_" + number(item.group(1));
                from = item.end();
            }
            clauses.put(key, body.substring(from));
        }
        return clauses;
    }

    private static int number(String chinese) {
        String digits = "零一二三四五六七八九";
        int ten = chinese.indexOf('十');
        if (ten < 0) return digits.indexOf(chinese);
        int tens = ten == 0 ? 1 : digits.indexOf(chinese.charAt(0));
        return tens * 10 + (ten + 1 < chinese.length() ? digits.indexOf(chinese.charAt(ten + 1)) : 0);
    }

    private static String fingerprint(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest).substring(0, 12);
        } catch (java.security.NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
