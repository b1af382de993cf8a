package org.shouwen.suggestion;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * What the product knows of how people speak of danger: concepts with their words, rules, cues and words that are often
 * mis-heard. It is data ({@code suggestion/*.yaml}) that an administrator can read. Immutable.
 */
final class UrgencyLexicon {
    /** The concept whose words hide the shorter words inside them, such as 电梯费. */
    static final String HARMLESS = "无关词";

    private static final ObjectMapper YAML = YAMLMapper.builder().build();
    private static final List<String> WORD_FILES =
            List.of("words-water.yaml", "words-things.yaml", "words-danger.yaml", "words-cues.yaml");

    private final Map<String, Integer> numbers = new LinkedHashMap<>();
    private final List<Set<String>> words = new ArrayList<>();
    private final List<UrgencyRule> rules = new ArrayList<>();
    private final List<UrgencyCue> cues = new ArrayList<>();
    private final Map<String, List<Integer>> guidance = new LinkedHashMap<>();
    private final HeardWords heard;

    UrgencyLexicon() {
        this.heard = HeardWords.of(read("heard.yaml"));
        for (String file : WORD_FILES)
            for (Map.Entry<String, JsonNode> e : read(file).properties()) addConcept(e.getKey(), e.getValue());
        for (Map.Entry<String, JsonNode> section : read("rules.yaml").properties())
            for (JsonNode line : section.getValue())
                rules.add(UrgencyRule.parse(section.getKey(), line.asString(), this::number));
        for (JsonNode cue : read("cues.yaml")) cues.add(cue(cue));
        for (Map.Entry<String, JsonNode> e : read("guidance.yaml").properties()) {
            List<Integer> concepts = new ArrayList<>();
            for (JsonNode n : e.getValue()) concepts.add(number(n.asString()));
            guidance.put(e.getKey(), List.copyOf(concepts));
        }
    }

    private void addConcept(String name, JsonNode list) {
        if (numbers.containsKey(name))
            throw new IllegalStateException("suggestion: concept '" + name + "' is there twice");
        Set<String> into = concept(name);
        for (JsonNode n : list) for (String word : n.asString().strip().split("\\s+")) into.add(word);
    }

    private Set<String> concept(String name) {
        numbers.put(name, words.size());
        words.add(new LinkedHashSet<>());
        return words.getLast();
    }

    private int number(String name) {
        Integer known = numbers.get(name);
        if (known != null) return known;
        concept(name).add(name);
        return words.size() - 1;
    }

    private List<Integer> numbers(JsonNode names) {
        List<Integer> numbers = new ArrayList<>();
        for (JsonNode name : names) numbers.add(number(name.asString()));
        return List.copyOf(numbers);
    }

    private UrgencyCue cue(JsonNode n) {
        List<String> kinds = new ArrayList<>();
        for (JsonNode k : n.path("kinds")) kinds.add(k.asString());
        String name = n.path("words").asString();
        return new UrgencyCue(
                name,
                number(name),
                UrgencyCue.Where.valueOf(n.path("where").asString().toUpperCase(Locale.ROOT)),
                UrgencyCue.Within.valueOf(n.path("within").asString().toUpperCase(Locale.ROOT)),
                n.path("reach").asInt(),
                List.copyOf(kinds),
                numbers(n.path("unless")),
                numbers(n.path("unlessAfter")));
    }

    static JsonNode read(String file) {
        String path = "/suggestion/" + file;
        try (@Nullable InputStream in = UrgencyLexicon.class.getResourceAsStream(path)) {
            if (in == null) throw new IllegalStateException(path + " is missing");
            return YAML.readTree(in);
        } catch (IOException | JacksonException e) {
            throw new IllegalStateException(path + ": " + e.getMessage(), e);
        }
    }

    /** Words of each concept, by its number. */
    List<Set<String>> words() {
        return List.copyOf(words);
    }

    List<UrgencyRule> rules() {
        return List.copyOf(rules);
    }

    List<UrgencyCue> cues() {
        return List.copyOf(cues);
    }

    /** Concepts that speak for each guidance target, by its code. */
    Map<String, List<Integer>> guidance() {
        return Map.copyOf(guidance);
    }

    /** What is heard or typed in place of a word. */
    HeardWords heard() {
        return heard;
    }

    /** Number of a concept, or −1 when there is none of this name. */
    int numberOf(String name) {
        return numbers.getOrDefault(name, -1);
    }
}
