package org.shouwen.suggestion;

import com.github.f4b6a3.uuid.UuidCreator;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouwen.accounts.CurrentUser;
import org.shouwen.calendar.Limits;
import org.shouwen.history.History;
import org.shouwen.history.Subject;
import org.shouwen.jdbc.Instants;
import org.shouwen.problems.After;
import org.shouwen.problems.BadInput;
import org.shouwen.problems.NotFound;
import org.shouwen.problems.Page;
import org.shouwen.problems.Text;
import org.shouwen.regulation.Basis;
import org.shouwen.regulation.Clause;
import org.shouwen.regulation.Edition;
import org.shouwen.regulation.Editions;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Service for a city's own phrases of danger and urgency (Art. 8.3, 17.9): tried on the past, added, withdrawn. */
@Service
@Basis({Clause.A8_3, Clause.A17_9})
public class CityPhrases {
    private static final int LONGEST = 40;
    private final PhraseStore store;
    private final PhraseTrials trials;
    private final Urgencies urgencies;
    private final Editions editions;
    private final History history;
    private final InstantSource clock;

    CityPhrases(
            PhraseStore store,
            PhraseTrials trials,
            Urgencies urgencies,
            Editions editions,
            History history,
            InstantSource clock) {
        this.store = store;
        this.trials = trials;
        this.urgencies = urgencies;
        this.editions = editions;
        this.history = history;
        this.clock = clock;
    }

    /** In force first, then what was withdrawn. */
    @Transactional(readOnly = true)
    public Page<Phrase> page(@Nullable After after, int limit) {
        return store.page(after, limit);
    }

    /**
     * What a phrase would have raised on the latest ten thousand appeals; nothing is saved.
     *
     * @throws BadInput naming {@code kind}, {@code guidance} or {@code phrase}
     */
    @Transactional(readOnly = true)
    public Trial trial(@Nullable String kind, @Nullable String guidance, @Nullable String phrase, CurrentUser by) {
        return trials.of(checked(kind, guidance, phrase, by), store.inForce(), edition(), by);
    }

    /**
     * Adds a phrase; every door knows it from the next judgement on.
     *
     * @param sure whoever adds it has seen that it raises more than five in a hundred
     * @throws BadInput as {@link #trial}, and naming {@code sure} when it would raise more than five in a hundred
     */
    @Transactional
    public Phrase add(
            @Nullable String kind, @Nullable String guidance, @Nullable String phrase, boolean sure, CurrentUser by) {
        Phrase p = checked(kind, guidance, phrase, by);
        if (!sure) {
            Trial trial = trials.of(p, store.inForce(), edition(), by);
            if (trial.many()) throw new BadInput("sure", "suggestion.bad.many", trial.raised(), trial.searched());
        }
        try {
            store.insert(p);
        } catch (DuplicateKeyException e) {
            throw new BadInput("phrase", "suggestion.bad.twice"); // somebody else was a moment quicker
        }
        written(p, "CityPhraseAdded", by);
        return p;
    }

    /** @throws NotFound when there is no such phrase in force */
    @Transactional
    public void withdraw(UUID id, CurrentUser by) {
        Phrase p = store.lock(id)
                .filter(Phrase::inForce)
                .orElseThrow(() -> new NotFound("phrase", id.toString()))
                .withdrawn(by.name(), now());
        store.withdraw(p);
        written(p, "CityPhraseWithdrawn", by);
    }

    private Phrase checked(
            @Nullable String kindTyped, @Nullable String guidanceTyped, @Nullable String phraseTyped, CurrentUser by) {
        List<BadInput.Field> wrong = new ArrayList<>();
        Edition edition = edition();
        String kind = Text.clean(kindTyped);
        boolean danger = kind.equals(UrgencyJudgement.DANGER);
        if (kind.isEmpty()) wrong.add(new BadInput.Field("kind", "problems.field.missing"));
        else if (!danger
                && edition.urgentKinds().stream().noneMatch(k -> k.code().equals(kind)))
            wrong.add(new BadInput.Field("kind", "problems.field.unknown", shortened(kind)));
        String guidance = danger ? Text.clean(guidanceTyped) : "";
        if (danger && edition.target(guidance).filter(Edition.Target::danger).isEmpty())
            wrong.add(new BadInput.Field("guidance", "suggestion.bad.guidance"));
        String phrase = Text.clean(phraseTyped).replaceAll("\\s+", " ");
        int length = phrase.codePointCount(0, phrase.length());
        if (phrase.isEmpty()) wrong.add(new BadInput.Field("phrase", "problems.field.missing"));
        else if (phrase.codePoints().filter(Character::isLetter).count() < 2)
            wrong.add(new BadInput.Field("phrase", "suggestion.bad.short"));
        else if (length > LONGEST) wrong.add(new BadInput.Field("phrase", "problems.field.too-long", LONGEST, length));
        String folded = PhraseTrials.folded(phrase);
        if (store.inForce().stream()
                .anyMatch(p -> PhraseTrials.folded(p.phrase()).equals(folded)))
            wrong.add(new BadInput.Field("phrase", "suggestion.bad.twice"));
        if (!wrong.isEmpty()) throw new BadInput(wrong);
        return new Phrase(UuidCreator.getTimeOrderedEpoch(), kind, guidance, phrase, by.name(), now(), null, null, 1);
    }

    private void written(Phrase p, String type, CurrentUser by) {
        history.append(new Subject(PhraseStore.KIND, p.id()), now(), by.actor(), type, store.write(p));
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                urgencies.changed();
            }
        });
    }

    private static String shortened(String text) {
        return text.length() > 40 ? text.substring(0, 40) + "…" : text;
    }

    private Instant now() {
        return Instants.now(clock);
    }

    private Edition edition() {
        return editions.current(clock.instant().atZone(Limits.ZONE).toLocalDate());
    }
}
