package org.shouwen.search;

import java.util.List;
import org.shouwen.problems.After;

/** The place of a row in the list, as the key of the next page tells it. */
final class FoundPlace {
    private FoundPlace() {}

    static After of(Asked asked, FoundRow row) {
        return After.at(SearchStore.nearest(asked) ? 9 - row.near() : 0, row.at(), row.id());
    }

    /** What comes after a place in the list. */
    static List<FoundRow> behind(List<FoundRow> all, Asked asked, After after) {
        FoundRow last = new FoundRow(
                after.id(),
                ThingKind.APPEAL,
                after.time().toInstant(),
                "",
                null,
                null,
                null,
                null,
                false,
                9 - after.rank());
        return all.stream()
                .filter(r -> SearchStore.order(asked).compare(r, last) > 0)
                .toList();
    }
}
