package org.shouwen.search;

import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.shouwen.history.ChangeFeed;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Builds the copy of the index that is not asked, beside the one that is, and turns to it when it is whole. Where it stands
 * is kept in the database, so that another node or a restart goes on with it.
 */
@Component
class IndexBuilding {
    /** Things read at once: about a second's work. */
    private static final int STEP = 500;

    private final List<SearchableThings> owners;
    private final ChangeFeed feed;
    private final GenerationStore generations;
    private final ThingStore things;
    private final MeaningWalk walk;
    private final TransactionTemplate transaction;
    private final InstantSource clock;

    IndexBuilding(
            List<SearchableThings> owners,
            ChangeFeed feed,
            GenerationStore generations,
            ThingStore things,
            MeaningWalk walk,
            TransactionTemplate transaction,
            InstantSource clock) {
        this.owners = owners.stream()
                .sorted(Comparator.comparing(SearchableThings::kind).reversed())
                .toList();
        this.feed = feed;
        this.generations = generations;
        this.things = things;
        this.walk = walk;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Begins to build the other copy, from nothing; what is asked is asked on. */
    void begin() {
        transaction.executeWithoutResult(_ -> {
            Generation g = generations.now();
            things.empty(g.other());
            generations.begin(null, clock.instant());
        });
    }

    /** The very first time: from here on the journal is followed, and what was there before is read. */
    void beginFirst(Generation g) {
        if (g.caughtUp() != null || g.kind() != null || g.place().seen() > 0) return;
        transaction.executeWithoutResult(_ -> generations.begin(feed.now(), clock.instant()));
    }

    /** Reads on for a moment. @return whether there is more to do */
    boolean step() {
        Generation g = generations.now();
        if (!g.building()) {
            // some time after it was asked for the last time
            if (things.any(g.other())) transaction.executeWithoutResult(_ -> things.empty(g.other()));
            return false;
        }
        SearchableThings owner = owner(g.kind());
        return Boolean.TRUE.equals(transaction.execute(_ -> step(g, owner)));
    }

    private boolean step(Generation g, SearchableThings owner) {
        List<Searchable> read = owner.after(g.after(), owner.few() ? Integer.MAX_VALUE : STEP);
        List<Thing> put = read.stream().map(s -> Thing.of(owner.kind(), s)).toList();
        generations.slices(put.stream().map(Thing::slice).collect(Collectors.toSet()));
        things.put(g.other(), put);
        boolean end = owner.few() || read.size() < STEP;
        if (!end) {
            generations.built(owner.kind(), read.getLast().id());
            return true;
        }
        SearchableThings next = after(owner);
        if (next == null) {
            generations.turn(g.other());
            walk.anew();
            return false;
        }
        generations.built(next.kind(), null);
        return true;
    }

    private SearchableThings owner(@Nullable ThingKind kind) {
        return owners.stream().filter(o -> o.kind() == kind).findFirst().orElse(owners.getFirst());
    }

    private @Nullable SearchableThings after(SearchableThings owner) {
        int next = owners.indexOf(owner) + 1;
        return next < owners.size() ? owners.get(next) : null;
    }
}
