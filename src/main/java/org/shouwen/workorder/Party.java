package org.shouwen.workorder;

import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouwen.access.Role;
import org.shouwen.accounts.CurrentUser;
import org.shouwen.directory.UnitId;
import org.shouwen.regulation.Pure;

/** On whose side the one who acts stands; what a decision needs to know of them. */
@Pure
sealed interface Party {
    record Platform(Set<Role> roles) implements Party {}

    /**
     * @param officer the person's entry in the directory; null when they have none
     * @param section the section they belong to; null when they have none
     */
    record OfUnit(
            UnitId unit,
            Set<Role> roles,
            @Nullable UUID officer,
            @Nullable UUID section) implements Party {
        OfUnit(UnitId unit, Set<Role> roles) {
            this(unit, roles, null, null);
        }
    }

    /** The person who asked. */
    record Appellant() implements Party {}

    /** The clock, the calendar. */
    record Machine() implements Party {}

    /** @param section the person's section; null when they have none */
    static Party of(CurrentUser person, @Nullable UUID section) {
        UnitId unit = person.unit();
        return unit == null
                ? new Platform(person.roles())
                : new OfUnit(unit, person.roles(), person.officer(), section);
    }

    /** Whether the lead unit's desk has given the order to somebody else of the unit than this person (Art. 4). */
    default boolean assignedPast(Assignment duty) {
        return this instanceof OfUnit p
                && p.unit().equals(duty.lead())
                && duty.assignedPast(p.roles().contains(Role.UNIT_DESK), p.officer(), p.section());
    }

    default boolean dispatches() {
        return this instanceof Platform p && p.roles().contains(Role.DISPATCHER);
    }

    /** The Bureau rules where dispatching has failed twice, and interprets (Art. 25). */
    default boolean rules() {
        return this instanceof Platform p && p.roles().contains(Role.BUREAU);
    }

    /** Calls back, supervises. */
    default boolean supervises() {
        return this instanceof Platform p
                && (p.roles().contains(Role.SUPERVISOR) || p.roles().contains(Role.DISPATCHER));
    }

    default boolean takesAppeals() {
        return this instanceof Platform p
                && (p.roles().contains(Role.AGENT) || p.roles().contains(Role.DISPATCHER));
    }

    default boolean isOf(UnitId unit) {
        return this instanceof OfUnit p && p.unit().equals(unit);
    }

    /** The unit's desk and leaders give work to sections and officers; officers do not. */
    default boolean assignsIn(UnitId unit) {
        return this instanceof OfUnit p
                && p.unit().equals(unit)
                && (p.roles().contains(Role.UNIT_DESK) || p.roles().contains(Role.UNIT_LEADER));
    }
}
