package org.shouwen.search;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.shouwen.jobs.EveryNodeJob;
import org.shouwen.meaning.Embedder;
import org.shouwen.meaning.PackedVector;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Makes vectors of things that wait for one, each on one of the nodes that have the model: what changed lately first, then what was there
 * before. The model works outside of any transaction.
 */
@Component
class MeaningJob implements EveryNodeJob {
    /** Texts at once: half a second of one core. */
    private static final int STEP = 16;

    /** Things looked at at once, of those that were there before. */
    private static final int WALK = 500;

    private static final Duration STRETCH = Duration.ofSeconds(20);

    private final Embedder embedder;
    private final GenerationStore generations;
    private final MeaningStore store;
    private final MeaningWalk walk;
    private final CentreMemory centres;
    private final IndexMending mending;
    private final TransactionTemplate transaction;
    private final InstantSource clock;

    MeaningJob(
            Embedder embedder,
            GenerationStore generations,
            MeaningStore store,
            MeaningWalk walk,
            CentreMemory centres,
            IndexMending mending,
            TransactionTemplate transaction,
            InstantSource clock) {
        this.embedder = embedder;
        this.generations = generations;
        this.store = store;
        this.walk = walk;
        this.centres = centres;
        this.mending = mending;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "search-meaning";
    }

    @Override
    public Duration every() {
        return Duration.ofSeconds(1);
    }

    @Override
    public void run() {
        embedder.look();
        if (!embedder.ready()) return;
        try {
            transaction.executeWithoutResult(_ -> store.on(embedder.model()));
            Instant until = clock.instant().plus(STRETCH);
            while (step() && clock.instant().isBefore(until)) {
                // there is more
            }
        } catch (DataAccessException e) {
            mending.mend(e);
        }
    }

    /** @return whether there may be more to do */
    boolean step() {
        embedder.look();
        Generation g = generations.now();
        if (g.state() != SearchPage.IndexState.READY) return false;
        List<MeaningStore.Due> due = store.due(g.asked(), STEP);
        if (due.isEmpty()) return Boolean.TRUE.equals(transaction.execute(_ -> walk.next(g.asked(), WALK)));
        List<MeaningStore.Due> lacking = due.stream()
                .filter(d -> d.text() != null && !d.text().isBlank() && !Objects.equals(d.had(), d.digest()))
                .toList();
        List<byte[]> vectors = embedder.texts(
                lacking.stream().map(d -> Objects.requireNonNull(d.text())).toList());
        if (vectors.size() < lacking.size()) {
            store.left(due);
            return false;
        }
        List<byte[]> packed = vectors.stream().map(PackedVector::pack).toList();
        List<Integer> keys = centres.keysOf(packed);
        List<MeaningStore.Made> made = new ArrayList<>();
        for (int i = 0; i < packed.size(); i++)
            made.add(new MeaningStore.Made(
                    lacking.get(i).thing(), keys.get(i), lacking.get(i).digest(), packed.get(i)));
        transaction.executeWithoutResult(_ -> {
            store.put(g.asked(), made);
            store.moved(g.asked(), due.stream().map(MeaningStore.Due::thing).toList());
            store.done(due);
        });
        return true;
    }
}
