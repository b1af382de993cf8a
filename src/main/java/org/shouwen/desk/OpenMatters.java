package org.shouwen.desk;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.shouwen.accounts.CurrentUser;
import org.shouwen.appeal.Appeal;
import org.shouwen.appeal.Appeals;
import org.shouwen.appeal.RecentAppeals;
import org.shouwen.calendar.Limits;
import org.shouwen.suggestion.MatterOffer;
import org.shouwen.suggestion.PersonalStore;
import org.shouwen.suggestion.ReceivedMessage;
import org.shouwen.suggestion.SameMatter;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * 同一事项: offers, for words that are being typed, earlier appeals that may be about the same matter (ruling 10); a person
 * decides (ruling 16). Holds the appeals of the last thirty days in memory, two thousand at most, about 6 MB; what another
 * node took is known ten seconds later.
 */
@Component
public class OpenMatters implements PersonalStore {
    private static final int MOST = 2_000;
    private static final int DAYS = 30;
    private static final Duration FRESH = Duration.ofSeconds(10);

    /** A message that is committed later than its neighbours is still found. */
    private static final Duration OVERLAP = Duration.ofMinutes(2);

    private static final int LEAST = 6;

    /**
     * @param probability 0 to 1
     * @param repeated the same words
     */
    public record Offer(Appeal appeal, double probability, boolean repeated) {
        /** For screens. */
        public int percent() {
            return (int) Math.round(probability * 100);
        }
    }

    private static final class Held {
        final SameMatter matters = new SameMatter();
        final Set<UUID> known = new HashSet<>();
        Instant looked = Instant.EPOCH;
        Instant newest = Instant.EPOCH;
    }

    private final RecentAppeals recent;
    private final Appeals appeals;
    private final InstantSource clock;
    private final boolean on;
    private final ReentrantLock lock = new ReentrantLock();
    private @Nullable Held held;

    OpenMatters(
            RecentAppeals recent,
            Appeals appeals,
            InstantSource clock,
            @Value("${shouwen.suggestions:true}") boolean on) {
        this.recent = recent;
        this.appeals = appeals;
        this.clock = clock;
        this.on = on;
    }

    /** {@link #offers(String, UUID, CurrentUser)} for words that are no appeal yet. */
    public List<Offer> offers(String text, CurrentUser reader) {
        return offers(text, null, reader);
    }

    /**
     * At most three that are there for the reader, the most probable first; none for a few characters.
     *
     * @param own the appeal whose words they are, which is not offered; null when it is none yet
     */
    public List<Offer> offers(String text, @Nullable UUID own, CurrentUser reader) {
        String said = text.strip();
        if (!on || said.codePointCount(0, said.length()) < LEAST) return List.of();
        Instant now = clock.instant();
        // whoever asks while they are being read goes on without
        if (!lock.tryLock()) return List.of();
        List<MatterOffer> found;
        try {
            found = refreshed(now).matters.offers(message(own == null ? "" : own.toString(), now, "", said));
        } finally {
            lock.unlock();
        }
        Map<UUID, Appeal> seen =
                appeals.withIds(found.stream().map(o -> UUID.fromString(o.id())).toList(), reader).stream()
                        .collect(Collectors.toMap(Appeal::id, Function.identity()));
        List<Offer> offers = new ArrayList<>();
        for (MatterOffer o : found) {
            Appeal a = seen.get(UUID.fromString(o.id()));
            if (a != null) offers.add(new Offer(a, o.probability(), o.repeated()));
        }
        return offers;
    }

    private Held refreshed(Instant now) {
        Held h = held;
        if (h == null || h.known.size() > 2 * MOST || now.isBefore(h.looked)) h = new Held();
        else if (now.isBefore(h.looked.plus(FRESH))) return h;
        Instant since = h.newest.equals(Instant.EPOCH) ? now.minus(DAYS, ChronoUnit.DAYS) : h.newest.minus(OVERLAP);
        Held into = h;
        recent.receivedAfter(since, MOST).reversed().forEach(told -> {
            ReceivedMessage m = message(told.id().toString(), told.at(), told.title(), told.content());
            if (into.known.add(told.id())) into.matters.add(m);
            into.newest = m.time().atZone(Limits.ZONE).toInstant();
        });
        h.looked = now;
        held = h;
        return h;
    }

    /** A title that only repeats how the words begin says nothing more: what is asked has none. */
    private static ReceivedMessage message(String id, Instant at, String title, String content) {
        String said = content.startsWith(title.replaceFirst("…$", "")) ? "" : title;
        return new ReceivedMessage(id, "", LocalDateTime.ofInstant(at, Limits.ZONE), said, content);
    }

    @Override
    public String store() {
        return "memory of open matters";
    }

    /** All of it goes and is read anew: the wording of the whole has learned from each. */
    @Override
    public void forget(UUID appeal) {
        lock.lock();
        try {
            if (held != null && held.known.contains(appeal)) held = null;
        } finally {
            lock.unlock();
        }
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
