package org.shouwen.search;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.shouwen.regulation.Pure;

/** The words around the first place where something asked for occurs, in one line, and where in them it does. */
@Pure
record Snippet(String words, List<SearchHit.Mark> marks) {
    static final int MOST = 120;
    private static final int BEFORE = 30;

    Snippet {
        marks = List.copyOf(marks);
    }

    /** @param text as it is shown; what it is in folded form has the same places */
    static Snippet of(String text, AskedWords asked) {
        String folded = FoldedText.of(text);
        int first = asked.words().stream()
                .mapToInt(folded::indexOf)
                .filter(at -> at >= 0)
                .min()
                .orElse(0);
        int from = whole(text, first <= BEFORE ? 0 : first - BEFORE);
        int to = whole(text, Math.min(text.length(), from + MOST));
        String shown = text.substring(from, to).replace('\n', ' ');
        return new Snippet(shown, marks(FoldedText.of(shown), asked));
    }

    /** No character is cut in the middle. */
    private static int whole(String text, int at) {
        return at > 0 && at < text.length() && Character.isLowSurrogate(text.charAt(at)) ? at - 1 : at;
    }

    /** Where in folded words what was asked for occurs, first to last, without two that touch. */
    static List<SearchHit.Mark> marks(String folded, AskedWords asked) {
        List<SearchHit.Mark> all = new ArrayList<>();
        for (String word : asked.words())
            for (int at = folded.indexOf(word); at >= 0; at = folded.indexOf(word, at + word.length()))
                all.add(new SearchHit.Mark(at, at + word.length()));
        all.sort(Comparator.comparingInt(SearchHit.Mark::from));
        List<SearchHit.Mark> joined = new ArrayList<>();
        for (SearchHit.Mark m : all) {
            SearchHit.Mark last = joined.isEmpty() ? null : joined.getLast();
            if (last == null || m.from() > last.to()) joined.add(m);
            else joined.set(joined.size() - 1, new SearchHit.Mark(last.from(), Math.max(last.to(), m.to())));
        }
        return joined;
    }
}
