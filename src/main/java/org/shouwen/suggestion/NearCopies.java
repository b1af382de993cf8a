package org.shouwen.suggestion;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Deals texts into folds so that near-copies stay together: a copy must not vouch for its original. */
final class NearCopies {
    private static final int LEAST_TITLE = 8;

    /** Two bodies that share so many characters in a row are near-copies. */
    private static final int SHARED = 25;

    private final int[] parents;
    private final Map<Long, Integer> seen = new HashMap<>();

    private NearCopies(int texts) {
        parents = new int[texts];
        for (int i = 0; i < texts; i++) parents[i] = i;
    }

    /** @return the number of each text's fold, from 0; the same texts give the same folds */
    static int[] folds(List<PreparedText> texts, int folds) {
        NearCopies copies = new NearCopies(texts.size());
        for (int i = 0; i < texts.size(); i++) copies.look(texts.get(i), i);
        List<Integer> groups = new ArrayList<>();
        for (int i = 0; i < texts.size(); i++) if (copies.root(i) == i) groups.add(i);
        Collections.shuffle(groups, new Random(1));
        int[] foldOfGroup = new int[texts.size()];
        for (int g = 0; g < groups.size(); g++) foldOfGroup[groups.get(g)] = g % folds;
        int[] result = new int[texts.size()];
        for (int i = 0; i < result.length; i++) result[i] = foldOfGroup[copies.root(i)];
        return result;
    }

    private void look(PreparedText text, int i) {
        String title = letters(text.title());
        String body = letters(text.body());
        if (title.length() >= LEAST_TITLE) join(hash("title " + title), i);
        if (body.length() < 2 * SHARED) join(hash("body " + body), i);
        for (int j = 0; j + SHARED <= body.length(); j++) {
            long piece = hash(body.substring(j, j + SHARED));
            // One piece in sixteen is enough to find a copy, and spares the memory for the others.
            if (piece >>> 60 == 0) join(piece, i);
        }
    }

    private static String letters(String text) {
        return text.codePoints()
                .filter(Character::isLetterOrDigit)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static long hash(String text) {
        long hash = 1;
        for (int i = 0; i < text.length(); i++) hash = hash * 1_000_003 + text.charAt(i);
        return hash * 0x9E3779B97F4A7C15L;
    }

    private void join(long piece, int i) {
        Integer other = seen.putIfAbsent(piece, i);
        if (other != null) parents[root(i)] = root(other);
    }

    private int root(int i) {
        int at = i;
        while (parents[at] != at) {
            parents[at] = parents[parents[at]];
            at = parents[at];
        }
        return at;
    }
}
