package org.shouwen.history;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.shouwen.problems.ChangedOutside;
import org.shouwen.rowsecurity.UnitScope;
import org.springframework.stereotype.Service;

/**
 * Holds a row against the journal before something rests on it that changes nothing in it, such as signing in with the
 * roles of an account (ruling 11).
 */
@Service
public class HeldRowCheck {
    private final HeldRowStore store;
    private final HeldRows rows;
    private final HeldRowAlarms alarms;
    private final Histories histories;
    private final UnitScope scope;

    HeldRowCheck(HeldRowStore store, HeldRows rows, HeldRowAlarms alarms, Histories histories, UnitScope scope) {
        this.histories = histories;
        this.scope = scope;
        this.store = store;
        this.rows = rows;
        this.alarms = alarms;
    }

    /**
     * Whether a row is what the journal last said of it; else an alarm is raised, once for one change. A row that is not
     * there stands when the journal knows none, or knows that it went.
     *
     * @param table a held table with its schema
     * @param key as the table is held by
     */
    public boolean stands(String table, String key) {
        UUID subject = store.subject(table, key);
        HeldRowStore.@Nullable Last last = store.last(Set.of(subject)).get(subject);
        Optional<byte[]> now = store.digest(table, key);
        boolean stands = now.map(digest -> last != null
                        && rows.stands(last.type(), last.body(), last.chain().seq(), table, digest))
                .orElseGet(() -> last == null || last.type().equals(HeldRows.GONE));
        if (!stands) alarms.raise(table, key, last == null ? 0 : last.chain().seq());
        return stands;
    }

    /** {@link #stands(String, String)} of a row whose key is an id. */
    public boolean stands(String table, UUID id) {
        return stands(table, id.toString());
    }

    /** Those that stand: a job leaves out what was changed past the product, and goes on with the others. */
    public <T> List<T> standing(String table, List<T> rows, Function<T, UUID> id) {
        return rows.stream().filter(row -> stands(table, id.apply(row))).toList();
    }

    /** Whole histories, also of what a unit sees a part of only. */
    public Map<Subject, List<Recorded>> histories(String kind, Collection<UUID> subjects) {
        return scope.asPlatform(() -> histories.of(kind, subjects));
    }

    /**
     * Raises an alarm about a row that its owner found changed by replaying its history; once for one change.
     *
     * @param number by which people know the row
     * @param seq of the last entry of its history
     */
    public void alarm(String table, String number, long seq) {
        alarms.raise(table, number, seq);
    }

    /** What an act is refused with after {@link #alarm}. */
    public ChangedOutside refuse(String table, String number) {
        return new ChangedOutside(table + " " + number);
    }
}
