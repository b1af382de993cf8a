package org.shouwen.roster;

import static org.shouwen.regulation.Clause.A4;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouwen.access.Role;
import org.shouwen.accounts.CurrentUser;
import org.shouwen.directory.UnitId;
import org.shouwen.regulation.Refused;

/**
 * 轮值: somebody of a unit comes to the platform (Art. 4). The platform plans and notes who came; the unit names the
 * person, and two units may swap.
 *
 * @param person empty until the unit has named somebody
 * @param swap the other unit's shift that this unit would like instead; null when it asks for none
 */
public record Shift(
        UUID id,
        LocalDate day,
        Half half,
        Purpose purpose,
        UnitId unit,
        String person,
        State state,
        @Nullable UUID swap) {
    public enum Half {
        MORNING,
        AFTERNOON,
        DAY
    }

    public enum Purpose {
        /** 跟班培训. */
        TRAINING,
        /** 接听答复. */
        ANSWERING
    }

    public enum State {
        PLANNED,
        CAME,
        /** 缺岗. */
        NO_SHOW,
        /** 撤销: taken out of the plan again. */
        REMOVED
    }

    static Optional<Refused> refusePlan(LocalDate day, LocalDate today, CurrentUser by) {
        if (!plans(by)) return no("platform-plans");
        return day.isBefore(today) ? no("past") : Optional.empty();
    }

    Optional<Refused> refusePerson(String name, LocalDate today, CurrentUser by) {
        if (!plans(by) && !own(by)) return no("not-yours");
        if (state != State.PLANNED || day.isBefore(today)) return no("over");
        return name.isBlank() ? no("name-missing") : Optional.empty();
    }

    /** The platform notes it, and not before the day. */
    Optional<Refused> refuseAttendance(LocalDate today, CurrentUser by) {
        if (!plans(by)) return no("platform-plans");
        if (state == State.REMOVED) return no("over");
        return today.isBefore(day) ? no("not-yet") : Optional.empty();
    }

    Optional<Refused> refuseSwap(Shift other, LocalDate today, CurrentUser by) {
        if (!own(by)) return no("not-yours");
        if (other.unit().equals(unit)) return no("swap-with-other");
        if (!open(today) || !other.open(today)) return no("over");
        return Optional.empty();
    }

    /** @param asking the shift whose unit asked for this one */
    Optional<Refused> refuseAcceptance(Shift asking, LocalDate today, CurrentUser by) {
        if (!own(by)) return no("not-yours");
        if (!id.equals(asking.swap())) return no("no-swap");
        return open(today) && asking.open(today) ? Optional.empty() : no("over");
    }

    Optional<Refused> refuseRemoval(LocalDate today, CurrentUser by) {
        if (!plans(by)) return no("platform-plans");
        return open(today) ? Optional.empty() : no("over");
    }

    private boolean open(LocalDate today) {
        return state == State.PLANNED && !day.isBefore(today);
    }

    private boolean own(CurrentUser by) {
        return unit.equals(by.unit()) && (by.has(Role.UNIT_DESK) || by.has(Role.UNIT_LEADER));
    }

    static boolean plans(CurrentUser by) {
        return by.has(Role.SUPERVISOR) || by.has(Role.BUREAU);
    }

    Shift person(String name) {
        return new Shift(id, day, half, purpose, unit, name, state, swap);
    }

    Shift attended(boolean came) {
        return new Shift(id, day, half, purpose, unit, person, came ? State.CAME : State.NO_SHOW, null);
    }

    Shift removed() {
        return new Shift(id, day, half, purpose, unit, person, State.REMOVED, null);
    }

    Shift asks(@Nullable UUID other) {
        return new Shift(id, day, half, purpose, unit, person, state, other);
    }

    /** Taken over by another unit and its person. */
    Shift takenBy(Shift other) {
        return new Shift(id, day, half, purpose, other.unit(), other.person(), state, null);
    }

    private static Optional<Refused> no(String words) {
        return Optional.of(new Refused(A4, "roster.refused." + words));
    }
}
