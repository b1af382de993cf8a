package org.shouwen.reporting.facts;

import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.LongConsumer;
import org.shouwen.history.Histories;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Derives all facts anew from the journal, while everything runs: beside those that are read, which go on being kept;
 * then the new ones are read. The journal is read ahead without a lock; what the running product counts meanwhile stands in
 * both generations and is left as it is.
 */
@Component
public class FactRebuild {
    /** So many cells of daily sums are held before they are written. */
    private static final int CELLS = 150_000;

    private static final int DROPPED = 50_000;

    private final Histories histories;
    private final Folding folding;
    private final FactKeeper keeper;
    private final FactStore store;
    private final Repeats repeats;
    private final Generations generations;
    private final Beside beside;
    private final TransactionTemplate transaction;
    private final InstantSource clock;

    FactRebuild(
            Histories histories,
            Folding folding,
            FactKeeper keeper,
            FactStore store,
            Repeats repeats,
            Generations generations,
            Beside beside,
            PlatformTransactionManager transactions,
            InstantSource clock) {
        this.histories = histories;
        this.folding = folding;
        this.keeper = keeper;
        this.store = store;
        this.repeats = repeats;
        this.generations = generations;
        this.beside = beside;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    /**
     * Rebuilds; what a rebuild that was broken off has left is dropped first.
     *
     * @param progress how many subjects were read so far
     * @return how many subjects were read
     * @throws IllegalStateException when another rebuild began meanwhile, which goes on
     */
    public long run(LongConsumer progress) {
        int generation = begin();
        DailySums sums = new DailySums();
        long subjects = 0;
        try (ReadAhead ahead = ahead()) {
            for (ReadAhead.Batch batch = ahead.next(); batch != null; batch = ahead.next()) {
                put(generation, batch, sums);
                subjects += batch.subjects();
                progress.accept(subjects);
            }
        }
        end(generation, sums);
        return subjects;
    }

    /** Nobody counts in a generation while it is emptied; one that another rebuild has begun is not gone on with. */
    int begin() {
        int left = inTransaction(generations::breakOff);
        if (left != 0) drop(left);
        int next = generations.after(left);
        drop(next);
        inTransaction(() -> {
            beside.clear();
            generations.begin(next);
            return next;
        });
        return next;
    }

    ReadAhead ahead() {
        return new ReadAhead(histories, folding, transaction, clock);
    }

    /** Need not be on disk when it returns: a rebuild that is broken off is begun anew, and its end waits for the disk. */
    void put(int generation, ReadAhead.Batch batch, DailySums sums) {
        transaction.executeWithoutResult(_ -> {
            store.withoutWaiting();
            write(generation, batch, sums);
        });
    }

    /** From now on what was written is read. */
    void end(int generation, DailySums sums) {
        transaction.executeWithoutResult(_ -> move(generation, sums));
        drop(inTransaction(() -> {
            mine(generation);
            beside.clear();
            return generations.finish(clock.instant());
        }));
    }

    /** What is counted by the running product from here on is counted from histories that are longer than these. */
    private void write(int generation, ReadAhead.Batch batch, DailySums sums) {
        store.lock();
        mine(generation);
        boolean looks = !generations.repeatsLooked();
        ReadAhead.Batch left = batch.without(beside.of(batch.ids()));
        store.replace(generation, List.of(), left.lines());
        sums.add(left.lines().sums());
        left.folded().forEach(keeper::waitAgain);
        Map<UUID, Folded> appeals = batch.folded().get(Source.APPEAL);
        if (looks && appeals != null) repeats.look(appeals.keySet(), generations.current(), clock.instant());
        if (sums.size() > CELLS) move(generation, sums);
    }

    private void mine(int generation) {
        if (generations.building().orElse(0) != generation)
            throw new IllegalStateException("another rebuild of the facts began meanwhile");
    }

    /** Sums add up in any order, so they are written when there are many of them. */
    private void move(int generation, DailySums sums) {
        store.lock();
        store.move(generation, sums);
        sums.clear();
    }

    private int inTransaction(java.util.function.IntSupplier work) {
        Integer done = transaction.execute(_ -> {
            store.lock();
            return work.getAsInt();
        });
        return done == null ? 0 : done;
    }

    /** In pieces, so that nothing waits long for any of them. */
    private void drop(int generation) {
        Optional<UUID> after = Optional.of(new UUID(0, 0));
        while (after.isPresent()) {
            UUID from = after.get();
            after = Objects.requireNonNull(transaction.execute(_ -> generations.dropFacts(generation, from, DROPPED)));
        }
        for (Dimension d : Dimension.values())
            transaction.executeWithoutResult(_ -> generations.dropSums(generation, d));
    }
}
