package org.shouwen.regulation;

import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.annotation.PostConstruct;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.shouwen.history.Actor;
import org.shouwen.history.History;
import org.shouwen.history.StoredFormat;
import org.shouwen.history.Subject;
import org.shouwen.history.VerifiableRows;
import org.shouwen.jdbc.Instants;
import org.shouwen.jobs.EveryNodeJob;
import org.shouwen.problems.BadInput;
import org.shouwen.problems.NotFound;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Service by which a city's own edition takes effect, by four eyes: the administrator asks, the Bureau, which
 * interprets the Measures, adopts. What was adopted stays as it was: a file that is changed afterwards is another edition
 * and needs another id (ruling 11, Art. 26).
 */
@Service
@Basis(Clause.A26)
public class Adoptions implements EveryNodeJob, VerifiableRows {
    private static final String KIND = "edition";
    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    static final StoredFormat<Adoption> FORMAT = StoredFormat.of(Adoption.class);

    private final AdoptionStore store;
    private final Editions editions;
    private final History history;
    private final TransactionTemplate transaction;
    private final InstantSource clock;
    private final FirstEdition first;

    Adoptions(
            AdoptionStore store,
            Editions editions,
            History history,
            TransactionTemplate transaction,
            InstantSource clock,
            FirstEdition first) {
        this.first = first;
        this.store = store;
        this.editions = editions;
        this.history = history;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Where a proposed edition stands. */
    public enum State {
        /** Its file is there, and nobody has asked yet. */
        FOUND,
        ASKED,
        REFUSED,
        /** The file of an adopted edition was changed: what was adopted holds, the change does not. */
        CHANGED
    }

    /**
     * @param adoption null when nobody has asked
     * @param differences all that differs from the edition that holds today
     */
    public record Proposal(
            Edition edition,
            String sha256,
            State state,
            @Nullable Adoption adoption,
            List<EditionWarning> warnings,
            List<EditionDifferences.Difference> differences) {}

    /**
     * A city whose only editions are its own begins with the one that a person named, and with no other; the history
     * says who.
     *
     * @throws IllegalStateException when nobody named one: without an edition there is no limit
     */
    @PostConstruct
    void begin() {
        editions.adoptedFrom(store::textsInForce);
        run();
        if (editions.any()) return;
        Editions.Own named = first.named(editions);
        Actor who = new Actor(null, first.by(), null);
        transaction.executeWithoutResult(_ -> {
            Adoption asked = asked(named, who);
            if (store.insert(asked, named.text())) decided(asked.decided(true, null, who.name(), now()), who);
        });
        run();
    }

    /** Drafts that can not be read. */
    public List<BrokenEdition> broken() {
        return editions.drafts().broken();
    }

    /** The city's own editions that don't hold, by date. */
    public List<Proposal> proposals() {
        return Proposals.of(
                editions, store.all(), clock.instant().atZone(SHANGHAI).toLocalDate());
    }

    /**
     * @param sha256 of the text that the person saw
     * @throws NotFound when no such text is proposed
     */
    public void ask(String edition, String sha256, Actor by) {
        Proposal p = proposals().stream()
                .filter(x -> x.edition().id().equals(edition) && x.sha256().equals(sha256))
                .filter(x -> x.state() == State.FOUND)
                .findFirst()
                .orElseThrow(() -> new NotFound(KIND, edition));
        Editions.Own own = editions.own().stream()
                .filter(o -> o.edition().equals(p.edition()))
                .findFirst()
                .orElseThrow();
        transaction.executeWithoutResult(_ -> {
            Adoption asked = asked(own, by);
            if (store.insert(asked, own.text())) record(asked, "EditionAsked", by);
        });
    }

    /** @throws BadInput when the one who asked would decide */
    public void decide(UUID id, boolean adopt, Actor by) {
        transaction.executeWithoutResult(_ -> {
            Adoption a = store.lock(id).filter(Adoption::waits).orElseThrow(() -> new NotFound(KIND, id.toString()));
            if (Objects.equals(a.askedBy(), by.account()))
                throw new BadInput("edition", "regulation.editions.bad.four-eyes");
            decided(a.decided(adopt, by.account(), by.name(), now()), by);
        });
        run();
    }

    private Adoption asked(Editions.Own own, Actor by) {
        return new Adoption(
                UuidCreator.getTimeOrderedEpoch(),
                own.edition().id(),
                AdoptionStore.sha256(own.text()),
                by.account(),
                by.name(),
                now(),
                null,
                null,
                null,
                null);
    }

    private void decided(Adoption a, Actor by) {
        store.decide(a);
        record(a, Boolean.TRUE.equals(a.adopted()) ? "EditionAdopted" : "EditionRefused", by);
    }

    private void record(Adoption a, String type, Actor by) {
        history.append(new Subject(KIND, a.id()), now(), by, type, FORMAT.write(a));
    }

    private Instant now() {
        return Instants.now(clock);
    }

    @Override
    public String name() {
        return "editions";
    }

    @Override
    public Duration every() {
        return Duration.ofSeconds(5);
    }

    /** What was adopted through another node holds here too. */
    @Override
    public void run() {
        editions.readAgain();
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Stream<Row> rows() {
        return store.all().stream()
                .map(a -> Row.asLastWritten(a.id(), a, FORMAT).known(a.edition()));
    }
}
