package org.shouwen.warning;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.shouwen.appeal.WatchedAppeals;
import org.shouwen.calendar.Limits;
import org.shouwen.identity.Vault;
import org.shouwen.suggestion.MatterWatch;
import org.shouwen.suggestion.PersonalStore;
import org.shouwen.suggestion.ReceivedMessage;
import org.springframework.stereotype.Component;

/**
 * The wordings of the last thirty days, grouped by matter, for whoever watches on this node: twenty thousand at most, about
 * 60 MB. Holds hashed pieces of words and keyed hashes of numbers; read anew from what was watched after a start.
 */
@Component
class MatterMemory implements PersonalStore {
    private static final int MOST = 20_000;
    private static final int DAYS = 30;

    private final WatchedAppeals watched;
    private final SeenStore seen;
    private final Vault vault;
    private final ReentrantLock lock = new ReentrantLock();
    private @Nullable Held held;
    private boolean behind = true;

    private static final class Held {
        final MatterWatch watch = new MatterWatch();
        final Set<UUID> known = new HashSet<>();
        Instant newest = Instant.EPOCH;
    }

    MatterMemory(WatchedAppeals watched, SeenStore seen, Vault vault) {
        this.watched = watched;
        this.seen = seen;
        this.vault = vault;
    }

    /** Another node may have watched since: the next appeal is taken in after whatever that was. */
    void catchUp() {
        lock.lock();
        try {
            behind = true;
        } finally {
            lock.unlock();
        }
    }

    /** Takes an appeal in, the first one after {@link #catchUp} or a start after all that was watched before it. */
    MatterWatch.Taken take(WatchedAppeals.Watched appeal) {
        lock.lock();
        try {
            Held h = held;
            if (h == null || behind || h.known.size() > 3 * MOST / 2) h = caughtUp(appeal);
            behind = false;
            h.known.add(appeal.id());
            h.newest = appeal.at();
            return h.watch.take(message(appeal, vault.phoneKeys(List.of(appeal.appellant()))));
        } finally {
            lock.unlock();
        }
    }

    private Held caughtUp(WatchedAppeals.Watched next) {
        Held h = held;
        if (h == null || h.known.size() > 3 * MOST / 2) h = new Held();
        Instant since = h.known.isEmpty() ? next.at().minus(DAYS, ChronoUnit.DAYS) : h.newest.minusSeconds(1);
        List<WatchedAppeals.Watched> before = watched.latestAfter(since, MOST).stream()
                .filter(a -> !a.at().isAfter(next.at()) && !a.id().equals(next.id()))
                .toList();
        Set<UUID> ids =
                seen.among(before.stream().map(WatchedAppeals.Watched::id).toList());
        ids.removeAll(h.known);
        Map<UUID, String> senders = vault.phoneKeys(before.stream()
                .filter(a -> ids.contains(a.id()))
                .map(WatchedAppeals.Watched::appellant)
                .toList());
        for (WatchedAppeals.Watched a : before)
            if (ids.contains(a.id()) && h.known.add(a.id())) h.watch.take(message(a, senders));
        held = h;
        return h;
    }

    private static ReceivedMessage message(WatchedAppeals.Watched a, Map<UUID, String> senders) {
        return new ReceivedMessage(
                a.id().toString(),
                senders.getOrDefault(a.appellant(), ""),
                LocalDateTime.ofInstant(a.at(), Limits.ZONE),
                a.title(),
                a.content());
    }

    /** What could not be stored is not known either: all is read anew. */
    void drop() {
        lock.lock();
        try {
            held = null;
        } finally {
            lock.unlock();
        }
    }

    @Override
    public String store() {
        return "memory of matters that are watched";
    }

    /** All of it goes and is read anew: the wording of the whole has learned from each. */
    @Override
    public void forget(UUID appeal) {
        if (holds(appeal)) drop();
    }

    @Override
    public boolean holds(UUID appeal) {
        lock.lock();
        try {
            return held != null && held.known.contains(appeal);
        } finally {
            lock.unlock();
        }
    }
}
