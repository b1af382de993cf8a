package org.shouwen.suggestion;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;

/**
 * Proposes a class by the words that stand for it, for a city that has not decided anything yet. A rough start: it hardly
 * ever is sure.
 */
public final class ClassWords {
    /** A word in the title says what the matter is, one in the story may be by the way. */
    private static final double TITLE_WEIGHT = 3;

    private static final int MOST_REASONS = 3;

    private final List<String> categories;
    private final List<List<String>> words;

    /** @param wordsOfClasses for each class its words, such as {@code 公交 → 公交车, 公交站}; at least one class */
    public ClassWords(Map<String, List<String>> wordsOfClasses) {
        categories = List.copyOf(wordsOfClasses.keySet());
        words = wordsOfClasses.values().stream().map(List::copyOf).toList();
    }

    /** The start with the first level of the national classes of demands. */
    static ClassWords firstLevel() {
        Map<String, List<String>> classes = new LinkedHashMap<>();
        try (InputStream in = Objects.requireNonNull(
                        ClassWords.class.getResourceAsStream("/suggestion/first_level_words.csv"));
                CsvReader<NamedCsvRecord> csv =
                        CsvReader.builder().ofNamedCsvRecord(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            for (NamedCsvRecord line : csv)
                classes.put(
                        line.getField("class"), List.of(line.getField("words").split(" ")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new ClassWords(classes);
    }

    /** The most probable classes first; without any word found, none. */
    public List<ClassProposal> propose(String title, String content, int most) {
        PreparedText text = PreparedText.of(title, content);
        double[] scores = new double[categories.size()];
        List<List<String>> found = new ArrayList<>();
        for (int k = 0; k < scores.length; k++) {
            List<String> ofClass = new ArrayList<>();
            for (String word : words.get(k)) {
                double score = TITLE_WEIGHT * damped(text.title(), word) + damped(text.body(), word);
                if (score == 0) continue;
                ofClass.add(word);
                scores[k] += score * Math.min(word.length(), 4) / 2.0;
            }
            found.add(ofClass);
        }
        double all = Arrays.stream(scores).sum();
        if (all == 0) return List.of();
        // Half a word for every class: one word found is no certainty.
        double base = all + 0.5 * scores.length;
        return IntStream.range(0, scores.length)
                .boxed()
                .sorted(Comparator.comparingDouble(k -> -scores[k]))
                .limit(most)
                .map(k -> new ClassProposal(
                        categories.get(k),
                        (scores[k] + 0.5) / base,
                        found.get(k).stream().limit(MOST_REASONS).toList()))
                .toList();
    }

    private static double damped(String text, String word) {
        int times = 0;
        for (int at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + word.length())) times++;
        return times == 0 ? 0 : 1 + Math.log(times);
    }
}
