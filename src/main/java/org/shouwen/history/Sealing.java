package org.shouwen.history;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.List;
import org.shouwen.jobs.Job;
import org.shouwen.keys.Keys;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Seals the stretch of the journal since the last sealing: a digest over its entries, chained and keyed, kept in the
 * database and as a line outside of it ({@link SealLines}). Taking away or adding entries of a sealed stretch shows, even
 * to someone who can write every table.
 */
@Component
class Sealing implements Job {
    record Sealed(long no, long through, long entries, byte[] digest, byte[] seal) {
        String line() {
            return "%d %d %d %s".formatted(no, through, entries, HexFormat.of().formatHex(seal));
        }
    }

    private static final Logger LOG = LoggerFactory.getLogger(Sealing.class);

    private final SealStore store;
    private final VerificationStore journal;
    private final UnsealedEntryLog witness;
    private final SealLines lines;
    private final Seal seal;
    private final TransactionTemplate transaction;
    private final InstantSource clock;

    Sealing(
            SealStore store,
            VerificationStore journal,
            UnsealedEntryLog witness,
            SealLines lines,
            Keys keys,
            TransactionTemplate transaction,
            InstantSource clock) {
        this.store = store;
        this.journal = journal;
        this.witness = witness;
        this.lines = lines;
        this.seal = new Seal(keys.key("history"));
        this.transaction = transaction;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "history-sealing";
    }

    @Override
    public Duration every() {
        return Duration.ofMinutes(1);
    }

    /**
     * The line follows the commit, so that a seal whose transaction failed leaves none; until it is written the notes of the
     * stretch stay, and a run that ended between the two is made good by the next.
     */
    @Override
    public void run() {
        keepLast();
        List<UnsealedEntryLog.Notes> noted = witness.turn();
        Long through = transaction.execute(_ -> store.settledThrough());
        transaction.executeWithoutResult(_ -> seal(through == null ? 0 : through));
        keepLast();
        noted.forEach(this::destroy);
    }

    /** What was taken away before this sealing is in no stretch: its notes stay, they alone prove that it was there. */
    private void destroy(UnsealedEntryLog.Notes notes) {
        if (journal.notStanding(NotedEntry.of(notes.lines().get())).isEmpty())
            notes.destroy().run();
        else
            LOG.error("Committed entries do not stand in the journal as they were noted; `./shouwen verify` names them."
                    + " Where the database was taken back to a moment, `./shouwen restored` was left out");
    }

    private void seal(long through) {
        Sealed last = store.last();
        if (through <= last.through()) return;
        SealStore.Stretch stretch = store.stretch(last.through(), through);
        Sealed next = new Sealed(
                last.no() + 1,
                through,
                stretch.entries(),
                stretch.digest(),
                seal.of(last.seal(), through, stretch.digest()));
        Instant now = clock.instant();
        store.insert(next, now);
    }

    private void keepLast() {
        Sealed last = store.last();
        if (last.no() > 0) lines.keep(last);
    }
}
