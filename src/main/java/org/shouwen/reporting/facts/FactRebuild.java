package org.shouwen.reporting.facts;

import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;
import org.shouwen.history.Histories;
import org.shouwen.history.Recorded;
import org.shouwen.history.Subject;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Derives all facts anew from the journal, while everything runs: beside those that are read, which go on being kept;
 * then the new ones are read.
 */
@Component
public class FactRebuild {
    private static final int ENTRIES = 20_000;
    private static final int DROPPED = 100_000;

    /** So many cells of daily sums are held before they are written. */
    private static final int CELLS = 150_000;

    private final Histories histories;
    private final Folding folding;
    private final FactKeeper keeper;
    private final FactStore store;
    private final Repeats repeats;
    private final Generations generations;
    private final TransactionTemplate transaction;
    private final InstantSource clock;

    FactRebuild(
            Histories histories,
            Folding folding,
            FactKeeper keeper,
            FactStore store,
            Repeats repeats,
            Generations generations,
            PlatformTransactionManager transactions,
            InstantSource clock) {
        this.histories = histories;
        this.folding = folding;
        this.keeper = keeper;
        this.store = store;
        this.repeats = repeats;
        this.generations = generations;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    /**
     * Rebuilds; what a rebuild that was broken off has left is dropped first.
     *
     * @param progress how many subjects were read so far
     * @return how many subjects were read
     */
    public long run(LongConsumer progress) {
        int generation = begin();
        DailySums sums = new DailySums();
        long subjects = 0;
        @Nullable UUID after = null;
        do {
            UUID from = after;
            Histories.Stretch stretch = Objects.requireNonNull(transaction.execute(_ -> next(generation, from, sums)));
            subjects += stretch.histories().size();
            progress.accept(subjects);
            after = stretch.next();
        } while (after != null);
        transaction.executeWithoutResult(_ -> move(generation, sums));
        int before = inTransaction(() -> generations.finish(clock.instant()));
        drop(before);
        return subjects;
    }

    private int begin() {
        generations.building().ifPresent(this::drop);
        int next = inTransaction(generations::begin);
        drop(next);
        return next;
    }

    /** Read under the lock: what is journalled later is noted, and counted after it in both generations. */
    private Histories.Stretch next(int generation, @Nullable UUID after, DailySums sums) {
        store.lock();
        Histories.Stretch stretch = histories.stretch(after, ENTRIES);
        count(generation, stretch.histories(), sums);
        if (sums.size() > CELLS) move(generation, sums);
        return stretch;
    }

    /** Sums add up in any order, so they are written when there are many of them. */
    private void move(int generation, DailySums sums) {
        store.lock();
        store.move(generation, sums);
        sums.clear();
    }

    private void count(int generation, Map<Subject, List<Recorded>> stretch, DailySums sums) {
        Instant now = clock.instant();
        for (Source source : Source.values()) {
            Map<Subject, List<Recorded>> own = new LinkedHashMap<>();
            stretch.forEach((subject, history) -> {
                if (subject.kind().equals(source.kind())) own.put(subject, history);
            });
            if (own.isEmpty()) continue;
            Map<UUID, Folded> folded = folding.of(source, own, now);
            keeper.put(generation, source, folded, sums);
            keeper.waitAgain(source, folded);
            // of appeals from before repeats were looked for
            if (source == Source.APPEAL) repeats.look(folded.keySet(), generations.current(), now);
        }
    }

    private int inTransaction(java.util.function.IntSupplier work) {
        Integer done = transaction.execute(_ -> {
            store.lock();
            return work.getAsInt();
        });
        return done == null ? 0 : done;
    }

    private void drop(int generation) {
        while (Boolean.TRUE.equals(transaction.execute(_ -> generations.dropSome(generation, DROPPED)))) {}
    }
}
