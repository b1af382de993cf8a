package org.shouwen.history;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
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
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Proves that nothing was changed, removed or inserted behind the product's back (ruling 11): recomputes every seal of
 * every entry, follows every chain, holds every row against what its history makes it, every sealed stretch against
 * its seal, every seal against its line outside the database, and every witness note against the journal.
 */
@Service
public class Verification {
    private static final int MOST = 1000;

    private final VerificationStore store;
    private final SealedStretches sealed;
    private final Seal seal;
    private final List<VerifiableRows> holders;
    private final HeldTables held;
    private final List<EncryptedRows> encrypted;
    private final TransactionTemplate snapshot;

    Verification(
            VerificationStore store,
            SealedStretches sealed,
            Keys keys,
            List<VerifiableRows> holders,
            HeldTables held,
            List<EncryptedRows> encrypted,
            PlatformTransactionManager transactions) {
        this.store = store;
        this.sealed = sealed;
        this.seal = new Seal(keys.key("history"));
        this.holders = holders;
        this.held = held;
        this.encrypted = encrypted;
        this.snapshot = new TransactionTemplate(transactions);
        snapshot.setReadOnly(true);
        snapshot.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
    }

    /** @param findings in words, the first thousand; empty when all is as it was written */
    public record Result(long entries, long rows, List<String> findings) {}

    /** What stands outside is read first: what is sealed while this goes on is not in the moment that is looked at. */
    public Result verify(LongConsumer progress) {
        SealedStretches.Outside outside = outside();
        return Objects.requireNonNull(snapshot.execute(_ -> check(outside, progress)));
    }

    SealedStretches.Outside outside() {
        return sealed.outside();
    }

    /** Within the caller's transaction, as that sees the tables. */
    Result check(SealedStretches.Outside outside, LongConsumer progress) {
        Run run = new Run(progress);
        Set<String> kinds = new HashSet<>();
        for (VerifiableRows holder :
                Stream.concat(holders.stream(), held.all().stream()).toList()) {
            kinds.add(holder.kind());
            try (Stream<VerifiableRows.Row> rows = holder.rows();
                    Stream<VerificationStore.Sealed> entries = store.entries(holder.kind())) {
                run.rows(holder.kind(), holder, rows.iterator(), entries.iterator());
            } catch (IllegalArgumentException e) {
                // a code that is none was written past the product; it must not end what looks for just that
                run.found("%s: a row can't be read, not all of its kind were compared: %s", holder.kind(), e);
            }
        }
        for (String kind : store.kinds()) {
            if (kinds.contains(kind)) continue;
            try (Stream<VerificationStore.Sealed> entries = store.entries(kind)) {
                run.rows(kind, null, null, entries.iterator());
            }
        }
        for (EncryptedRows rows : encrypted)
            rows.unreadable(key -> run.found("%s %s: a value in it can't be read", rows.table(), held.name(rows, key)));
        held.left().forEach(left -> run.found("%s", left));
        sealed.findings(outside).forEach(finding -> run.found("%s", finding));
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
                VerifiableRows.@Nullable Row own = row != null && row.id().equals(subject) ? row : null;
                while (entry != null && entry.recorded().subject().id().equals(subject)) {
                    end = follow(kind, own, end, entry);
                    chain.add(entry.recorded());
                    entry = entriesById.hasNext() ? entriesById.next() : null;
                }
                if (rowsById == null) continue;
                if (row == null || compare(row.id(), subject) > 0) {
                    if (holder == null || !holder.mayBeGone(chain))
                        found("%s %s: there is a history, but no row", kind, gone(holder, chain));
                    continue;
                }
                compareRow(kind, row, chain, end);
                row = next(rowsById);
            }
            for (; row != null; row = next(rowsById)) found("%s %s: there is a row, but no history", kind, row.name());
        }

        private static String gone(@Nullable VerifiableRows holder, List<Recorded> chain) {
            String id = chain.getLast().subject().id().toString();
            try {
                return holder == null ? id : holder.gone(chain);
            } catch (RuntimeException e) {
                return id; // its history can't be read either, which is found with its seals
            }
        }

        private Chain follow(
                String kind, VerifiableRows.@Nullable Row row, Chain before, VerificationStore.Sealed entry) {
            Recorded r = entry.recorded();
            progress.accept(++entries);
            if (r.seq() != before.seq() + 1) {
                found("%s %s: entry %d follows entry %d", kind, name(row, r), r.seq(), before.seq());
            }
            byte[] expected = seal.of(
                    new Entry(r.subject(), new Chain(r.seq() - 1, before.head()), r.at(), r.by(), r.type(), r.body()));
            if (!Arrays.equals(expected, entry.seal())) {
                found("%s %s: entry %d (%s) does not bear its seal", kind, name(row, r), r.seq(), r.type());
            }
            return new Chain(r.seq(), entry.seal());
        }

        private static String name(VerifiableRows.@Nullable Row row, Recorded of) {
            return row == null ? of.subject().id().toString() : row.name();
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
