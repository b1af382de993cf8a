package org.shouwen.search;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import org.jspecify.annotations.Nullable;
import org.shouwen.meaning.Embedder;
import org.shouwen.regulation.Basis;
import org.shouwen.regulation.Clause;
import org.shouwen.rowsecurity.UnitScope;
import org.springframework.stereotype.Component;

/**
 * What means about what was asked and does not hold its words: shown beside what the words found and never counted. A name, a
 * number or a door is not asked by meaning: to the model rare names are all the same (Art. 21).
 */
@Component
@Basis(Clause.A21)
class MeantThings {
    /** Kinds that say something; units and people are names. */
    static final Set<ThingKind> KINDS = EnumSet.of(ThingKind.APPEAL, ThingKind.ORDER, ThingKind.ARTICLE);

    /** How long a search waits for the model at most, from its beginning. */
    static final Duration LONGEST = Duration.ofMillis(150);

    /** Less alike is not shown; measured in decision 98. */
    static final float LEAST = 0.45f;

    /** Nor what is so much less alike than the first. */
    static final float WITHIN = 0.12f;

    private static final int BESIDE = 10;
    private static final int ALONE = 20;

    private final Embedder embedder;
    private final CentreMemory centres;
    private final NearestStore store;

    MeantThings(Embedder embedder, CentreMemory centres, NearestStore store) {
        this.embedder = embedder;
        this.centres = centres;
        this.store = store;
    }

    /**
     * Looks for what lies nearest on a thread of its own, while the words are looked up; null where there is nothing to ask by
     * meaning.
     */
    @Nullable
    Future<List<NearestStore.Near>> ask(Asked asked) {
        if (!embedder.ready() || !asks(asked)) return null;
        FutureTask<List<NearestStore.Near>> task = new FutureTask<>(() -> nearest(asked));
        Thread.ofVirtual().name("meant").start(task);
        return task;
    }

    private static boolean asks(Asked asked) {
        String words = asked.query().words();
        return asked.query().after() == null
                && asked.numbers() == null
                && words.codePoints().filter(Character::isLetter).count() > 1
                && asked.owners().stream().anyMatch(o -> KINDS.contains(o.kind()))
                && PersonalWords.sentence(words);
    }

    /** None where the model does not answer in time. Centres are read as the platform, for no unit reads them. */
    private List<NearestStore.Near> nearest(Asked asked) {
        Optional<byte[]> vector = embedder.await(embedder.question(asked.query().words()), LONGEST);
        if (vector.isEmpty()) return List.of();
        List<Integer> keys =
                centres.keys(vector.get(), asked.ofUnit() ? CentreMemory.PROBES_OF_UNIT : CentreMemory.PROBES);
        List<String> kinds = new ArrayList<>();
        for (SearchableThings o : asked.owners())
            if (KINDS.contains(o.kind())) kinds.add(o.kind().name());
        List<NearestStore.Near> near = new ArrayList<>();
        UnitScope.within(
                asked.viewer().unitCode(), () -> near.addAll(store.near(asked, kinds, vector.get(), keys, LEAST)));
        return near;
    }

    /** What {@link #ask} finds, waited for. @throws org.springframework.dao.DataAccessException what that thread met */
    static List<NearestStore.Near> await(Future<List<NearestStore.Near>> asked) {
        try {
            return asked.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return List.of();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException fault) throw fault;
            throw new IllegalStateException(e.getCause());
        }
    }

    /** @param found by the words */
    List<FoundRow> rows(Generation g, Asked asked, List<NearestStore.Near> nearest, int found) {
        return store.rows(g, asked, nearest, WITHIN, found == 0 ? ALONE : BESIDE);
    }
}
