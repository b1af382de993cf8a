package org.shouwen.search;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A thing as it can be found. Its words are those that whoever sees it may read: names, numbers and addresses that lead to
 * a person are taken out by its owner before, and not even their masks are left (Art. 21).
 *
 * @param appeal whose person's words it may hold; null where it can be nobody's
 * @param number by which people know it; empty where it has none
 * @param text what it says
 * @param where what units read only where nothing is kept from them, such as the place of an order; empty where there is none
 * @param units codes of those that have it: the lead first; empty: no unit sees it, unless every unit sees its kind
 * @param state code; empty where it has none
 */
public record Searchable(
        UUID id,
        @Nullable UUID appeal,
        String number,
        Instant at,
        String title,
        String text,
        String where,
        List<String> units,
        String state,
        @Nullable String matterClass,
        @Nullable String place,
        @Nullable String channel,
        boolean urgent) {
    public Searchable {
        units = List.copyOf(units);
    }

    /** The same with what was said later; units read it where nothing is kept from them. */
    public Searchable besides(String said) {
        String all = where.isEmpty() || said.isEmpty() ? where + said : where + " " + said;
        return new Searchable(
                id, appeal, number, at, title, text, all, units, state, matterClass, place, channel, urgent);
    }

    /** The same with the channel over which its appeal came in. */
    public Searchable over(@Nullable String by) {
        return new Searchable(id, appeal, number, at, title, text, where, units, state, matterClass, place, by, urgent);
    }
}
