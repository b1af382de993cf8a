package org.shouwen.knowledge;

import com.github.f4b6a3.uuid.UuidCreator;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.shouwen.accounts.CurrentUser;
import org.shouwen.directory.UnitId;
import org.shouwen.history.Actor;
import org.shouwen.history.History;
import org.shouwen.history.Subject;
import org.shouwen.identity.Redactor;
import org.shouwen.jdbc.Instants;
import org.shouwen.knowledge.PublicAnswer.State;
import org.shouwen.problems.After;
import org.shouwen.problems.BadInput;
import org.shouwen.problems.NotFound;
import org.shouwen.problems.Page;
import org.shouwen.problems.Text;
import org.shouwen.regulation.Basis;
import org.shouwen.regulation.Clause;
import org.shouwen.regulation.Refused;
import org.shouwen.retention.EndedMatter;
import org.shouwen.retention.Forgets;
import org.shouwen.rowsecurity.UnitScope;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Service for answers that everybody may read: proposed by one, published by another, withdrawn by anybody who may. */
@Service
@Transactional
@Basis({Clause.A2, Clause.A21})
public class PublicAnswerBook implements Forgets {
    private static final int MOST = 5_000;
    private static final String GONE = "（已按期限删除）";

    private final PublicAnswerStore store;
    private final Flaws flaws;
    private final History history;
    private final UnitScope scope;
    private final InstantSource clock;

    PublicAnswerBook(PublicAnswerStore store, Flaws flaws, History history, UnitScope scope, InstantSource clock) {
        this.flaws = flaws;
        this.scope = scope;
        this.store = store;
        this.history = history;
        this.clock = clock;
    }

    /**
     * Proposes an answer to be published.
     *
     * @param masks takes out of words what leads to whoever brought the appeal; whatever else leads to a person is taken
     *     out here
     */
    public PublicAnswer propose(
            UUID appeal,
            PublicAnswer.Topic topic,
            @Nullable String title,
            @Nullable String question,
            @Nullable String answer,
            @Nullable UnitId unit,
            Redactor masks,
            CurrentUser by) {
        if (of(appeal).stream().anyMatch(p -> p.state() == State.PROPOSED || p.state() == State.PUBLISHED))
            throw new BadInput("title", "knowledge.bad.public-there");
        return keep(
                new PublicAnswer(
                        UuidCreator.getTimeOrderedEpoch(),
                        topic,
                        masked(Text.required("title", title, ArticleContent.MOST_TITLE), masks),
                        masked(Text.required("question", question, MOST), masks),
                        masked(Text.required("answer", answer, MOST), masks),
                        unit,
                        appeal,
                        State.PROPOSED,
                        by.account(),
                        now(),
                        null,
                        null,
                        ""),
                by.actor(),
                "Proposed");
    }

    /** As it would be proposed. Paragraphs stay, unless what leads to a person runs over the end of a line. */
    public static String masked(String words, Redactor masks) {
        String own = masks.of(words);
        String whole = Unanswered.masked(own, MOST);
        String lines = own.lines()
                .map(line -> Unanswered.masked(line, MOST))
                .collect(Collectors.joining("\n"))
                .replaceAll("\n{3,}", "\n\n")
                .strip();
        return NormalizedText.withoutSpace(lines).equals(NormalizedText.withoutSpace(whole)) ? lines : whole;
    }

    public PublicAnswer publish(UUID id, CurrentUser by) {
        PublicAnswer p = locked(id);
        refuse(p.refuseDecision(by));
        return keep(p.decided(State.PUBLISHED, "", by, now()), by.actor(), "Published");
    }

    public PublicAnswer refuse(UUID id, @Nullable String reason, CurrentUser by) {
        PublicAnswer p = locked(id);
        refuse(p.refuseDecision(by));
        return keep(p.decided(State.REFUSED, Text.required("reason", reason, 500), by, now()), by.actor(), "Refused");
    }

    public PublicAnswer withdraw(UUID id, @Nullable String reason, CurrentUser by) {
        PublicAnswer p = locked(id);
        refuse(p.refuseWithdrawal(by));
        PublicAnswer gone = keep(
                p.decided(State.WITHDRAWN, Text.required("reason", reason, 500), by, now()), by.actor(), "Withdrawn");
        flaws.gone(gone, by);
        return gone;
    }

    @Transactional(readOnly = true)
    public Page<PublicAnswer> page(State state, @Nullable After after, int limit) {
        return store.page(state, after, limit);
    }

    /** @throws NotFound also when it is not published, or not any more */
    @Transactional(readOnly = true)
    public PublicAnswer published(UUID id) {
        return store.find(id)
                .filter(p -> p.state() == State.PUBLISHED)
                .orElseThrow(() -> new NotFound("answer", id.toString()));
    }

    /** Of these ids those of such answers, each with whether it is out. */
    @Transactional(readOnly = true)
    public Map<UUID, Boolean> out(Collection<UUID> ids) {
        return scope.asPlatform(() -> store.out(ids));
    }

    /** What became of an appeal's answer, the latest first. */
    @Transactional(readOnly = true)
    public List<PublicAnswer> of(UUID appeal) {
        // units see what is published only, and whether something was proposed counts for them too
        return scope.asPlatform(() -> store.ofAppeal(appeal));
    }

    /** What is out stays, masked once more and without a way back; of everything else not a word stays. */
    @Override
    public int forget(EndedMatter matter) {
        for (PublicAnswer p : store.ofAppeal(matter.appeal())) {
            Redactor scrub = matter.scrub();
            boolean out = p.state() == State.PUBLISHED;
            keep(
                    p.apart(
                            out ? scrub.of(p.title()) : GONE,
                            out ? scrub.of(p.question()) : GONE,
                            out ? scrub.of(p.answer()) : GONE),
                    Actor.SYSTEM,
                    "Forgotten");
        }
        return 0;
    }

    private PublicAnswer keep(PublicAnswer p, Actor by, String type) {
        return scope.asPlatform(() -> {
            store.put(p);
            history.append(
                    new Subject(PublicAnswer.KIND, p.id()), now(), by, type, PublicAnswer.FORMAT.write(p.sealed()));
            return p;
        });
    }

    private PublicAnswer locked(UUID id) {
        return store.lock(id).orElseThrow(() -> new NotFound("answer", id.toString()));
    }

    private static void refuse(Optional<Refused> refused) {
        if (refused.isPresent()) throw refused.get().toRefusal();
    }

    private Instant now() {
        return Instants.now(clock);
    }
}
