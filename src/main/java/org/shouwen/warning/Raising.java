package org.shouwen.warning;

import com.github.f4b6a3.uuid.UuidCreator;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.shouwen.appeal.WatchedAppeals;
import org.shouwen.calendar.Limits;
import org.shouwen.history.Actor;
import org.shouwen.history.History;
import org.shouwen.history.Subject;
import org.shouwen.regulation.Basis;
import org.shouwen.regulation.Clause;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What the machine does with warnings: raises one a matter, and joins what comes later; people decide (ruling 16). */
@Component
@Basis(Clause.A2)
class Raising {
    static final String KIND = "warning";

    /** Days in which later appeals still join a warning that was dismissed or ended. */
    private static final int LINGERS = 30;

    private final WarningStore store;
    private final MemberStore members;
    private final WatchedAppeals watched;
    private final History history;

    Raising(WarningStore store, MemberStore members, WatchedAppeals watched, History history) {
        this.store = store;
        this.members = members;
        this.watched = watched;
        this.history = history;
    }

    /** Joins what was found to the warning that stands for its matter; else raises one, when it calls for one. */
    @Transactional(propagation = Propagation.MANDATORY)
    Optional<Warning> found(Found found, Instant now) {
        Instant since = now.minus(Math.max(LINGERS, found.evidence().days()), ChronoUnit.DAYS);
        List<Warning> candidates = found.appeals().isEmpty() ? List.of() : store.withAppeals(found.newest(), since);
        Optional<Warning> standing = Existing.of(found, candidates, members.shared(found.newest()));
        if (standing.isEmpty() && !found.key().isEmpty()) standing = store.withKey(found.key(), since);
        if (standing.isEmpty()) return found.calls() ? Optional.of(raised(found, now)) : Optional.empty();
        Warning w = grown(standing.get(), watched.ofIds(missing(standing.get(), found)), "", Actor.SYSTEM, now);
        if (found.signal() == Signal.SAME_MATTER)
            for (Warning other : candidates)
                if (other.signal() == Signal.SAME_MATTER && !other.id().equals(w.id())) w = merged(other, w, now);
        return Optional.of(w);
    }

    /** What the warning has not: of a matter with thousands of appeals all are looked at only where older ones are missing. */
    private List<UUID> missing(Warning standing, Found found) {
        Set<UUID> known = members.among(standing.id(), found.newest());
        List<UUID> more = outside(known, found.newest());
        if (standing.count() + more.size() >= found.appeals().size()) return more;
        return outside(members.of(standing.id()), found.appeals());
    }

    private static List<UUID> outside(Set<UUID> known, List<UUID> appeals) {
        return appeals.stream().filter(a -> !known.contains(a)).distinct().toList();
    }

    private Warning raised(Found f, Instant now) {
        UUID id = UuidCreator.getTimeOrderedEpoch();
        Warning w = new Warning(
                id,
                store.number(now.atZone(Limits.ZONE).getYear()),
                f.signal(),
                Warning.State.RAISED,
                f.key(),
                f.matterClass(),
                f.place(),
                f.unit(),
                f.evidence(),
                f.appeals().isEmpty() ? f.evidence().seen() : f.appeals().size(),
                1,
                null,
                null,
                null,
                null,
                "",
                now,
                1);
        store.insert(w);
        for (WatchedAppeals.Watched a : watched.ofIds(f.appeals())) members.add(id, a, "");
        record(w, Actor.SYSTEM, "Raised");
        return w;
    }

    /** With appeals that were not in it yet; a person is asked again when it grew past what one had dismissed or ended. */
    Warning grown(Warning standing, List<WatchedAppeals.Watched> appeals, String by, Actor actor, Instant now) {
        boolean grew = false;
        for (WatchedAppeals.Watched a : appeals) grew |= members.add(standing.id(), a, by);
        if (!grew) return standing;
        Warning w = standing.counted(members.count(standing.id()), now);
        store.update(w);
        record(w, actor, "AppealsJoined");
        if (!w.outgrown()) return w;
        Warning again = w.askedAgain(now);
        store.update(again);
        record(again, Actor.SYSTEM, "AskedAgain");
        return again;
    }

    /** Two matters turned out to be one: the later warning goes into the earlier. */
    private Warning merged(Warning later, Warning into, Instant now) {
        members.move(later.id(), into.id());
        Warning gone = later.joined(into.number(), now);
        store.update(gone);
        record(gone, Actor.SYSTEM, "JoinedTo");
        Warning w = into.counted(members.count(into.id()), now);
        store.update(w);
        record(w, Actor.SYSTEM, "AppealsJoined");
        return w;
    }

    void record(Warning w, Actor by, String type) {
        history.append(new Subject(KIND, w.id()), w.changedAt(), by, type, WarningStore.FORMAT.write(w));
    }
}
