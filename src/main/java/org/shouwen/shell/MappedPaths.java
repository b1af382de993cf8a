package org.shouwen.shell;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What may answer a path, by the path's first three segments, so that of hundreds of patterns a few are weighed.
 *
 * @param <T> a mapping
 */
class MappedPaths<T> {
    private static final int SEGMENTS = 3;

    private final Set<String> direct = new HashSet<>();
    private final Map<String, List<T>> begun = new HashMap<>();

    /** Patterns whose first segments are not all known. */
    private final List<T> open = new ArrayList<>();

    /** @param start what every path has at its beginning that this mapping answers */
    void add(T mapping, String start) {
        String head = head(start);
        List<T> known = head.length() < start.length() ? begun.computeIfAbsent(head, _ -> new ArrayList<>()) : open;
        if (!known.contains(mapping)) known.add(mapping);
    }

    /** @param path without a variable */
    void addDirect(String path) {
        direct.add(path);
    }

    boolean isDirect(String path) {
        return direct.contains(path);
    }

    /** All that can answer the path, and some that can not. */
    List<T> of(String path) {
        List<T> known = begun.getOrDefault(head(path), List.of());
        if (open.isEmpty()) return known;
        List<T> all = new ArrayList<>(known);
        for (T mapping : open) if (!known.contains(mapping)) all.add(mapping);
        return all;
    }

    /** The first segments, or all where there are no more: {@code /a/b/c} of {@code /a/b/c/d}. */
    private static String head(String path) {
        int end = 0;
        for (int i = 0; i < SEGMENTS; i++) {
            end = path.indexOf('/', end + 1);
            if (end < 0) return path;
        }
        return path.substring(0, end);
    }
}
