package org.shouwen.history;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouwen.keys.Keys;
import org.shouwen.problems.ChangedOutside;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionExecution;
import org.springframework.transaction.TransactionExecutionListener;

/**
 * Journals the rows that a transaction changed in tables whose rows are held against the journal, just before it
 * commits, and refuses to commit when one of them was not what the journal last said of it: a change past the product
 * is never washed clean by the next act (ruling 11, decision 50).
 */
@Component
class HeldRows implements TransactionExecutionListener {
    static final String STANDS = "RowStands";
    static final String GONE = "RowGone";

    /** @param is keyed digest of the row; empty when it was taken away */
    record Body(
            String key, @JsonSetter(nulls = Nulls.AS_EMPTY) String is) {}

    static final StoredFormat<Body> FORMAT = StoredFormat.of(Body.class);

    private final HeldRowStore store;
    private final HistoryStore entries;
    private final HeldRowAlarms alarms;
    private final InstantSource clock;
    private final Seal seal;
    private final Keys keys;
    private final UnsealedEntryLog log;

    HeldRows(
            HeldRowStore store,
            HistoryStore entries,
            HeldRowAlarms alarms,
            InstantSource clock,
            Keys keys,
            UnsealedEntryLog log) {
        this.store = store;
        this.entries = entries;
        this.alarms = alarms;
        this.clock = clock;
        this.keys = keys;
        this.seal = new Seal(keys.key("history"));
        this.log = log;
    }

    @Override
    public void beforeCommit(TransactionExecution transaction) {
        if (transaction.isReadOnly()) return;
        List<HeldRowStore.Touched> touched = store.take();
        if (touched.isEmpty()) return;
        Map<UUID, HeldRowStore.Touched> rows = new LinkedHashMap<>();
        for (HeldRowStore.Touched t : touched) rows.merge(t.subject(), t, HeldRowStore.Touched::then);
        Map<UUID, HeldRowStore.Last> last = store.last(rows.keySet());
        List<Entry> written = new ArrayList<>(rows.size());
        for (HeldRowStore.Touched row : rows.values()) {
            HeldRowStore.@Nullable Last before = last.get(row.subject());
            if (!fits(before, row)) {
                String name = alarms.raise(
                        row.table(),
                        row.key(),
                        before == null ? 0 : before.chain().seq());
                throw new ChangedOutside(row.table() + " " + name);
            }
            if (row.unchanged()) continue;
            Chain chain = before == null ? Chain.START : before.chain();
            written.add(entry(row.table(), row.key(), row.subject(), chain, row.becomes(), Actor.SYSTEM));
        }
        if (!written.isEmpty()) history().appendAll(written);
    }

    /** What the transaction found is what the journal last said: the row as it was, or that there was none. */
    private boolean fits(HeldRowStore.@Nullable Last last, HeldRowStore.Touched row) {
        if (row.was() == null) return last == null || last.type().equals(GONE);
        return last != null && stands(last.type(), last.body(), last.chain().seq(), row.table(), row.was());
    }

    /** Whether an entry says that the row's digest is this one. */
    boolean stands(String type, String body, long seq, String table, byte[] digest) {
        Body said = FORMAT.read(body);
        return !type.equals(GONE) && KeyedDigest.fits(said.is(), mac(table, said.key(), seq, digest));
    }

    /** The entry about a row as it becomes; the digest is bound to its place in the chain. */
    Entry entry(String table, String key, UUID subject, Chain after, byte @Nullable [] becomes, Actor by) {
        String is = becomes == null ? "" : mac(table, key, after.seq() + 1, becomes);
        return new Entry(
                new Subject(table, subject),
                after,
                clock.instant(),
                by,
                becomes == null ? GONE : STANDS,
                FORMAT.write(new Body(key, is)));
    }

    private String mac(String table, String key, long seq, byte[] digest) {
        byte[] named = ("row " + table + ':' + key).getBytes(StandardCharsets.UTF_8);
        return KeyedDigest.first(seal.of(named, seq, digest));
    }

    /** Not injected: the journal's own transactions are listened to as well. */
    History history() {
        return new History(entries, log, keys);
    }
}
