package org.shouwen.knowledge;

import com.github.f4b6a3.uuid.UuidCreator;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouwen.directory.UnitId;
import org.shouwen.identity.Identity;
import org.shouwen.identity.PersonalDataDetector;
import org.shouwen.jdbc.Instants;
import org.shouwen.knowledge.UnansweredQuestion.Source;
import org.shouwen.regulation.Basis;
import org.shouwen.regulation.Clause;
import org.shouwen.retention.EndedMatter;
import org.shouwen.retention.Forgets;
import org.shouwen.rowsecurity.UnitScope;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Keeps what was asked and not found. Whatever leads to a person is masked before anything is stored; what came with an
 * appeal goes when its appellant is forgotten, everything else after half a year, where it is nobody's open task.
 */
@Service
@Transactional
@Basis(Clause.A21)
public class Unanswered implements Forgets {
    static final Duration KEPT = Duration.ofDays(180);
    private static final int MOST_WORDS = 500;
    private static final int MOST_ANSWER = 2_000;

    /** Anybody can ask the portal: more than this of one day are not stored. */
    static final int MOST_A_DAY = 2_000;

    private static final int LEAST = 4;

    private final UnansweredStore store;
    private final UnitScope scope;
    private final InstantSource clock;

    Unanswered(UnansweredStore store, UnitScope scope, InstantSource clock) {
        this.store = store;
        this.scope = scope;
        this.clock = clock;
    }

    /** Somebody looked for an answer and took none. Too short a question, and one too many of a day, is not kept. */
    public void looked(Source source, @Nullable String typed, @Nullable UnitId unit) {
        Instant now = now();
        scope.asPlatform(() -> store.since(source, now.minus(Duration.ofDays(1))) < MOST_A_DAY
                && put(now, source, typed, "", null, unit, null));
    }

    /**
     * An appeal was answered and no article was named; the second time the same appeal comes nothing is done.
     *
     * @param words already without the appellant's own name and numbers; masked here again
     * @param answer likewise; empty when it is not known
     */
    public void answered(
            Source source,
            UUID appeal,
            String words,
            String answer,
            @Nullable String matterClass,
            @Nullable UnitId unit) {
        scope.asPlatform(() -> put(now(), source, words, answer, matterClass, unit, appeal));
    }

    /** Of these appeals those that are kept already. */
    @Transactional(readOnly = true)
    public Set<UUID> known(Set<UUID> appeals) {
        return scope.asPlatform(() -> store.known(appeals));
    }

    private boolean put(
            Instant now,
            Source source,
            @Nullable String typed,
            String answer,
            @Nullable String matterClass,
            @Nullable UnitId unit,
            @Nullable UUID appeal) {
        String words = masked(typed == null ? "" : typed, MOST_WORDS);
        if (words.codePointCount(0, words.length()) < LEAST) return false;
        store.insert(new UnansweredQuestion(
                UuidCreator.getTimeOrderedEpoch(),
                now,
                source,
                words,
                masked(answer, MOST_ANSWER),
                matterClass,
                unit,
                appeal,
                null));
        return true;
    }

    /** Masked first and cut then, so that no half of a number stays. */
    static String masked(String typed, int most) {
        String one = typed.strip().replaceAll("\\s+", " ");
        if (one.length() > most * 4) one = one.substring(0, most * 4);
        String masked = PersonalDataDetector.mask(one, Identity.UNNAMED);
        return masked.length() <= most ? masked : masked.substring(0, most);
    }

    /** What nobody has asked for long, see {@link #KEPT}; an open task keeps what it is about. */
    int forgetOld() {
        return store.deleteBefore(clock.instant().minus(KEPT));
    }

    @Override
    public int forget(EndedMatter matter) {
        store.forget(matter.appeal());
        return 0;
    }

    private Instant now() {
        return Instants.now(clock);
    }
}
