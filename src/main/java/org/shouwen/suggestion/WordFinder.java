package org.shouwen.suggestion;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Finds all words of all concepts in one pass over a text (Aho and Corasick, 1975): the time grows with the text alone. */
final class WordFinder {
    /** A word that stands in the text: the concept it speaks for, and where; {@code end} is exclusive. */
    record Hit(int concept, int start, int end) {}

    private static final class Node {
        final Map<Character, Node> next = new HashMap<>();
        final List<Integer> concepts = new ArrayList<>();
        final int depth;
        Node fail;

        @Nullable
        Node shorter;

        Node(int depth) {
            this.depth = depth;
            this.fail = this;
        }
    }

    private final Node root = new Node(0);

    /** Builds the finder; {@code words} are the words of each concept, by its number. */
    WordFinder(List<? extends Iterable<String>> words) {
        for (int concept = 0; concept < words.size(); concept++)
            for (String word : words.get(concept)) add(word, concept);
        link();
    }

    private void add(String word, int concept) {
        if (word.isEmpty()) throw new IllegalArgumentException("A word has no characters");
        Node node = root;
        for (int i = 0; i < word.length(); i++) {
            int depth = i + 1;
            node = node.next.computeIfAbsent(word.charAt(i), c -> new Node(depth));
        }
        if (!node.concepts.contains(concept)) node.concepts.add(concept);
    }

    private void link() {
        root.fail = root;
        ArrayDeque<Node> queue = new ArrayDeque<>();
        for (Node child : root.next.values()) {
            child.fail = root;
            queue.add(child);
        }
        for (Node node = queue.poll(); node != null; node = queue.poll()) {
            node.shorter = node.fail.concepts.isEmpty() ? node.fail.shorter : node.fail;
            for (Map.Entry<Character, Node> e : node.next.entrySet()) {
                e.getValue().fail = step(node.fail, e.getKey());
                queue.add(e.getValue());
            }
        }
    }

    private Node step(Node from, Character c) {
        Node node = from;
        while (node != root && !node.next.containsKey(c)) node = node.fail;
        return node.next.getOrDefault(c, root);
    }

    /** All hits in order of their end; words inside words are found too. */
    List<Hit> find(String text) {
        List<Hit> hits = new ArrayList<>();
        Node node = root;
        for (int i = 0; i < text.length(); i++) {
            node = step(node, text.charAt(i));
            for (Node n = node; n != null && n != root; n = n.shorter)
                for (int concept : n.concepts) hits.add(new Hit(concept, i + 1 - n.depth, i + 1));
        }
        return hits;
    }
}
