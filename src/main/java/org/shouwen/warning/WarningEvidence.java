package org.shouwen.warning;

import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.shouwen.accounts.CurrentUser;
import org.shouwen.appeal.Appeal;
import org.shouwen.appeal.Appeals;
import org.shouwen.appeal.WatchedAppeals;
import org.shouwen.confidentiality.ConflictOfInterest;
import org.shouwen.history.History;
import org.shouwen.history.Recorded;
import org.shouwen.history.Subject;
import org.shouwen.identity.Vault;
import org.shouwen.jdbc.Instants;
import org.shouwen.regulation.Basis;
import org.shouwen.regulation.Clause;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The appeals behind warnings, as whoever reads may see them; and what an agent is told of them while typing. */
@Service
@Transactional
@Basis({Clause.A2, Clause.A21})
public class WarningEvidence {
    /** The latest appeals that a page shows. */
    public static final int MOST = 60;

    private final WarningStore store;
    private final MemberStore members;
    private final Raising raising;
    private final Appeals appeals;
    private final WatchedAppeals watched;
    private final History history;
    private final Vault vault;
    private final InstantSource clock;

    WarningEvidence(
            WarningStore store,
            MemberStore members,
            Raising raising,
            Appeals appeals,
            WatchedAppeals watched,
            History history,
            Vault vault,
            InstantSource clock) {
        this.vault = vault;
        this.store = store;
        this.members = members;
        this.raising = raising;
        this.appeals = appeals;
        this.watched = watched;
        this.history = history;
        this.clock = clock;
    }

    /** The latest appeals of a warning that are there for a reader of the platform, newest first; none for a unit. */
    @Transactional(readOnly = true)
    public List<Appeal> of(Warning warning, CurrentUser by) {
        if (!by.ofPlatform()) return List.of();
        List<Appeal> shown =
                new ArrayList<>(appeals.withIds(members.shown(warning.id(), ConflictOfInterest.reader(by), MOST), by));
        shown.sort(Comparator.comparing(Appeal::receivedAt).reversed().thenComparing(Appeal::id));
        return shown;
    }

    /** By warning, what its first appeal is about, without what leads to the person; none for a unit. */
    @Transactional(readOnly = true)
    public Map<UUID, String> titles(List<Warning> warnings, CurrentUser by) {
        if (!by.ofPlatform()) return Map.of();
        Map<UUID, UUID> first =
                members.first(warnings.stream().map(Warning::id).toList(), ConflictOfInterest.reader(by));
        Map<UUID, Appeal> there =
                appeals.withIds(first.values(), by).stream().collect(Collectors.toMap(Appeal::id, Function.identity()));
        Map<UUID, String> titles = new HashMap<>();
        first.forEach((warning, appeal) -> {
            Appeal a = there.get(appeal);
            if (a != null) titles.put(warning, title(a));
        });
        return titles;
    }

    /** What an appeal is about, without what leads to the person (Art. 21). */
    public String title(Appeal a) {
        return vault.scrub(a.appellant()).of(a.words().title());
    }

    /** What happened to a warning, first to last. */
    @Transactional(readOnly = true)
    public List<Recorded> steps(Warning warning) {
        return history.of(new Subject(Raising.KIND, warning.id()));
    }

    /**
     * @param since since yesterday, of those that are there for the reader
     * @param all likewise
     */
    public record Hint(String number, int since, int all) {}

    /** The warnings that these appeals belong to and that are not over, with how many others there are. */
    @Transactional(readOnly = true)
    public List<Hint> hints(Collection<UUID> alike, CurrentUser by) {
        String reader = ConflictOfInterest.reader(by);
        Instant yesterday = clock.instant().minus(1, ChronoUnit.DAYS);
        List<Hint> hints = new ArrayList<>();
        for (String number : members.warningsOf(alike))
            store.find(number, reader)
                    .ifPresent(w -> hints.add(new Hint(
                            number,
                            members.count(w.id(), reader, yesterday),
                            members.count(w.id(), reader, Instant.EPOCH))));
        return hints;
    }

    /**
     * Joins an appeal to a warning that is not over, as whoever took it says.
     *
     * @return whether the warning stands and did not have it
     */
    public boolean join(String number, String appeal, CurrentUser by) {
        if (store.find(number, ConflictOfInterest.reader(by)).isEmpty()) return false;
        Warning w = store.lock(number).filter(one -> !one.state().over()).orElse(null);
        List<WatchedAppeals.Watched> one =
                appeals.find(appeal).map(a -> watched.ofIds(List.of(a.id()))).orElse(List.of());
        if (w == null || one.isEmpty()) return false;
        Warning grown = raising.grown(w, one, by.name(), by.actor(), Instants.now(clock));
        return grown.version() > w.version();
    }
}
