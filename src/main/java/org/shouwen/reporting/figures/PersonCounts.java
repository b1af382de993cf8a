package org.shouwen.reporting.figures;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.shouwen.regulation.Basis;
import org.shouwen.regulation.Clause;
import org.shouwen.rowsecurity.UnitScope;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Service;

/**
 * How many people brought the cases of a figure. So many as are counted while somebody waits are counted then. Of more
 * the last count is said with its time, and {@link PersonCountJob} makes it (decision 101).
 */
@Service
@Basis(Clause.A21)
class PersonCounts {
    /** So many cases are counted in about a quarter of a second. */
    static final long WHILE_WAITING = 30_000;

    /** Then a count is made anew, if somebody asked meanwhile. */
    private static final Duration KEPT = Duration.ofDays(1);

    /** What nobody asked for so long is dropped, with its count. */
    private static final Duration DROPPED = Duration.ofDays(2);

    /** Who looks at a page again and again asks once. */
    private static final Duration ASKED_AGAIN = Duration.ofHours(1);

    private static final Logger LOG = LoggerFactory.getLogger(PersonCounts.class);

    private final PersonStore persons;
    private final PeopleStore store;
    private final UnitScope scope;
    private final InstantSource clock;

    PersonCounts(PersonStore persons, PeopleStore store, UnitScope scope, InstantSource clock) {
        this.persons = persons;
        this.store = store;
        this.scope = scope;
        this.clock = clock;
    }

    /** Says it of each line; {@code lines} by the key, or by the bucket where there is no dimension. */
    void say(PeopleAsked asked, Map<String, CaseSums> lines) {
        long all = lines.values().stream().mapToLong(s -> cases(asked, s)).sum();
        if (all == 0) return;
        if (all <= WHILE_WAITING) {
            said(asked, lines, persons.count(asked), null);
            return;
        }
        Optional<PeopleStore.Kept> kept = scope.asPlatform(() -> kept(asked));
        if (kept.isPresent()) said(asked, lines, kept.get().people(), kept.get().countedAt());
        else
            for (CaseSums line : lines.values())
                if (cases(asked, line) > 0) line.people(asked.as(), People.BEING_COUNTED);
    }

    /** The same counted now, however long it takes: for what is published and sealed. */
    void sayNow(PeopleAsked asked, Map<String, CaseSums> lines) {
        if (lines.values().stream().anyMatch(s -> cases(asked, s) > 0))
            said(asked, lines, persons.countLong(asked), null);
    }

    /** A key that has its first cases since the count had nobody then. */
    private static void said(
            PeopleAsked asked, Map<String, CaseSums> lines, Map<SumStore.Key, Long> people, @Nullable Instant at) {
        lines.forEach((name, line) -> {
            if (cases(asked, line) == 0) return;
            SumStore.Key key =
                    asked.bucket() == SumStore.Bucket.WHOLE ? new SumStore.Key("", name) : new SumStore.Key(name, "");
            line.people(asked.as(), new People(people.getOrDefault(key, 0L), at));
        });
    }

    private static long cases(PeopleAsked asked, CaseSums line) {
        return line.count(new Part(asked.as(), Part.Which.COUNTED), false);
    }

    private Optional<PeopleStore.Kept> kept(PeopleAsked asked) {
        Instant now = clock.instant();
        Optional<PeopleStore.Kept> kept = store.kept(asked);
        if (kept.isEmpty()
                || kept.get().askedAt().isBefore(now.minus(ASKED_AGAIN))
                || kept.get().askedAt().isAfter(now)) ask(asked, now);
        return kept.filter(k -> k.countedAt() != null);
    }

    /** The rest of the page is read also where nothing can be written. */
    private void ask(PeopleAsked asked, Instant now) {
        try {
            store.asked(asked, now);
        } catch (DataAccessException e) {
            LOG.warn("people of a large period are not counted: what was asked could not be noted", e);
        }
    }

    /** Counts what was asked and is not known, or was counted before yesterday; what nobody had counted first. */
    void count() {
        Set<PeopleAsked> tried = new HashSet<>();
        for (Optional<PeopleAsked> next = next(tried); next.isPresent(); next = next(tried)) {
            PeopleAsked asked = next.get();
            tried.add(asked);
            try {
                Instant now = clock.instant();
                store.keep(asked, persons.countLong(asked), now);
            } catch (DataAccessException e) {
                LOG.warn(
                        "the people of {} to {} could not be counted",
                        asked.period().from(),
                        asked.period().to(),
                        e);
            }
        }
        store.drop(clock.instant().minus(DROPPED));
    }

    private Optional<PeopleAsked> next(Set<PeopleAsked> tried) {
        return store.due(clock.instant(), KEPT).stream()
                .filter(a -> !tried.contains(a))
                .findFirst();
    }
}
