package org.shouwen.reporting.figures;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import org.shouwen.regulation.Basis;
import org.shouwen.regulation.Clause;
import org.shouwen.reporting.facts.Counted;
import org.shouwen.rowsecurity.UnitScope;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * How many people brought the cases of a figure. So many as are counted while somebody waits are counted then. Of more
 * the count of the last day is said with its time, and {@link PersonCountJob} makes it (decision 101).
 */
@Service
@Basis(Clause.A21)
class PersonCounts {
    /** So many cases are counted in about a quarter of a second. */
    static final long WHILE_WAITING = 30_000;

    static final Duration KEPT = Duration.ofDays(1);

    private static final Duration FORGOTTEN = Duration.ofDays(31);
    /** Who looks at a page again and again asks once. */
    private static final Duration ASKED_AGAIN = Duration.ofHours(1);

    private final PersonStore persons;
    private final PeopleStore store;
    private final UnitScope scope;
    private final InstantSource clock;
    private final TransactionTemplate own;

    PersonCounts(
            PersonStore persons,
            PeopleStore store,
            UnitScope scope,
            InstantSource clock,
            PlatformTransactionManager transactions) {
        this.persons = persons;
        this.store = store;
        this.scope = scope;
        this.clock = clock;
        own = new TransactionTemplate(transactions);
        // whoever asks only reads
        own.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /** Says it of each line; {@code lines} by the key, or by the bucket where there is no dimension. */
    void say(PeopleAsked asked, Map<String, CaseSums> lines) {
        Part cases = new Part(asked.as(), Part.Which.COUNTED);
        long all = lines.values().stream().mapToLong(s -> s.count(cases, false)).sum();
        if (all <= WHILE_WAITING) {
            persons.count(asked).forEach((key, n) -> said(asked.as(), lines, name(asked, key), People.now(n)));
            return;
        }
        Optional<PeopleStore.Kept> kept = scope.asPlatform(() -> kept(asked));
        lines.values().stream()
                .filter(s -> s.count(cases, false) > 0)
                .forEach(s -> s.people(asked.as(), People.BEING_COUNTED));
        kept.ifPresent(k -> k.people()
                .forEach((key, n) -> said(asked.as(), lines, name(asked, key), new People(n, k.countedAt()))));
    }

    private Optional<PeopleStore.Kept> kept(PeopleAsked asked) {
        Instant now = clock.instant();
        Optional<PeopleStore.Kept> kept = store.kept(asked);
        if (kept.isEmpty() || kept.get().askedAt().isBefore(now.minus(ASKED_AGAIN)))
            own.executeWithoutResult(_ -> store.asked(asked, now));
        return kept.filter(k -> k.countedAt() != null);
    }

    private static String name(PeopleAsked asked, SumStore.Key key) {
        return asked.bucket() == SumStore.Bucket.WHOLE ? key.key() : key.bucket();
    }

    private static void said(Counted as, Map<String, CaseSums> lines, String name, People people) {
        CaseSums line = lines.get(name);
        if (line != null) line.people(as, people);
    }

    /** Counts what was asked and is not known, or was counted before yesterday. */
    void count() {
        Instant now = clock.instant();
        for (PeopleAsked asked : store.due(now, KEPT)) {
            Map<SumStore.Key, Long> people = persons.count(asked);
            own.executeWithoutResult(_ -> store.keep(asked, people, now));
        }
        own.executeWithoutResult(_ -> store.drop(now.minus(FORGOTTEN)));
    }
}
