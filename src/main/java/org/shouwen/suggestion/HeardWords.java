package org.shouwen.suggestion;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/**
 * Words as recognition of speech or a hasty hand writes them, with the word that was meant, of the same length: 景盖 for 井盖.
 * Replaces them in a text.
 */
final class HeardWords {
    private final Map<String, String> meant = new HashMap<>();
    private final List<String> written = new ArrayList<>();
    private final WordFinder finder;

    private HeardWords(Map<String, String> all) {
        meant.putAll(all);
        written.addAll(meant.keySet());
        finder = new WordFinder(written.stream().map(List::of).toList());
    }

    /**
     * Reads {@code sounds} (word → for each character those that sound like it), {@code never} (real words that only sound
     * alike) and {@code typed} (written → meant, of the same length).
     */
    static HeardWords of(JsonNode file) {
        Map<String, String> all = new HashMap<>();
        for (Map.Entry<String, JsonNode> e : file.path("sounds").properties()) {
            List<String> variants = List.of("");
            String[] alike = e.getValue().asString().strip().split("\\s+");
            if (alike.length != e.getKey().length())
                throw new IllegalStateException("heard.yaml: " + e.getKey() + " needs a group for each character");
            for (int i = 0; i < alike.length; i++)
                variants = longer(variants, e.getKey().charAt(i) + alike[i]);
            for (String v : variants) if (!v.equals(e.getKey())) all.putIfAbsent(v, e.getKey());
        }
        for (Map.Entry<String, JsonNode> e : file.path("typed").properties()) {
            String word = e.getValue().asString();
            if (word.length() != e.getKey().length())
                throw new IllegalStateException("heard.yaml: " + e.getKey() + " and " + word + " differ in length");
            all.put(e.getKey(), word);
        }
        Set<String> never = new HashSet<>();
        for (JsonNode n : file.path("never"))
            never.addAll(List.of(n.asString().strip().split("\\s+")));
        all.keySet().removeAll(never);
        return new HeardWords(all);
    }

    private static List<String> longer(List<String> starts, String characters) {
        List<String> all = new ArrayList<>();
        for (String start : starts)
            for (int i = 0; i < characters.length(); i++) {
                char c = characters.charAt(i);
                if (c != '-' && (i == 0 || characters.indexOf(c) == i)) all.add(start + c);
            }
        return all;
    }

    /** The text with what was meant; its length stays the same. */
    String mend(String text) {
        List<WordFinder.Hit> hits = finder.find(text);
        if (hits.isEmpty()) return text;
        StringBuilder out = new StringBuilder(text);
        int done = 0;
        for (WordFinder.Hit h : hits) {
            if (h.start() < done) continue;
            String word = written.get(h.concept());
            out.replace(h.start(), h.end(), meant.getOrDefault(word, word));
            done = h.end();
        }
        return out.toString();
    }
}
