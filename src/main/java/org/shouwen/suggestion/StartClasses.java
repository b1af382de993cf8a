package org.shouwen.suggestion;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Proposes one of the city's own classes before the city has decided anything: by the names in its list of classes and by
 * what people say of such matters. Never sure: its probabilities are below {@link ClassProposal#SURE}. Immutable.
 */
final class StartClasses {
    /** Version of the words, for the record of what was proposed. */
    static final String VERSION = "start/1";

    private static final double OWN = 3;
    private static final double ABOVE = 1;
    private static final double DOUBT = 1.5;
    private static final double MOST = 0.85;
    private static final Map<String, List<String>> TOPICS = topics();

    private record Candidate(KnownClass of, List<String> own, List<String> above) {}

    private final List<Candidate> candidates;

    /** @param classes of both levels; only those with a class above them are proposed */
    StartClasses(List<KnownClass> classes) {
        candidates = classes.stream()
                .filter(c -> !c.parentName().isEmpty())
                .map(StartClasses::candidate)
                .toList();
    }

    /** What is said of the whole group tells nothing of its members. */
    private static Candidate candidate(KnownClass c) {
        List<String> above = words(c.parentName());
        return new Candidate(
                c, words(c.name()).stream().filter(w -> !above.contains(w)).toList(), above);
    }

    /** The most probable first; without any word found, none. */
    List<ClassProposal> propose(String text, int most) {
        record Scored(Candidate candidate, double score, List<String> found) {}
        List<Scored> scored = new ArrayList<>();
        double all = 0;
        for (Candidate c : candidates) {
            List<String> found = new ArrayList<>();
            double score = OWN * score(text, c.own(), found) + ABOVE * score(text, c.above(), found);
            if (score == 0) continue;
            scored.add(new Scored(c, score, found));
            all += score;
        }
        scored.sort(Comparator.comparingDouble((Scored s) -> -s.score()));
        double whole = all + DOUBT;
        // those that only share the group with the first are no competition
        double[] second = {scored.size() < 2 ? 0 : scored.get(1).score()};
        return scored.stream()
                .limit(most)
                .map(s -> new ClassProposal(
                        s.candidate().of().code(),
                        Math.min(
                                MOST,
                                s.equals(scored.getFirst())
                                        ? s.score() / (s.score() + second[0] + DOUBT)
                                        : s.score() / whole),
                        s.found().stream().distinct().limit(3).toList()))
                .toList();
    }

    private static double score(String text, List<String> words, List<String> found) {
        double score = 0;
        for (String word : words) {
            if (!text.contains(word)) continue;
            found.add(word);
            score += Math.min(word.length(), 4) / 2.0;
        }
        return score;
    }

    /** The parts of the class's own name and what people say of them. */
    private static List<String> words(String name) {
        List<String> words = new ArrayList<>();
        for (String part : name.split("[、，,与和及]")) if (part.length() >= 2) words.add(part);
        TOPICS.forEach((part, said) -> {
            if (name.contains(part)) words.addAll(said);
        });
        return words.stream().distinct().toList();
    }

    private static Map<String, List<String>> topics() {
        Map<String, List<String>> topics = new LinkedHashMap<>();
        rows(
                "/suggestion/topics.csv",
                line -> topics.put(
                        line.getField("part"), List.of(line.getField("words").split(" "))));
        return topics;
    }

    static void rows(String resource, java.util.function.Consumer<NamedCsvRecord> each) {
        try (InputStream in = Objects.requireNonNull(StartClasses.class.getResourceAsStream(resource));
                CsvReader<NamedCsvRecord> csv =
                        CsvReader.builder().ofNamedCsvRecord(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            csv.forEach(each);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
