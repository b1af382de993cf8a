package org.shouwen.knowledge;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouwen.accounts.CurrentUser;
import org.shouwen.jdbc.Instants;
import org.shouwen.problems.After;
import org.shouwen.problems.NotFound;
import org.shouwen.problems.Page;
import org.shouwen.problems.Text;
import org.shouwen.regulation.Clause;
import org.shouwen.regulation.Refused;
import org.shouwen.rowsecurity.UnitScope;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Service for questions to which no article was found: a gap becomes a draft of an article, and is closed when that is published. */
@Service
@Transactional
public class Gaps {
    private static final int SHOWN = 50;

    private final GapStore store;
    private final UnansweredStore questions;
    private final Articles articles;
    private final Flaws flaws;
    private final UnitScope scope;
    private final InstantSource clock;

    Gaps(
            GapStore store,
            UnansweredStore questions,
            Articles articles,
            Flaws flaws,
            UnitScope scope,
            InstantSource clock) {
        this.store = store;
        this.questions = questions;
        this.articles = articles;
        this.flaws = flaws;
        this.scope = scope;
        this.clock = clock;
    }

    /** What is open for this person: the own unit's, or for the platform all; what was asked most often first. */
    @Transactional(readOnly = true)
    public Page<Gap> open(CurrentUser by, @Nullable After after, int limit) {
        return scope.asPlatform(() -> store.page(by.unit(), after, limit));
    }

    /** @throws NotFound also when it is another unit's */
    @Transactional(readOnly = true)
    public Gap get(UUID id, CurrentUser by) {
        return seen(scope.asPlatform(() -> store.find(id)), id, by);
    }

    /** The gap that an article was drafted from, while it is open; for those whose gap it is. */
    @Transactional(readOnly = true)
    public Optional<Gap> draftedAs(UUID article, CurrentUser by) {
        return scope.asPlatform(() -> store.draftedAs(article)).filter(g -> theirs(g, by));
    }

    /** What was asked, the latest first; 50 at most. */
    @Transactional(readOnly = true)
    public List<UnansweredQuestion> questions(UUID id, CurrentUser by) {
        get(id, by);
        return scope.asPlatform(() -> questions.of(id, SHOWN));
    }

    /** The gaps that tasks stand for, by the task. */
    @Transactional(readOnly = true)
    public Map<UUID, Gap> ofFlaws(Collection<UUID> flaws) {
        return scope.asPlatform(() -> store.ofFlaws(flaws));
    }

    /**
     * A draft of what somebody wrote with the questions and answers in view. Of those nothing is copied: versions of articles
     * are kept for ever, and a mask can miss a name (Art. 21).
     */
    public ArticleVersion draft(UUID id, ArticleContent written, CurrentUser by) {
        Gap gap = openMine(id, by);
        if (gap.article() != null) throw new Refused(Clause.A4, "knowledge.refused.drafted").toRefusal();
        ArticleVersion draft = articles.write(written, by);
        keep(gap, draft.article(), null);
        return draft;
    }

    /** No article is needed; why stands with the task. */
    public void dismiss(UUID id, @Nullable String typed, CurrentUser by) {
        Gap gap = openMine(id, by);
        if (gap.unit() == null && !ArticleVersion.platform(by))
            throw new Refused(Clause.A4, "knowledge.refused.not-yours").toRefusal();
        String reason = Text.required("reason", typed, 500);
        keep(gap, gap.article(), now());
        if (gap.flaw() != null) flaws.settleIfOpen(gap.flaw(), reason, by);
    }

    /** The article that was drafted from gaps is published: their tasks are done. */
    @EventListener
    void on(ArticlePublished published) {
        for (Gap gap :
                scope.asPlatform(() -> store.ofArticle(published.version().article()))) {
            keep(gap, gap.article(), now());
            if (gap.flaw() != null)
                flaws.settleIfOpen(gap.flaw(), published.version().content().title(), published.by());
        }
    }

    private void keep(Gap g, @Nullable UUID article, @Nullable Instant closed) {
        scope.asPlatform(() -> {
            store.put(new Gap(
                    g.id(),
                    g.words(),
                    g.matterClass(),
                    g.unit(),
                    g.questions(),
                    g.firstAt(),
                    g.lastAt(),
                    g.flaw(),
                    article,
                    closed));
            return true;
        });
    }

    private Gap openMine(UUID id, CurrentUser by) {
        Gap gap = seen(scope.asPlatform(() -> store.lock(id)), id, by);
        if (gap.closedAt() != null) throw new Refused(Clause.A4, "knowledge.refused.settled").toRefusal();
        return gap;
    }

    private static Gap seen(Optional<Gap> gap, UUID id, CurrentUser by) {
        return gap.filter(g -> theirs(g, by)).orElseThrow(() -> new NotFound("gap", id.toString()));
    }

    private static boolean theirs(Gap gap, CurrentUser by) {
        return by.unit() == null || by.unit().equals(gap.unit());
    }

    private Instant now() {
        return Instants.now(clock);
    }
}
