package org.shouwen.search;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.shouwen.meaning.Embedder;
import org.shouwen.regulation.Basis;
import org.shouwen.regulation.Clause;
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
     * A question on its way to the model.
     *
     * @param from when it was asked, in nanoseconds of the machine
     */
    record Question(Future<byte[]> vector, long from) {}

    /** Asks the model while the words are looked up; null where there is nothing to ask by meaning. */
    @Nullable
    Question ask(Asked asked) {
        if (!embedder.ready() || !asks(asked)) return null;
        return new Question(embedder.question(asked.query().words()), System.nanoTime());
    }

    private static boolean asks(Asked asked) {
        String words = asked.query().words();
        return asked.query().after() == null
                && asked.numbers() == null
                && words.codePoints().filter(Character::isLetter).count() > 1
                && asked.owners().stream().anyMatch(o -> KINDS.contains(o.kind()))
                && PersonalWords.sentence(words);
    }

    /** The vector, when it comes in time. */
    Optional<byte[]> vector(@Nullable Question question) {
        if (question == null) return Optional.empty();
        return embedder.await(question.vector(), LONGEST.minusNanos(System.nanoTime() - question.from()));
    }

    /** Where this question looks; read before whoever asks is a unit, for no unit reads centres. */
    List<Integer> keys(byte[] vector) {
        return centres.keys(vector);
    }

    /** @param found by the words */
    List<FoundRow> rows(Generation g, Asked asked, byte[] vector, List<Integer> keys, int found) {
        List<String> kinds = new ArrayList<>();
        for (SearchableThings o : asked.owners())
            if (KINDS.contains(o.kind())) kinds.add(o.kind().name());
        return store.rows(g, asked, store.near(asked, kinds, vector, keys, LEAST), WITHIN, found == 0 ? ALONE : BESIDE);
    }
}
