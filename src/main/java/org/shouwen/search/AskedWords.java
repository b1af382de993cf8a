package org.shouwen.search;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.shouwen.regulation.Pure;

/**
 * The words of a query: what stands between blanks, folded, each once; at most {@link #MOST}.
 *
 * @param words in the order typed
 */
@Pure
record AskedWords(List<String> words) {
    static final int MOST = 8;

    private static final Pattern BLANKS = Pattern.compile("[ \\n]+");

    AskedWords {
        words = List.copyOf(words);
    }

    static AskedWords of(String typed) {
        Set<String> words = new LinkedHashSet<>();
        for (String word : BLANKS.split(FoldedText.of(typed).strip())) if (!word.isEmpty()) words.add(word);
        return new AskedWords(new ArrayList<>(words).subList(0, Math.min(MOST, words.size())));
    }

    boolean none() {
        return words.isEmpty();
    }

    /** Patterns of SQL's LIKE that hold where a word occurs. */
    List<String> patterns() {
        return words.stream().map(AskedWords::pattern).toList();
    }

    /** The same without the words that are one key of the index, which whatever it finds holds: two Chinese characters. */
    List<String> patternsBesideKeys() {
        return words.stream()
                .filter(w -> w.length() != 2 || !w.chars().allMatch(c -> c >= '\u4E00' && c <= '\u9FFF'))
                .map(AskedWords::pattern)
                .toList();
    }

    private static String pattern(String word) {
        return "%" + word.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%";
    }

    /** Whether all of them occur. */
    boolean in(String folded) {
        return words.stream().allMatch(folded::contains);
    }
}
