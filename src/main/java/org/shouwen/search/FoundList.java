package org.shouwen.search;

import java.util.List;

/**
 * A whole list as one person sees it: in memory are what was asked and which things were found, words are read when they are
 * written out.
 *
 * @param numbers of those that have one
 * @param cut there are more than were asked for
 */
record FoundList(Asked asked, List<FoundRow> rows, List<String> numbers, boolean cut) {
    /** So many are read at once. */
    static final int STRETCH = 500;
}
