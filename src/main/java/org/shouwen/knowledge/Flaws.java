package org.shouwen.knowledge;

import com.github.f4b6a3.uuid.UuidCreator;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouwen.accounts.CurrentUser;
import org.shouwen.calendar.Limits;
import org.shouwen.directory.UnitId;
import org.shouwen.history.Actor;
import org.shouwen.history.History;
import org.shouwen.history.Subject;
import org.shouwen.identity.Identity;
import org.shouwen.identity.PersonalDataDetector;
import org.shouwen.jdbc.Instants;
import org.shouwen.problems.After;
import org.shouwen.problems.NotFound;
import org.shouwen.problems.Page;
import org.shouwen.problems.Text;
import org.shouwen.regulation.Clause;
import org.shouwen.regulation.Refused;
import org.shouwen.rowsecurity.UnitScope;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** "This is wrong" and "this is missing", from agents and citizens: a task of the owner unit, or of the platform. */
@Service
@Transactional
public class Flaws {
    static final int DAYS = 10;
    private static final int MOST = 500;
    private final FlawStore store;
    private final ArticleStore articles;
    private final GapStore gaps;
    private final History history;
    private final UnitScope scope;
    private final ApplicationEventPublisher events;
    private final InstantSource clock;

    Flaws(
            FlawStore store,
            ArticleStore articles,
            GapStore gaps,
            History history,
            UnitScope scope,
            ApplicationEventPublisher events,
            InstantSource clock) {
        this.events = events;
        this.scope = scope;
        this.store = store;
        this.articles = articles;
        this.gaps = gaps;
        this.history = history;
        this.clock = clock;
    }

    /**
     * An article is wrong. Whatever names somebody is masked before it is stored: a report is no appeal and keeps no
     * personal data.
     *
     * @param by {@link Actor#APPELLANT} for a citizen
     */
    public Flaw wrong(UUID article, @Nullable String typed, Actor by) {
        UnitId owner = articles.versions(article).stream()
                .findFirst()
                .map(v -> v.content().unit())
                .orElseThrow(() -> new NotFound("article", article.toString()));
        return report(Flaw.Kind.WRONG, article, owner, typed, by);
    }

    /** A published answer is wrong: a task of the unit that answered, or of the platform. */
    public Flaw wrong(PublicAnswer answer, @Nullable String typed, Actor by) {
        return report(Flaw.Kind.WRONG, answer.id(), answer.unit(), typed, by);
    }

    /** What was said to be wrong is not read by anybody any more. */
    void gone(PublicAnswer answer, CurrentUser by) {
        for (Flaw f : store.ofArticle(answer.id())) settleIfOpen(f.id(), "已撤回：" + answer.reason(), by);
    }

    /** Something that was asked stands nowhere; the platform finds the unit whose it is. */
    public Flaw missing(@Nullable String typed, Actor by) {
        return report(Flaw.Kind.MISSING, null, null, typed, by);
    }

    /** Several asked for what stands nowhere. The questions themselves stay with the gap: the history keeps none. */
    Flaw gap(@Nullable UnitId unit, int asked) {
        return report(Flaw.Kind.MISSING, null, unit, "问过 " + asked + " 次，知识库里没有答案", Actor.SYSTEM);
    }

    private Flaw report(
            Flaw.Kind kind, @Nullable UUID article, @Nullable UnitId unit, @Nullable String typed, Actor by) {
        String words = PersonalDataDetector.mask(Text.required("words", typed, MOST), Identity.UNNAMED);
        Instant now = now();
        Flaw flaw = keep(
                new Flaw(
                        UuidCreator.getTimeOrderedEpoch(),
                        kind,
                        article,
                        unit,
                        words,
                        now,
                        today().plusDays(DAYS),
                        null,
                        "",
                        "",
                        by.account()),
                by,
                "Reported",
                now);
        events.publishEvent(new KnowledgeDue(unit, KnowledgeDue.What.FLAW_REPORTED, flaw.due(), now));
        return flaw;
    }

    /** Of one article, the latest first; for all who read it, so that whoever reported it sees what was done. */
    @Transactional(readOnly = true)
    public List<Flaw> ofArticle(UUID article) {
        return store.ofArticle(article);
    }

    /** What this person reported and what became of it, the latest first. */
    @Transactional(readOnly = true)
    public Page<Flaw> reportedBy(CurrentUser by, @Nullable After after, int limit) {
        return store.reportedBy(by.account(), after, limit);
    }

    /** Locked; one that was dealt with is refused. */
    Flaw open(UUID id) {
        Flaw flaw = store.lock(id).orElseThrow(() -> new NotFound("flaw", id.toString()));
        if (flaw.settled() != null) throw new Refused(Clause.A4, "knowledge.refused.settled").toRefusal();
        return flaw;
    }

    /** What was done about it; by the owner's people or the platform. */
    public Flaw settle(UUID id, @Nullable String typed, CurrentUser by) {
        Flaw flaw = open(id);
        boolean own = flaw.unit() != null && flaw.unit().equals(by.unit());
        if (!own && !ArticleVersion.platform(by))
            throw new Refused(Clause.A4, "knowledge.refused.not-yours").toRefusal();
        String answer = Text.required("answer", typed, MOST);
        return settled(flaw, answer, by);
    }

    /** Done by what became of it, whoever did that. */
    void settleIfOpen(UUID id, String answer, CurrentUser by) {
        scope.asPlatform(() -> store.lock(id))
                .filter(f -> f.settled() == null)
                .ifPresent(f -> scope.asPlatform(() -> settled(f, answer, by)));
    }

    /** The gap that it stands for, if there is one, is closed with it. */
    private Flaw settled(Flaw flaw, String answer, CurrentUser by) {
        Instant now = now();
        Flaw done = keep(flaw.settled(now, by.name(), answer), by.actor(), "Settled", now);
        scope.asPlatform(gaps::closeSettled);
        return done;
    }

    /** What is open for this person: the own unit's, or for the platform all, first what no unit has. */
    @Transactional(readOnly = true)
    public Page<Flaw> open(CurrentUser by, @Nullable After after, int limit) {
        return store.open(by.unit(), after, limit);
    }

    Flaw keep(Flaw flaw, Actor by, String type, Instant at) {
        store.put(flaw);
        history.append(
                new Subject(FlawStore.KIND, flaw.id()), at, by, type, FlawStore.FORMAT.write(FlawEntry.of(flaw)));
        return flaw;
    }

    private LocalDate today() {
        return clock.instant().atZone(Limits.ZONE).toLocalDate();
    }

    private Instant now() {
        return Instants.now(clock);
    }
}
