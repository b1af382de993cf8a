package org.shouwen.bench;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Texts of 200 characters, put together from sentences by chance, the same each time: characters and pairs of them are as
 * frequent as in the sentences. Sentences are those of messages in files, or where none is given the project's own.
 */
final class SearchTexts {
    static final int LENGTH = 200;

    private final List<String> sentences = new ArrayList<>();
    private final Random random = new Random(20261128);

    /** @param files of JSON, an object with {@code content} a line */
    SearchTexts(List<Path> files) throws IOException {
        JsonMapper json = new JsonMapper();
        for (Path file : files)
            for (String line : Files.readAllLines(file, StandardCharsets.UTF_8)) {
                JsonNode content = json.readTree(line).path("content");
                if (content.isString()) add(content.stringValue());
            }
        if (sentences.isEmpty()) add(own());
    }

    private static String own() throws IOException {
        try (InputStream file = SearchTexts.class.getResourceAsStream("/identity/name-clauses.txt")) {
            return new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8)
                    .replaceAll("(?m)^[#@].*$", "")
                    .replaceAll("\\{[A-Z]\\}", "某某")
                    .replaceAll("[|\\n]+", "。");
        }
    }

    private void add(String text) {
        for (String s : text.split("(?<=[。！？；])")) {
            String one = s.replaceAll("[\\s\\\\\\p{Cntrl}]+", "");
            if (one.length() >= 4 && one.length() <= 80) sentences.add(one);
        }
    }

    String next() {
        StringBuilder text = new StringBuilder(LENGTH + 80);
        while (text.length() < LENGTH) text.append(sentences.get(random.nextInt(sentences.size())));
        return text.substring(0, LENGTH);
    }

    /** What is asked for, by a name that says how long the words are and how many of the texts hold them. */
    static Map<String, List<String>> words(List<String> texts) {
        Random random = new Random(5);
        Map<String, List<String>> words = new LinkedHashMap<>();
        for (int length : new int[] {1, 2, 3, 4}) {
            Map<String, Integer> held = new HashMap<>();
            for (String text : texts) {
                Set<String> once = new HashSet<>();
                for (int i = 0; i + length <= text.length(); i++) once.add(text.substring(i, i + length));
                for (String w : once) if (w.codePoints().allMatch(Character::isIdeographic)) held.merge(w, 1, Integer::sum);
            }
            for (String how : List.of("rare", "middling", "frequent")) {
                List<String> some = new ArrayList<>(held.entrySet().stream()
                        .filter(e -> how.equals(how(e.getValue() / (double) texts.size())))
                        .map(Map.Entry::getKey)
                        .sorted()
                        .toList());
                Collections.shuffle(some, random);
                if (!some.isEmpty()) words.put(length + " " + how, List.copyOf(some.subList(0, Math.min(30, some.size()))));
            }
        }
        return words;
    }

    private static String how(double share) {
        return share < 0.0005 ? "rare" : share < 0.02 ? "middling" : "frequent";
    }
}
