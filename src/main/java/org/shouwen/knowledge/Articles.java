package org.shouwen.knowledge;

import com.github.f4b6a3.uuid.UuidCreator;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouwen.accounts.CurrentUser;
import org.shouwen.calendar.Limits;
import org.shouwen.directory.Directory;
import org.shouwen.directory.UnitId;
import org.shouwen.history.History;
import org.shouwen.history.Subject;
import org.shouwen.jdbc.Instants;
import org.shouwen.problems.After;
import org.shouwen.problems.BadInput;
import org.shouwen.problems.NotFound;
import org.shouwen.problems.Page;
import org.shouwen.regulation.Refused;
import org.shouwen.rowsecurity.UnitScope;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Service for the knowledge base (Art. 4, 12.1): draft, checked by a second person, published, withdrawn. */
@Service
@Transactional
public class Articles {
    static final String WRITTEN = "Written";
    static final String REWRITTEN = "Rewritten";
    private final ArticleStore store;
    private final GapStore gaps;
    private final Directory directory;
    private final History history;
    private final UnitScope scope;
    private final ApplicationEventPublisher events;
    private final InstantSource clock;

    Articles(
            ArticleStore store,
            GapStore gaps,
            Directory directory,
            History history,
            UnitScope scope,
            ApplicationEventPublisher events,
            InstantSource clock) {
        this.events = events;
        this.store = store;
        this.gaps = gaps;
        this.scope = scope;
        this.directory = directory;
        this.history = history;
        this.clock = clock;
    }

    /** A new article as a draft. */
    public ArticleVersion write(ArticleContent typed, CurrentUser by) {
        refuse(ArticleVersion.refuseWriting(typed.unit(), by));
        ArticleContent content = known(typed);
        UUID id = UuidCreator.getTimeOrderedEpoch();
        return keep(
                new ArticleVersion(
                        id,
                        UuidCreator.getTimeOrderedEpoch(),
                        1,
                        content,
                        ArticleVersion.State.DRAFT,
                        by.account(),
                        null,
                        today().plusDays(content.kind().reviewDays())),
                by,
                WRITTEN);
    }

    /**
     * Other words: the draft is written anew; what is published gets a draft of its next version and stays until that is
     * published.
     */
    public ArticleVersion change(UUID id, ArticleContent typed, CurrentUser by) {
        ArticleVersion v = locked(id);
        refuse(v.refuseChange(by));
        refuse(ArticleVersion.refuseWriting(typed.unit(), by));
        ArticleContent content = known(typed);
        if (v.state() != ArticleVersion.State.PUBLISHED) return keep(v.rewritten(content, by), by, REWRITTEN);
        ArticleVersion latest = store.versions(v.article()).getFirst();
        if (latest.version() > v.version() && latest.state() != ArticleVersion.State.WITHDRAWN)
            throw new BadInput("text", "knowledge.bad.draft-there");
        ArticleVersion next = new ArticleVersion(
                UuidCreator.getTimeOrderedEpoch(),
                v.article(),
                latest.version() + 1,
                content,
                ArticleVersion.State.DRAFT,
                by.account(),
                null,
                v.reviewBy());
        return keep(next, by, WRITTEN);
    }

    public ArticleVersion check(UUID id, CurrentUser by) {
        ArticleVersion v = locked(id);
        refuse(v.refuseCheck(by));
        return keep(v.checkedBy(by), by, "Checked");
    }

    /** The version before, if there is one, is replaced in the same transaction. */
    public ArticleVersion publish(UUID id, CurrentUser by) {
        ArticleVersion v = locked(id);
        refuse(v.refusePublication(by));
        for (ArticleVersion old : store.versions(v.article()))
            if (old.state() == ArticleVersion.State.PUBLISHED)
                keep(old.as(ArticleVersion.State.REPLACED), by, "Replaced");
        ArticleVersion out = keep(v.published(today()), by, "Published");
        events.publishEvent(new ArticlePublished(out, by));
        return out;
    }

    /** A gap from which it was drafted, and which it never filled, can be drafted again. */
    public ArticleVersion withdraw(UUID id, CurrentUser by) {
        ArticleVersion v = locked(id);
        refuse(v.refuseWithdrawal(by));
        ArticleVersion gone = keep(v.as(ArticleVersion.State.WITHDRAWN), by, "Withdrawn");
        scope.asPlatform(gaps::freeWithdrawn);
        return gone;
    }

    /** The owner has looked at it: it is still right, and the next review is a term away. */
    public ArticleVersion review(UUID id, CurrentUser by) {
        ArticleVersion v = locked(id);
        refuse(v.refuseReview(by));
        return keep(v.reviewed(today()), by, "Reviewed");
    }

    /** All versions of an article, the latest first. */
    @Transactional(readOnly = true)
    public List<ArticleVersion> versions(UUID article) {
        List<ArticleVersion> versions = store.versions(article);
        if (versions.isEmpty()) throw new NotFound("article", article.toString());
        return versions;
    }

    /** Those whose review is due first come first. */
    @Transactional(readOnly = true)
    public Page<ArticleVersion> listed(
            ArticleVersion.State state, @Nullable UnitId unit, @Nullable After after, int limit) {
        return store.listed(state, unit, after, limit);
    }

    public LocalDate today() {
        return clock.instant().atZone(Limits.ZONE).toLocalDate();
    }

    private ArticleContent known(ArticleContent typed) {
        ArticleContent content = typed.checked();
        if (directory.unit(content.unit()).isEmpty())
            throw new BadInput("unit", "problems.field.unknown", content.unit().code());
        return content;
    }

    private ArticleVersion keep(ArticleVersion v, CurrentUser by, String type) {
        Instant now = Instants.now(clock);
        store.put(v, now);
        history.append(new Subject(ArticleStore.KIND, v.id()), now, by.actor(), type, ArticleStore.FORMAT.write(v));
        return v;
    }

    private ArticleVersion locked(UUID id) {
        return store.lock(id).orElseThrow(() -> new NotFound("article", id.toString()));
    }

    private static void refuse(Optional<Refused> refused) {
        if (refused.isPresent()) throw refused.get().toRefusal();
    }
}
