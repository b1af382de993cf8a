package org.shouwen.search;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouwen.accounts.CurrentUser;

/**
 * What an owner brings to the one box: its things as they can be found, and who may find them. The index reads nothing of
 * the owner's but this. Who sees a single thing is asked of the database when it is searched, under row-level security and
 * by {@link #predicate}, never of the index.
 */
public interface SearchableThings {
    ThingKind kind();

    /** Kinds of subjects in the journal whose entries may change one of the things. */
    Set<String> subjects();

    /** Whether this person may find things of this kind at all. */
    boolean open(CurrentUser viewer);

    /**
     * The policy's condition in SQL for each thing.
     *
     * @param number the column with the thing's number; the condition may bind {@code :reader}
     */
    default String predicate(String number) {
        return "true";
    }

    /** What {@code :reader} is for this person. */
    default String reader(CurrentUser viewer) {
        return "";
    }

    /** Whether all things of this kind are read anew when any of them changes: there are some thousands at most. */
    default boolean few() {
        return false;
    }

    /**
     * The things with these ids as they are now, which are those of their subjects in the journal. What is left out is not
     * to be found any more.
     */
    List<Searchable> of(Collection<UUID> ids);

    /** Things by id, the first after an id; for building the index anew. Where there are {@link #few}, all at once. */
    List<Searchable> after(@Nullable UUID id, int most);

    /** States that a day alone changes, such as of what has expired, by id; they are told instead of the index's. */
    default Map<UUID, String> statesNow(Collection<UUID> ids) {
        return Map.of();
    }

    /** Path of the page that shows it to this person; empty where they have none. */
    String page(UUID id, String number, List<String> units, CurrentUser viewer);
}
