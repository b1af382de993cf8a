package org.shouwen.history;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.shouwen.keys.Keys;
import org.shouwen.problems.After;
import org.shouwen.problems.Page;
import org.shouwen.problems.Stale;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The journal (ruling 11): every change leaves one entry, in the same transaction as the change, for ever. Entries of
 * a subject are chained by keyed seals; stretches of the journal are sealed outside the database ({@link Sealing}).
 */
@Service
@Transactional(propagation = Propagation.MANDATORY)
public class History {
    private final HistoryStore store;
    private final UnsealedEntryLog witness;
    private final Seal seal;

    History(HistoryStore store, UnsealedEntryLog witness, Keys keys) {
        this.store = store;
        this.witness = witness;
        this.seal = new Seal(keys.key("history"));
    }

    /**
     * Appends one entry to a subject whose row keeps its chain.
     *
     * @return where the chain stands now; the caller stores it with its row
     * @throws Stale when another change came first
     */
    public Chain append(Entry entry) {
        return appendAll(List.of(entry)).getFirst();
    }

    /** {@link #append} of many, in one statement; entries of one subject must follow one another in the list. */
    public List<Chain> appendAll(List<Entry> entries) {
        if (entries.isEmpty()) return List.of();
        List<Chain> chains = new ArrayList<>(entries.size());
        for (Entry e : entries) chains.add(new Chain(e.after().seq() + 1, seal.of(e)));
        try {
            store.insert(entries, chains);
        } catch (DuplicateKeyException e) {
            Entry first = entries.getFirst();
            throw new Stale(first.subject().kind(), first.after().seq(), -1);
        }
        witness.afterCommit(entries, chains);
        return chains;
    }

    /**
     * Appends to a subject that keeps no chain of its own: an account, a unit, a year of the calendar.
     *
     * @param body a JSON object; one that says no version of its format gets version 1
     */
    public Chain append(Subject subject, Instant at, Actor by, String type, String body) {
        return append(new Entry(subject, store.head(subject), at, by, type, StoredFormat.versioned(body)));
    }

    /** All that happened to a subject, first to last. */
    @Transactional(propagation = Propagation.SUPPORTS, readOnly = true)
    public List<Recorded> of(Subject subject) {
        return store.of(subject);
    }

    /** What happened to all subjects of a kind since a moment, newest first. */
    @Transactional(propagation = Propagation.SUPPORTS, readOnly = true)
    public List<Recorded> ofKind(String kind, Instant since, int most) {
        return store.ofKind(kind, since, most);
    }

    /** What was searched for by number, newest first: for the auditor (Art. 21). */
    @Transactional(propagation = Propagation.SUPPORTS, readOnly = true)
    public Page<Recorded> searches(@Nullable After after, int limit) {
        return store.searches(after, limit);
    }

    /** Rows that were found changed past the product when an act met them, newest first: for the auditor. */
    @Transactional(propagation = Propagation.SUPPORTS, readOnly = true)
    public Page<Recorded> alarms(@Nullable After after, int limit) {
        return store.alarms(after, limit);
    }

    /** What was done to accounts, units, calendars and the like, and restores, newest first: for the auditor. */
    @Transactional(propagation = Propagation.SUPPORTS, readOnly = true)
    public Page<Recorded> administration(@Nullable After after, int limit) {
        return store.administration(after, limit);
    }
}
