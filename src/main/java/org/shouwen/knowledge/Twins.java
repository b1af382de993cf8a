package org.shouwen.knowledge;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.shouwen.blobs.Sha256;

/**
 * Of articles with the same text the one that is shown: the newest. A document that was imported twice, also under another
 * number or title, answers once.
 */
final class Twins {
    /** A shorter text says too little without its title: 每小时两元 is one price in two districts. */
    private static final int LEAST = 40;

    /** Title and number stand in the first lines of a document that was imported. */
    private static final int HEAD = 8;

    private final int[] shown;
    private final int[] besides;

    private Twins(int[] shown, int[] besides) {
        this.shown = shown;
        this.besides = besides;
    }

    /** @param which those that may be shown; what is left out is nobody's twin */
    static Twins of(List<ArticleVersion> versions, List<String> keys, Predicate<ArticleVersion> which) {
        Map<String, List<Integer>> same = new HashMap<>();
        for (int i = 0; i < keys.size(); i++)
            if (which.test(versions.get(i)))
                same.computeIfAbsent(keys.get(i), _ -> new ArrayList<>()).add(i);
        int[] shown = new int[keys.size()];
        Arrays.fill(shown, -1);
        int[] besides = new int[keys.size()];
        for (List<Integer> group : same.values()) {
            int newest = group.getFirst();
            for (int i : group) if (newer(versions.get(i), versions.get(newest))) newest = i;
            for (int i : group) shown[i] = newest;
            besides[newest] = group.size() - 1;
        }
        return new Twins(shown, besides);
    }

    /** The number of the article that is shown in the place of this one; -1: none. */
    int shown(int number) {
        return shown[number];
    }

    /** How many more have the text of one that is shown. */
    int besides(int number) {
        return besides[number];
    }

    /** By the document's own date where both have one; else by which was written later. */
    private static boolean newer(ArticleVersion one, ArticleVersion other) {
        LocalDate date = one.content().source().date();
        LocalDate than = other.content().source().date();
        if (date != null && than != null && !date.equals(than)) return date.isAfter(than);
        return one.id().compareTo(other.id()) > 0;
    }

    /**
     * The same for what says the same and is of the same unit: two districts' procedure in the same words is each one's own.
     * An enterprise is where it is: others offer the same in the same words.
     */
    static String key(ArticleContent c) {
        String body = c.kind() == ArticleKind.SERVICE
                ? ""
                : NormalizedText.of(body(c)).toString();
        String said = body.length() < LEAST ? NormalizedText.of(c.searched()).toString() : body;
        return Sha256.of((c.unit().code() + "\n" + said).getBytes(StandardCharsets.UTF_8));
    }

    /** The text without the lines at its head that are its own title and number. */
    private static String body(ArticleContent c) {
        List<String> lines = c.text().lines().toList();
        List<String> head = lines.subList(0, Math.min(HEAD, lines.size())).stream()
                .filter(l -> !same(l, c.title())
                        && !same(l, c.source().number())
                        && !same(l, c.source().title()))
                .toList();
        return String.join("\n", head)
                + lines.stream().skip(HEAD).map(l -> "\n" + l).collect(Collectors.joining());
    }

    private static boolean same(String line, String other) {
        return line.strip().equals(other.strip());
    }
}
