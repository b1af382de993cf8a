package org.shouwen.roster;

import com.github.f4b6a3.uuid.UuidCreator;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouwen.accounts.CurrentUser;
import org.shouwen.calendar.Limits;
import org.shouwen.directory.Directory;
import org.shouwen.directory.UnitId;
import org.shouwen.history.History;
import org.shouwen.history.Subject;
import org.shouwen.jdbc.Instants;
import org.shouwen.problems.BadInput;
import org.shouwen.problems.NotFound;
import org.shouwen.problems.Text;
import org.shouwen.regulation.Refused;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Service for the roster; the rules are {@link Shift}'s. */
@Service
@Transactional
public class Roster {
    private final ShiftStore store;
    private final Directory directory;
    private final History history;
    private final InstantSource clock;

    Roster(ShiftStore store, Directory directory, History history, InstantSource clock) {
        this.store = store;
        this.directory = directory;
        this.history = history;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    public List<Shift> of(YearMonth month) {
        return store.between(month.atDay(1), month.plusMonths(1).atDay(1));
    }

    public Shift plan(LocalDate day, Shift.Half half, Shift.Purpose purpose, UnitId unit, CurrentUser by) {
        refuse(Shift.refusePlan(day, today(), by));
        if (directory.unit(unit).isEmpty()) throw new BadInput("unit", "problems.field.unknown", unit.code());
        if (store.planned(day, half, unit)) throw new BadInput("unit", "roster.bad.twice");
        return keep(
                new Shift(UuidCreator.getTimeOrderedEpoch(), day, half, purpose, unit, "", Shift.State.PLANNED, null),
                by,
                "Planned");
    }

    public Shift person(UUID id, @Nullable String typed, CurrentUser by) {
        Shift s = locked(id);
        String name = Text.optional("person", typed, 40);
        refuse(s.refusePerson(name, today(), by));
        return keep(s.person(name), by, "Named");
    }

    public Shift attended(UUID id, boolean came, CurrentUser by) {
        Shift s = locked(id);
        refuse(s.refuseAttendance(today(), by));
        return keep(s.attended(came), by, came ? "Came" : "NoShow");
    }

    /** Takes a shift out of the plan again; it stays in the history. */
    public Shift remove(UUID id, CurrentUser by) {
        Shift s = locked(id);
        refuse(s.refuseRemoval(today(), by));
        return keep(s.removed(), by, "Removed");
    }

    /** A unit would like another unit's shift instead of its own. */
    public Shift askSwap(UUID id, UUID other, CurrentUser by) {
        Shift s = locked(id);
        refuse(s.refuseSwap(locked(other), today(), by));
        return keep(s.asks(other), by, "SwapAsked");
    }

    /** The other unit agrees: both shifts stay, their units and people change places. */
    public void acceptSwap(UUID mine, UUID asking, CurrentUser by) {
        Shift own = locked(mine);
        Shift theirs = locked(asking);
        refuse(own.refuseAcceptance(theirs, today(), by));
        if (store.planned(own.day(), own.half(), theirs.unit())
                || store.planned(theirs.day(), theirs.half(), own.unit()))
            throw new BadInput("unit", "roster.bad.twice");
        keep(own.takenBy(theirs), by, "Swapped");
        keep(theirs.takenBy(own), by, "Swapped");
    }

    private Shift keep(Shift s, CurrentUser by, String type) {
        store.put(s);
        history.append(new Subject(ShiftStore.KIND, s.id()), now(), by.actor(), type, store.write(s));
        return s;
    }

    private Shift locked(UUID id) {
        return store.lock(id).orElseThrow(() -> new NotFound("shift", id.toString()));
    }

    public LocalDate today() {
        return clock.instant().atZone(Limits.ZONE).toLocalDate();
    }

    private Instant now() {
        return Instants.now(clock);
    }

    private static void refuse(Optional<Refused> refused) {
        if (refused.isPresent()) throw refused.get().toRefusal();
    }
}
