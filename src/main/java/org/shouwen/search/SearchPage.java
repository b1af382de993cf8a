package org.shouwen.search;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One page of what was found.
 *
 * @param next to be passed as {@code after} for the next page; null on the last
 * @param counts of all that was found, not of this page
 * @param behind how long the oldest change that is not in the index yet has waited; zero when nothing waits
 * @param index whether the words' index can be asked; where it can not, hits and counts are empty
 * @param meant what means about the same and does not hold the words, nearest first; on the first page alone, counted nowhere
 */
public record SearchPage(
        List<SearchHit> hits,
        @Nullable String next,
        SearchCounts counts,
        Duration behind,
        IndexState index,
        List<SearchHit> meant) {
    public SearchPage {
        hits = List.copyOf(hits);
        meant = List.copyOf(meant);
    }

    /** With what was found by meaning. */
    SearchPage also(List<SearchHit> also) {
        return new SearchPage(hits, next, counts, behind, index, also);
    }

    /** Whether the index can be asked. */
    public enum IndexState {
        READY,
        /** The index is being built for the first time: what is in it already is found. */
        BUILDING,
        /** The index can not be read; it is built anew by itself. All else goes on. */
        BROKEN
    }

    /** Whether it holds as many hits as it must: a list's end behind its first page can not be told from a list cut off. */
    boolean full(int size, boolean first) {
        return next == null
                ? first && !hits.isEmpty() && hits.size() == Math.min(size, counts.all())
                : hits.size() == size;
    }
}
