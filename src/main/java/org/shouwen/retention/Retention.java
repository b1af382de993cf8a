package org.shouwen.retention;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.shouwen.calendar.Limits;
import org.shouwen.confidentiality.MaskRemover;
import org.shouwen.identity.Redactor;
import org.shouwen.identity.Vault;
import org.shouwen.jdbc.Instants;
import org.shouwen.jobs.IrreversibleJob;
import org.shouwen.regulation.Basis;
import org.shouwen.regulation.Clause;
import org.shouwen.regulation.Edition;
import org.shouwen.regulation.Editions;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * 到期销毁: when the term has run out after a matter ended, the person is forgotten: who it was, what in their words
 * would lead to them, and the photos and recordings that came along. What was done stays, and the history proves both.
 */
@Component
@Basis(Clause.A21)
public class Retention implements IrreversibleJob {
    private static final int STEP = 200;
    private static final UUID FIRST = new UUID(0, 0);

    private final Matters matters;
    private final KeepsOpen open;
    private final List<Forgets> owners;
    private final List<ForgetsAfterDays> days;
    private final Vault vault;
    private final Editions editions;
    private final TransactionTemplate transaction;
    private final InstantSource clock;
    private final ErasureLog log;

    Retention(
            Matters matters,
            KeepsOpen open,
            List<Forgets> owners,
            List<ForgetsAfterDays> days,
            Vault vault,
            Editions editions,
            TransactionTemplate transaction,
            InstantSource clock,
            ErasureLog log) {
        this.log = log;
        this.matters = matters;
        this.open = open;
        this.owners = List.copyOf(owners);
        this.days = List.copyOf(days);
        this.vault = vault;
        this.editions = editions;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "retention";
    }

    @Override
    public Duration every() {
        return Duration.ofHours(6);
    }

    @Override
    public void run() {
        Instant now = clock.instant();
        Edition.RetentionTerms terms =
                editions.current(now.atZone(Limits.ZONE).toLocalDate()).retention();
        days.forEach(d -> d.forget(terms, now));
        Instant before =
                now.atZone(Limits.ZONE).minusYears(terms.identityYears()).toInstant();
        UUID after = FIRST;
        while (true) {
            List<Matters.Matter> step = matters.decidedBefore(before, after, STEP);
            if (step.isEmpty()) return;
            Set<UUID> going = open.notClosedBefore(
                    before, step.stream().map(Matters.Matter::id).toList());
            for (Matters.Matter m : step) if (!going.contains(m.id())) forgetNoted(m);
            after = step.getLast().id();
        }
    }

    /**
     * Forgets again whom the erasure log names: a restored database may still know them.
     *
     * @return how many persons were forgotten
     */
    public int forgetAgain() {
        int forgotten = 0;
        for (UUID id : log.matters()) {
            Optional<Matters.Matter> known = matters.remembered(id);
            if (known.isEmpty()) continue;
            transaction.executeWithoutResult(_ -> forget(known.get()));
            forgotten++;
        }
        return forgotten;
    }

    /** The note is on disk before the person is forgotten: a note too many only names whose term was over. */
    private void forgetNoted(Matters.Matter m) {
        log.note(m.id(), clock.instant());
        transaction.executeWithoutResult(_ -> forget(m));
    }

    private void forget(Matters.Matter m) {
        matters.lock(m.number());
        Redactor masks = vault.scrub(m.appellant());
        // a mask leaves a surname and seven digits
        Redactor scrub = (words, kept) -> MaskRemover.of(masks.of(words, kept));
        Instant now = Instants.now(clock);
        EndedMatter ended = new EndedMatter(m.id(), m.number(), m.appellant(), scrub, now);
        vault.forget(m.appellant());
        int destroyed = 0;
        for (Forgets owner : owners) destroyed += owner.forget(ended);
        matters.forget(ended, destroyed);
    }
}
