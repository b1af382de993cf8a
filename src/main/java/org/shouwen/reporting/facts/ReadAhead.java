package org.shouwen.reporting.facts;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.shouwen.history.Histories;
import org.shouwen.history.Recorded;
import org.shouwen.history.Subject;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Reads the whole journal in the order of its subjects for a rebuild: one thread reads, a second decodes and folds, and
 * whoever asks writes meanwhile. A few batches are held at once, however long the journal is.
 */
final class ReadAhead implements AutoCloseable {
    /** About so many entries a batch: some thousand orders, some ten megabytes. */
    private static final int ENTRIES = 20_000;

    private static final int HELD = 2;
    private static final List<String> KINDS =
            Arrays.stream(Source.values()).map(Source::kind).toList();

    private final Histories histories;
    private final Folding folding;
    private final TransactionTemplate transaction;
    private final InstantSource clock;
    private final ExecutorService reader =
            Executors.newSingleThreadExecutor(Thread.ofVirtual().factory());
    private final ExecutorService folder =
            Executors.newSingleThreadExecutor(Thread.ofVirtual().factory());
    private final BlockingQueue<CompletableFuture<Batch>> ahead = new ArrayBlockingQueue<>(HELD);
    private boolean over;

    ReadAhead(Histories histories, Folding folding, TransactionTemplate transaction, InstantSource clock) {
        this.histories = histories;
        this.folding = folding;
        this.transaction = transaction;
        this.clock = clock;
        reader.execute(this::read);
    }

    /**
     * What is counted of some subjects.
     *
     * @param lines what is stored of them
     * @param subjects how many were read
     * @param last whether the journal ends with them
     */
    record Batch(Map<Source, Map<UUID, Folded>> folded, FactLines lines, int subjects, boolean last) {
        List<UUID> ids() {
            List<UUID> ids = new ArrayList<>();
            folded.values().forEach(f -> ids.addAll(f.keySet()));
            return ids;
        }

        /** All but those that were counted meanwhile. */
        Batch without(Set<UUID> counted) {
            if (counted.isEmpty()) return this;
            Map<Source, Map<UUID, Folded>> rest = new EnumMap<>(Source.class);
            folded.forEach((source, all) -> {
                Map<UUID, Folded> left = new LinkedHashMap<>(all);
                left.keySet().removeAll(counted);
                rest.put(source, left);
            });
            return new Batch(rest, FactLines.of(rest), subjects, last);
        }
    }

    /** The next batch, in the order of the subjects' ids; null after the last. */
    @Nullable
    Batch next() {
        if (over) return null;
        try {
            Batch batch = ahead.take().join();
            over = batch.last();
            return batch;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("the rebuild was broken off", e);
        } catch (CompletionException e) {
            over = true;
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }

    private void read() {
        try {
            UUID after = null;
            do {
                Histories.Stretch stretch = histories.stretch(KINDS, after, ENTRIES);
                ahead.put(CompletableFuture.supplyAsync(() -> folded(stretch), folder));
                after = stretch.next();
            } while (after != null);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // nobody asks any more
        } catch (RuntimeException e) {
            fail(e);
        }
    }

    private void fail(RuntimeException why) {
        try {
            ahead.put(CompletableFuture.failedFuture(why));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** In one transaction, so that a calendar is not corrected while days are counted by it. */
    private Batch folded(Histories.Stretch stretch) {
        return Objects.requireNonNull(transaction.execute(_ -> fold(stretch)));
    }

    private Batch fold(Histories.Stretch stretch) {
        Map<Source, Map<Subject, List<Recorded>>> own = new EnumMap<>(Source.class);
        stretch.histories()
                .forEach((subject, history) -> Source.ofKind(subject.kind())
                        .ifPresent(source -> own.computeIfAbsent(source, _ -> new LinkedHashMap<>())
                                .put(subject, history)));
        Map<Source, Map<UUID, Folded>> folded = new EnumMap<>(Source.class);
        own.forEach((source, some) -> folded.put(source, folding.of(source, some, clock.instant())));
        return new Batch(folded, FactLines.of(folded), stretch.histories().size(), stretch.next() == null);
    }

    @Override
    public void close() {
        reader.shutdownNow();
        folder.shutdownNow();
    }
}
