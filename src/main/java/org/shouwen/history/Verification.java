package org.shouwen.history;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.LongConsumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.shouwen.keys.Keys;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Proves that nothing was changed, removed or inserted behind the product's back (ruling 11): recomputes every seal of
 * every entry, follows every chain, holds every row against what its history makes it, every sealed stretch against
 * its seal, every seal against its line outside the database, and every witness note against the journal.
 */
@Service
public class Verification {
    private static final int MOST = 1000;

    private final VerificationStore store;
    private final SealStore seals;
    private final Sealing sealing;
    private final UnsealedEntryLog witness;
    private final Seal seal;
    private final List<VerifiableRows> holders;
    private final HeldTables held;

    Verification(
            VerificationStore store,
            SealStore seals,
            Sealing sealing,
            UnsealedEntryLog witness,
            Keys keys,
            List<VerifiableRows> holders,
            HeldTables held) {
        this.store = store;
        this.seals = seals;
        this.sealing = sealing;
        this.witness = witness;
        this.seal = new Seal(keys.key("history"));
        this.holders = holders;
        this.held = held;
    }

    /** @param findings in words, the first thousand; empty when all is as it was written */
    public record Result(long entries, long rows, List<String> findings) {}

    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    public Result verify(LongConsumer progress) {
        return check(progress);
    }

    /** Within the caller's transaction, as that sees the tables. */
    Result check(LongConsumer progress) {
        Run run = new Run(progress);
        Set<String> kinds = new HashSet<>();
        for (VerifiableRows holder :
                Stream.concat(holders.stream(), held.all().stream()).toList()) {
            kinds.add(holder.kind());
            try (Stream<VerifiableRows.Row> rows = holder.rows();
                    Stream<VerificationStore.Sealed> entries = store.entries(holder.kind())) {
                run.rows(holder.kind(), holder, rows.iterator(), entries.iterator());
            }
        }
        for (String kind : store.kinds()) {
            if (kinds.contains(kind)) continue;
            try (Stream<VerificationStore.Sealed> entries = store.entries(kind)) {
                run.rows(kind, null, null, entries.iterator());
            }
        }
        held.left().forEach(left -> run.found("%s", left));
        run.seals();
        run.notes();
        return new Result(run.entries, run.rows, run.findings);
    }

    private final class Run {
        private final List<String> findings = new ArrayList<>();
        private final LongConsumer progress;
        private long entries;
        private long rows;

        Run(LongConsumer progress) {
            this.progress = progress;
        }

        private void found(String what, Object... args) {
            if (findings.size() < MOST) findings.add(what.formatted(args));
        }

        /** Walks rows and chains side by side, both in the order of ids. */
        void rows(
                String kind,
                @Nullable VerifiableRows holder,
                @Nullable Iterator<VerifiableRows.Row> rowsById,
                Iterator<VerificationStore.Sealed> entriesById) {
            VerifiableRows.@Nullable Row row = next(rowsById);
            VerificationStore.@Nullable Sealed entry = entriesById.hasNext() ? entriesById.next() : null;
            while (entry != null) {
                UUID subject = entry.recorded().subject().id();
                while (row != null && compare(row.id(), subject) < 0) {
                    found("%s %s: there is a row, but no history", kind, row.name());
                    row = next(rowsById);
                }
                List<Recorded> chain = new ArrayList<>();
                Chain end = Chain.START;
                while (entry != null && entry.recorded().subject().id().equals(subject)) {
                    end = follow(kind, end, entry);
                    chain.add(entry.recorded());
                    entry = entriesById.hasNext() ? entriesById.next() : null;
                }
                if (rowsById == null) continue;
                if (row == null || compare(row.id(), subject) > 0) {
                    if (holder == null || !holder.mayBeGone(chain))
                        found("%s %s: there is a history, but no row", kind, subject);
                    continue;
                }
                compareRow(kind, row, chain, end);
                row = next(rowsById);
            }
            for (; row != null; row = next(rowsById)) found("%s %s: there is a row, but no history", kind, row.name());
        }

        private Chain follow(String kind, Chain before, VerificationStore.Sealed entry) {
            Recorded r = entry.recorded();
            progress.accept(++entries);
            if (r.seq() != before.seq() + 1) {
                found("%s %s: entry %d follows entry %d", kind, r.subject().id(), r.seq(), before.seq());
            }
            byte[] expected = seal.of(
                    new Entry(r.subject(), new Chain(r.seq() - 1, before.head()), r.at(), r.by(), r.type(), r.body()));
            if (!Arrays.equals(expected, entry.seal())) {
                found(
                        "%s %s: entry %d (%s) does not bear its seal",
                        kind, r.subject().id(), r.seq(), r.type());
            }
            return new Chain(r.seq(), entry.seal());
        }

        private void compareRow(String kind, VerifiableRows.Row row, List<Recorded> chain, Chain end) {
            rows++;
            Chain stands = row.chain();
            if (stands != null && (stands.seq() != end.seq() || !Arrays.equals(stands.head(), end.head()))) {
                found(
                        "%s %s: the row stands at entry %d, its history at %d",
                        kind, row.name(), stands.seq(), end.seq());
            }
            try {
                for (String difference : row.compare().apply(chain)) found("%s %s: %s", kind, row.name(), difference);
            } catch (RuntimeException e) {
                found(
                        "%s %s: its history can't be replayed (%s)",
                        kind, row.name(), e.getClass().getSimpleName());
            }
        }

        void seals() {
            byte[] before = new byte[0];
            long through = 0;
            long no = 0;
            Set<String> kept = new HashSet<>();
            for (Sealing.Sealed s : seals.all()) {
                SealStore.Stretch stretch = seals.stretch(through, s.through());
                if (s.no() != ++no) found("sealing %d is missing", no);
                if (stretch.entries() != s.entries() || !Arrays.equals(stretch.digest(), s.digest())) {
                    found(
                            "sealing %d: %d entries were sealed, now %d stand there, or others",
                            s.no(), s.entries(), stretch.entries());
                }
                if (!Arrays.equals(seal.of(before, s.through(), s.digest()), s.seal()))
                    found("sealing %d does not bear its seal", s.no());
                before = s.seal();
                through = s.through();
                no = s.no();
                kept.add(s.line());
            }
            for (String line : sealing.lines()) {
                if (!kept.contains(line))
                    found("a sealing noted outside the database is not in it: %s", line.split(" ")[0]);
            }
        }

        void notes() {
            for (String note : witness.notes()) {
                String[] parts = note.split(" ");
                if (parts.length != 3) continue; // torn by a crash
                byte[] stands = store.sealOf(UUID.fromString(parts[0]), Long.parseLong(parts[1]));
                if (!Arrays.equals(stands, HexFormat.of().parseHex(parts[2]))) {
                    found("%s: entry %s was committed, but does not stand so any more", parts[0], parts[1]);
                }
            }
        }

        private static VerifiableRows.@Nullable Row next(@Nullable Iterator<VerifiableRows.Row> rows) {
            return rows != null && rows.hasNext() ? Objects.requireNonNull(rows.next()) : null;
        }

        /** As PostgreSQL orders uuids: by their bytes, unsigned. */
        private static int compare(UUID a, UUID b) {
            int high = Long.compareUnsigned(a.getMostSignificantBits(), b.getMostSignificantBits());
            return high != 0 ? high : Long.compareUnsigned(a.getLeastSignificantBits(), b.getLeastSignificantBits());
        }
    }
}
