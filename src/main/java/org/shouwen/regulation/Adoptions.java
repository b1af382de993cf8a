package org.shouwen.regulation;

import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.annotation.PostConstruct;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.shouwen.history.Actor;
import org.shouwen.history.History;
import org.shouwen.history.StoredFormat;
import org.shouwen.history.Subject;
import org.shouwen.history.VerifiableRows;
import org.shouwen.jobs.Job;
import org.shouwen.problems.BadInput;
import org.shouwen.problems.NotFound;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The door through which a city's own edition takes effect, by four eyes: the administrator asks, the Bureau, which
 * interprets the Measures, adopts. What was adopted stays as it was: a file that is changed afterwards is another edition
 * and needs another id (ruling 11, Art. 26).
 */
@Service
@Basis(Clause.A26)
public class Adoptions implements Job, VerifiableRows {
    private static final String KIND = "edition";
    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    static final StoredFormat<Adoption> FORMAT = StoredFormat.of(Adoption.class);

    private final AdoptionStore store;
    private final Editions editions;
    private final History history;
    private final TransactionTemplate transaction;
    private final InstantSource clock;
    private final String first;
    private final String firstBy;

    Adoptions(
            AdoptionStore store,
            Editions editions,
            History history,
            TransactionTemplate transaction,
            InstantSource clock,
            @Value("${shouwen.first-edition:}") String first,
            @Value("${shouwen.first-edition-by:}") String firstBy) {
        this.first = first.strip();
        this.firstBy = firstBy.strip();
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
            List<Warning> warnings,
            List<EditionDifferences.Difference> differences) {}

    /**
     * A city whose only editions are its own begins with the one that a person named, and with no other; the history
     * says who.
     *
     * @throws IllegalStateException when nobody named one: without an edition there is no limit
     */
    @PostConstruct
    void begin() {
        run();
        if (editions.any()) return;
        Editions.Own named = editions.own().stream()
                .filter(own -> own.edition().id().equals(first) && !firstBy.isEmpty())
                .filter(own -> own.edition().city().equals(editions.city()))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(
                        "没有生效的办法版本：请由一人指定首个版本后再启动，设置 SHOUWEN_FIRST_EDITION（版本号）和 SHOUWEN_FIRST_EDITION_BY（姓名）。"
                                + "No edition holds: name the first one, SHOUWEN_FIRST_EDITION (its id) and SHOUWEN_FIRST_EDITION_BY (who names it). "
                                + "可选 found: "
                                + editions.own().stream()
                                        .map(own -> own.edition().id())
                                        .toList()));
        Actor who = new Actor(null, firstBy, null);
        transaction.executeWithoutResult(_ -> {
            Adoption asked = asked(named, who);
            if (store.insert(asked, named.text())) decided(asked.decided(true, null, firstBy, now()), who);
        });
        run();
    }

    /** What a person should look at twice before a draft is asked for or adopted. */
    public enum Warning {
        /** It is another city's. */
        OTHER_CITY,
        /** It says that it holds since a day that is over: what was dispatched since keeps its edition. */
        PAST,
        /** It holds from a later day on; until then the one in force holds. */
        LATER
    }

    /** Drafts that can not be read. */
    public List<BrokenEdition> broken() {
        return editions.drafts().broken();
    }

    private List<Warning> warnings(Edition e, LocalDate today) {
        List<Warning> warnings = new ArrayList<>();
        if (!e.city().equals(editions.city())) warnings.add(Warning.OTHER_CITY);
        if (e.effective().isBefore(today)) warnings.add(Warning.PAST);
        if (e.effective().isAfter(today)) warnings.add(Warning.LATER);
        return warnings;
    }

    /** The city's own editions that don't hold, by date. */
    public List<Proposal> proposals() {
        List<Adoption> all = store.all();
        return editions.own().stream()
                .map(own -> proposal(own, all))
                .flatMap(Optional::stream)
                .sorted(Comparator.comparing(p -> p.edition().effective()))
                .toList();
    }

    private Optional<Proposal> proposal(Editions.Own own, List<Adoption> all) {
        String sha256 = AdoptionStore.sha256(own.text());
        List<Adoption> ofThisId =
                all.stream().filter(a -> a.edition().equals(own.edition().id())).toList();
        Adoption asked = ofThisId.stream()
                .filter(a -> a.sha256().equals(sha256))
                .findFirst()
                .orElse(null);
        if (asked != null && Boolean.TRUE.equals(asked.adopted())) return Optional.empty();
        boolean otherTextHolds = ofThisId.stream().anyMatch(a -> Boolean.TRUE.equals(a.adopted()));
        State state = otherTextHolds
                ? State.CHANGED
                : asked == null ? State.FOUND : asked.waits() ? State.ASKED : State.REFUSED;
        LocalDate today = clock.instant().atZone(SHANGHAI).toLocalDate();
        return Optional.of(new Proposal(
                own.edition(),
                sha256,
                state,
                asked,
                warnings(own.edition(), today),
                EditionDifferences.between(editions.current(today), own.edition())));
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
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    @Override
    public String name() {
        return "editions";
    }

    @Override
    public Duration every() {
        return Duration.ofMinutes(1);
    }

    /** What was adopted through another node holds here too. */
    @Override
    public void run() {
        editions.adopted(store.textsInForce());
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
