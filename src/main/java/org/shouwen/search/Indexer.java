package org.shouwen.search;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.shouwen.history.ChangeFeed;
import org.shouwen.history.DoneChanges;
import org.shouwen.jobs.OwnThreadJob;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Brings into the index what has changed since the last time, read from the journal, so that no act waits for the index;
 * and builds the other copy a stretch at a time where that is wanted. Between two stretches it looks at the journal again,
 * so that the copy that is asked never falls behind for the sake of the other.
 */
@Component
class Indexer implements OwnThreadJob {
    /** Entries read at once: what a busy hour brings in some seconds. */
    static final int MOST = 2000;

    /** How long a run goes on building before it lets go; the next begins a second later. */
    private static final Duration STRETCH = Duration.ofSeconds(20);

    private final List<SearchableThings> owners;
    private final ChangeFeed feed;
    private final GenerationStore generations;
    private final ThingStore things;
    private final MeaningStore meanings;
    private final IndexBuilding building;
    private final IndexMending mending;
    private final TransactionTemplate transaction;
    private final InstantSource clock;

    private final DoneChanges done = new DoneChanges();

    Indexer(
            List<SearchableThings> owners,
            ChangeFeed feed,
            GenerationStore generations,
            ThingStore things,
            MeaningStore meanings,
            IndexBuilding building,
            IndexMending mending,
            TransactionTemplate transaction,
            InstantSource clock) {
        this.owners = List.copyOf(owners);
        this.feed = feed;
        this.generations = generations;
        this.things = things;
        this.meanings = meanings;
        this.building = building;
        this.mending = mending;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "search-index";
    }

    @Override
    public Duration every() {
        return Duration.ofSeconds(1);
    }

    @Override
    public void run() {
        Instant until = clock.instant().plus(STRETCH);
        Generation g = generations.now();
        if (g.state() == SearchPage.IndexState.BROKEN && !g.building()) building.begin();
        try {
            do {
                catchUp();
            } while (building.step() && clock.instant().isBefore(until));
        } catch (DataAccessException e) {
            mending.mend(e);
        }
    }

    /** Everything that is committed when this is called, in the index when it returns. */
    void catchUp() {
        while (!next()) {
            // the journal has more
        }
    }

    private boolean next() {
        Instant now = clock.instant();
        Generation g = generations.now();
        building.beginFirst(g);
        ChangeFeed.Changes changes = feed.after(generations.now().place(), done, MOST);
        // the few are read again until their entry is settled: another node may have answered from memory
        Map<String, Set<UUID>> told = ChangeFeed.subjects(done.unsettled(changes));
        Map<String, Set<UUID>> anew = ChangeFeed.subjects(done.fresh(changes));
        transaction.executeWithoutResult(_ -> {
            for (SearchableThings owner : owners) bring(owner, owner.few() ? told : anew);
            generations.place(changes.next(), changes.whole() ? now : null);
        });
        done.add(changes);
        return changes.whole();
    }

    private void bring(SearchableThings owner, Map<String, Set<UUID>> subjects) {
        Set<UUID> ids = new HashSet<>();
        for (String kind : owner.subjects()) ids.addAll(subjects.getOrDefault(kind, Set.of()));
        if (ids.isEmpty()) return;
        List<Searchable> now = owner.few() ? owner.after(null, Integer.MAX_VALUE) : owner.of(ids);
        List<Thing> put = now.stream().map(s -> Thing.of(owner.kind(), s)).toList();
        Set<UUID> there = now.stream().map(Searchable::id).collect(Collectors.toSet());
        generations.slices(put.stream().map(Thing::slice).collect(Collectors.toSet()));
        for (String copy : generations.now().written()) {
            things.put(copy, put);
            Set<UUID> gone = new HashSet<>(owner.few() ? things.ofKind(copy, owner.kind()) : ids);
            gone.removeAll(there);
            things.remove(copy, owner.kind(), gone);
            if (MeantThings.KINDS.contains(owner.kind())) meanings.remove(owner.kind(), gone);
        }
        meanings.due(put);
    }
}
