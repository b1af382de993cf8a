package org.shouwen.search;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One thing that was found, with what whoever asked may read of it.
 *
 * @param number of an appeal or order, code of a unit, empty for an article or a person
 * @param title without what would lead to an appellant; the name of a unit or of a person
 * @param titleMarks which parts of the title were asked for, first to last
 * @param snippet the words around the first place where something asked for occurs, in one line, at most 120 characters
 * @param marks which parts of the snippet were asked for, first to last; empty when it was found otherwise
 * @param units codes of those that have it: the lead first, then those that assist
 * @param state code of its state; empty where it has none
 * @param matterClass code; null where it has none
 * @param place code; null where it has none
 * @param channel over which the appeal came in; null where there is none
 * @param at when the appeal came in, the order was registered, the article or the directory's entry was changed
 * @param page path at which it is shown to this reader
 */
public record SearchHit(
        ThingKind kind,
        UUID id,
        String number,
        String title,
        List<Mark> titleMarks,
        String snippet,
        List<Mark> marks,
        List<String> units,
        String state,
        @Nullable String matterClass,
        @Nullable String place,
        @Nullable String channel,
        boolean urgent,
        Instant at,
        String page) {
    public SearchHit {
        titleMarks = List.copyOf(titleMarks);
        marks = List.copyOf(marks);
        units = List.copyOf(units);
    }

    /** A part of the title or the snippet, in UTF-16 units: from inclusive, to exclusive. */
    public record Mark(int from, int to) {}
}
