package org.shouwen.search.web;

import java.util.ArrayList;
import java.util.List;
import org.shouwen.search.SearchHit;

/**
 * A hit as the page shows it.
 *
 * @param title the title, cut like the snippet
 * @param parts the snippet, cut where what was asked for begins and ends
 */
record ShownHit(SearchHit hit, List<Part> title, List<Part> parts) {
    record Part(String text, boolean asked) {}

    static ShownHit of(SearchHit hit) {
        return new ShownHit(hit, cut(hit.title(), hit.titleMarks()), cut(hit.snippet(), hit.marks()));
    }

    private static List<Part> cut(String words, List<SearchHit.Mark> marks) {
        List<Part> parts = new ArrayList<>();
        int from = 0;
        for (SearchHit.Mark mark : marks) {
            if (mark.from() > from) parts.add(new Part(words.substring(from, mark.from()), false));
            parts.add(new Part(words.substring(mark.from(), mark.to()), true));
            from = mark.to();
        }
        if (from < words.length()) parts.add(new Part(words.substring(from), false));
        return List.copyOf(parts);
    }
}
