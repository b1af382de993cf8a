package org.shouwen.directory;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouwen.history.Actor;
import org.shouwen.problems.BadInput;
import org.shouwen.problems.NotFound;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** A unit is closed or an officer leaves, and what hangs on them is handed over in the same act. */
@Service
@Transactional
public class UnitClosing {
    private final Units units;
    private final Directory directory;
    private final Hangings hangings;

    UnitClosing(Units units, Directory directory, Hangings hangings) {
        this.units = units;
        this.directory = directory;
        this.hangings = hangings;
    }

    /**
     * Like {@link Units#change}; a unit that is closed by it hands orders and duties over first.
     *
     * @param successor who takes over; null: nobody
     * @throws BadInput when something is left that nobody can take over; then nothing was moved
     */
    public void change(Unit unit, @Nullable UnitId successor, Actor by) {
        boolean closes =
                !unit.active() && directory.unit(unit.id()).filter(Unit::active).isPresent();
        if (closes && successor != null) handOver(unit.id(), successor, by);
        units.change(unit, by);
    }

    private void handOver(UnitId unit, UnitId successor, Actor by) {
        if (successor.equals(unit)
                || directory.unit(successor).filter(Unit::active).isEmpty())
            throw new BadInput("successor", "directory.bad.successor");
        for (DutyEntry d : directory.duties())
            if (d.unit().equals(unit)) {
                units.removeDuty(d, by);
                units.addDuty(new DutyEntry(d.matterClass(), d.place(), successor), by);
            }
        hangings.handOver(unit, successor, by);
    }

    /**
     * An officer leaves.
     *
     * @param to who gets what they hold: an officer of the same unit; null: back to the unit's desk
     */
    public Officer leave(Officer officer, @Nullable UUID to, Actor by) {
        if (colleague(officer, officer.id()).isEmpty())
            throw new NotFound("officer", officer.id().toString());
        if (to != null
                && (to.equals(officer.id())
                        || colleague(officer, to).filter(Officer::active).isEmpty()))
            throw new BadInput("to", "directory.bad.taker");
        hangings.handOver(officer.id(), to, by);
        return units.putOfficer(officer, by);
    }

    private java.util.Optional<Officer> colleague(Officer of, UUID id) {
        return directory.officer(id).filter(o -> o.unit().equals(of.unit()));
    }
}
