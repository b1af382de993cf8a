package org.shouwen.warning;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.shouwen.appeal.WatchedAppeals;
import org.shouwen.appeal.WatchedAppeals.Watched;
import org.shouwen.jdbc.Instants;
import org.shouwen.jobs.OwnThreadJob;
import org.shouwen.regulation.Basis;
import org.shouwen.regulation.Clause;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Watches what comes in, on one node at a time and outside the transaction that takes it, so that a warning stands within a
 * minute of the appeal that made it and never keeps a caller waiting (Art. 2).
 */
@Component
@Basis(Clause.A2)
class RiskWatch implements OwnThreadJob {
    private static final int AT_ONCE = 500;

    /** Of what comes in a rush, some are watched together: a matter is looked at once, with all that came of it. */
    private static final int TOGETHER = 50;

    /** An appeal that is committed later than its neighbours is still found. */
    private static final Duration OVERLAP = Duration.ofMinutes(2);

    /** A city that begins to watch looks back so far. */
    private static final int FIRST_DAYS = 30;

    private static final int KEPT_DAYS = 400;

    private static final Logger log = LoggerFactory.getLogger(RiskWatch.class);

    private final WatchedAppeals watched;
    private final SeenStore seen;
    private final MatterMemory memory;
    private final AppealSignals signals;
    private final Raising raising;
    private final Rules rules;
    private final InstantSource clock;
    private final TransactionTemplate transaction;

    RiskWatch(
            WatchedAppeals watched,
            SeenStore seen,
            MatterMemory memory,
            AppealSignals signals,
            Raising raising,
            Rules rules,
            InstantSource clock,
            TransactionTemplate transaction) {
        this.watched = watched;
        this.seen = seen;
        this.memory = memory;
        this.signals = signals;
        this.raising = raising;
        this.rules = rules;
        this.clock = clock;
        this.transaction = transaction;
    }

    @Override
    public String name() {
        return "risk-warnings";
    }

    @Override
    public Duration every() {
        return Duration.ofSeconds(10);
    }

    @Override
    public void run() {
        Instant now = Instants.now(clock);
        RuleBook book = rules.current();
        memory.catchUp();
        Instant from = seen.latest().map(at -> at.minus(OVERLAP)).orElse(now.minus(FIRST_DAYS, ChronoUnit.DAYS));
        UUID last = WatchedAppeals.FIRST;
        List<Watched> next;
        do {
            next = watched.receivedAfter(from, last, AT_ONCE);
            Set<UUID> before = seen.among(next.stream().map(Watched::id).toList());
            take(next.stream().filter(a -> !before.contains(a.id())).toList(), book, now);
            if (!next.isEmpty()) {
                from = next.getLast().at();
                last = next.getLast().id();
            }
        } while (next.size() == AT_ONCE);
        transaction.executeWithoutResult(_ -> seen.tidy(now.minus(KEPT_DAYS, ChronoUnit.DAYS)));
    }

    /** Some in one transaction, and where that fails each alone. */
    private void take(List<Watched> appeals, RuleBook book, Instant now) {
        for (int i = 0; i < appeals.size(); i += TOGETHER)
            shielded(appeals.subList(i, Math.min(appeals.size(), i + TOGETHER)), book, now);
    }

    /** What fails alone is not remembered, and is tried again while it lies within the overlap. */
    private void shielded(List<Watched> some, RuleBook book, Instant now) {
        try {
            together(some, book, now);
        } catch (RuntimeException e) {
            memory.drop();
            if (some.size() > 1) some.forEach(a -> shielded(List.of(a), book, now));
            else log.error("appeal {} could not be watched", some.getFirst().number(), e);
        }
    }

    private void together(List<Watched> appeals, RuleBook book, Instant now) {
        List<AppealSignals.Came> came = appeals.stream()
                .map(a -> new AppealSignals.Came(a, memory.take(a)))
                .toList();
        transaction.executeWithoutResult(_ -> {
            List<AppealSignals.Came> fresh =
                    came.stream().filter(c -> seen.add(c.appeal())).toList();
            for (Found f : signals.of(fresh, book)) raising.found(f, now);
        });
    }
}
