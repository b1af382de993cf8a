package org.shouwen.warning;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.shouwen.accounts.CurrentUser;
import org.shouwen.appeal.WatchedAppeals;
import org.shouwen.calendar.Limits;
import org.shouwen.confidentiality.ConflictOfInterest;
import org.shouwen.directory.Directory;
import org.shouwen.directory.UnitId;
import org.shouwen.handover.Handover;
import org.shouwen.handover.Handovers;
import org.shouwen.history.History;
import org.shouwen.history.Subject;
import org.shouwen.identity.Vault;
import org.shouwen.jdbc.Instants;
import org.shouwen.problems.After;
import org.shouwen.problems.NotFound;
import org.shouwen.problems.Page;
import org.shouwen.regulation.Basis;
import org.shouwen.regulation.Clause;
import org.shouwen.regulation.Refused;
import org.shouwen.warning.Handing.To;
import org.shouwen.warning.Warning.State;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The door to warnings: whoever decides confirms, dismisses, hands on, watches and ends them (Art. 2, 19, ruling 16). */
@Service
@Transactional
@Basis({Clause.A2, Clause.A19})
public class Warnings {
    private final WarningStore store;
    private final MemberStore members;
    private final History history;
    private final WatchedAppeals watched;
    private final Vault vault;
    private final Directory directory;
    private final Handovers handovers;
    private final InstantSource clock;

    Warnings(
            WarningStore store,
            MemberStore members,
            History history,
            WatchedAppeals watched,
            Vault vault,
            Directory directory,
            Handovers handovers,
            InstantSource clock) {
        this.store = store;
        this.members = members;
        this.history = history;
        this.watched = watched;
        this.vault = vault;
        this.directory = directory;
        this.handovers = handovers;
        this.clock = clock;
    }

    /** What waits for a person; what somebody has in hand; what is over. */
    public enum Tab {
        WAITING,
        GOING,
        OVER;

        private Set<State> states() {
            return switch (this) {
                case WAITING -> EnumSet.of(State.RAISED);
                case GOING -> EnumSet.of(State.CONFIRMED, State.HANDED, State.WATCHED);
                case OVER -> EnumSet.of(State.DISMISSED, State.ENDED);
            };
        }
    }

    /** What changed last first; a unit has what was handed to it, whatever the tab. */
    @Transactional(readOnly = true)
    public Page<Warning> list(Tab tab, CurrentUser by, @Nullable After after, int limit) {
        UnitId unit = by.unit();
        return unit != null
                ? store.handedTo(unit.code(), after, limit)
                : store.list(tab.states(), ConflictOfInterest.reader(by), after, limit)
                        .map(w -> shown(w, by));
    }

    /** How many wait for a person, of those that are there for the reader. */
    @Transactional(readOnly = true)
    public long waiting(CurrentUser by) {
        return store.list(Tab.WAITING.states(), ConflictOfInterest.reader(by), null, 1)
                .known();
    }

    /** @throws NotFound when there is none, or it is not the person's to see */
    @Transactional(readOnly = true)
    public Warning get(String number, CurrentUser by) {
        UnitId unit = by.unit();
        Optional<Warning> found = unit == null
                ? store.find(number, ConflictOfInterest.reader(by)).map(w -> shown(w, by))
                : store.ofUnit(number, unit.code());
        return found.orElseThrow(() -> new NotFound("warning", number));
    }

    /** As many appeals as are there for the reader: the count tells of no other. */
    private Warning shown(Warning w, CurrentUser by) {
        String reader = ConflictOfInterest.reader(by);
        if (reader.isEmpty() || w.signal() == Signal.UNIT_BACKLOG) return w;
        return w.showing(members.count(w.id(), reader, Instant.EPOCH));
    }

    public Warning rule(String number, boolean confirm, String reason, CurrentUser by) {
        return act(number, by, confirm ? "Confirmed" : "Dismissed", w -> {
            String said = unnamed(w, reason);
            refuse(WarningLife.refuseRuling(w, said, by));
            return w.ruled(new Warning.Ruling(confirm, said, by.name(), now(), w.count()));
        });
    }

    /** To a unit, or to a leader by name. */
    public Warning hand(String number, To to, String recipient, String unit, String words, CurrentUser by) {
        return act(number, by, "Handed", w -> {
            String said = unnamed(w, words);
            boolean known = to != To.UNIT || directory.unit(new UnitId(unit)).isPresent();
            refuse(WarningLife.refuseHanding(w, to, recipient, known, said, by));
            return w.handed(new Handing(
                    to,
                    to == To.UNIT ? directory.name(new UnitId(unit)) : recipient,
                    to == To.UNIT ? unit : "",
                    "",
                    said,
                    by.name(),
                    now()));
        });
    }

    /** By a special report on one of its orders (Art. 19); the report is chased until it is answered. */
    public Warning report(
            String number, String order, String recipient, String words, int workingDays, CurrentUser by) {
        return act(number, by, "Handed", w -> {
            String said = unnamed(w, words);
            refuse(WarningLife.refuseHanding(w, To.SPECIAL_REPORT, recipient, true, said, by));
            if (!members.has(w.id(), order)) throw new Refused(Clause.A19, "warning.refused.not-of-it").toRefusal();
            Handover h = handovers.handOver(
                    order, Handover.Kind.SPECIAL_REPORT, Clause.A19, recipient, said, workingDays, by);
            return w.handed(new Handing(To.SPECIAL_REPORT, recipient, "", h.number(), h.reason(), by.name(), now()));
        });
    }

    public Warning watch(String number, LocalDate until, CurrentUser by) {
        return act(number, by, "Watched", w -> {
            refuse(WarningLife.refuseWatch(w, until, now().atZone(Limits.ZONE).toLocalDate(), by));
            return w.watched(until, now());
        });
    }

    public Warning end(String number, String reason, CurrentUser by) {
        return act(number, by, "Ended", w -> {
            String said = unnamed(w, reason);
            refuse(WarningLife.refuseEnd(w, said, by));
            return w.ended(new Warning.Ending(said, by.name(), now(), w.count()));
        });
    }

    private Warning act(String number, CurrentUser by, String type, Function<Warning, Warning> next) {
        get(number, by);
        Warning w = next.apply(store.lock(number).orElseThrow(() -> new NotFound("warning", number)));
        store.update(w);
        history.append(
                new Subject(Raising.KIND, w.id()), w.changedAt(), by.actor(), type, WarningStore.FORMAT.write(w));
        return shown(w, by);
    }

    /** Without the names and numbers of those whose appeals belong to it: what is journalled stays (Art. 21). */
    private String unnamed(Warning w, String words) {
        List<WatchedAppeals.Watched> all = watched.ofIds(members.of(w.id()));
        return vault.unnamed(all.stream().map(WatchedAppeals.Watched::appellant).toList())
                .apply(words.strip());
    }

    private static void refuse(Optional<Refused> refused) {
        if (refused.isPresent()) throw refused.get().toRefusal();
    }

    private Instant now() {
        return Instants.now(clock);
    }
}
