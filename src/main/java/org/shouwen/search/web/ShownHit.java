package org.shouwen.search.web;

import java.util.ArrayList;
import java.util.List;
import org.shouwen.search.SearchHit;

/**
 * A hit as the page shows it.
 *
 * @param parts the snippet, cut where what was asked for begins and ends
 */
record ShownHit(SearchHit hit, List<Part> parts) {
    record Part(String text, boolean asked) {}

    static ShownHit of(SearchHit hit) {
        List<Part> parts = new ArrayList<>();
        int from = 0;
        for (SearchHit.Mark mark : hit.marks()) {
            if (mark.from() > from) parts.add(new Part(hit.snippet().substring(from, mark.from()), false));
            parts.add(new Part(hit.snippet().substring(mark.from(), mark.to()), true));
            from = mark.to();
        }
        if (from < hit.snippet().length()) parts.add(new Part(hit.snippet().substring(from), false));
        return new ShownHit(hit, List.copyOf(parts));
    }
}
