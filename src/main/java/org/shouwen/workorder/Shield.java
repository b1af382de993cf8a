package org.shouwen.workorder;

import static org.shouwen.regulation.Clause.A21;
import static org.shouwen.workorder.Decision.done;
import static org.shouwen.workorder.Decision.no;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.shouwen.directory.UnitId;
import org.shouwen.regulation.Basis;

/**
 * 身份保密 (Art. 21, ruling 14): whether a unit may know who the appellant is. Closed to every unit when the appellant
 * asks for secrecy, and to the accused, whoever stands under them and the officer who is named; only the appellant's
 * recorded permission opens it. While it is closed to the lead unit the platform speaks to the appellant in its stead.
 *
 * @param secret the appellant asked to be kept secret
 * @param accusedUnit the unit complained about; null while none is known
 * @param accused who is complained about, in words; empty when nobody is
 * @param permittedAt when the appellant allowed the unit to know them; null: not
 * @param answeredAt when the platform gave the answer in the unit's stead; null while it is owed
 */
@Basis(org.shouwen.regulation.Clause.A21)
public record Shield(
        boolean secret,
        @Nullable UnitId accusedUnit,
        String accused,
        @Nullable Instant permittedAt,
        @Nullable Instant answeredAt) {
    public static final Shield NONE = new Shield(false, null, "", null, null);

    /** Whether there is anything to be kept from a unit at all. */
    public boolean any() {
        return secret || accusedUnit != null || !accused.isEmpty();
    }

    /** @param above the units that the unit stands under */
    public boolean closedTo(UnitId unit, List<UnitId> above) {
        if (permittedAt != null) return false;
        return secret || (accusedUnit != null && (accusedUnit.equals(unit) || above.contains(accusedUnit)));
    }

    /** Whether somebody of this name is complained about. */
    public boolean accuses(String name) {
        return name.codePointCount(0, name.length()) >= 2 && accused.contains(name);
    }

    Shield evolve(Event event, Instant at) {
        return switch (event) {
            case Event.Registered e -> new Shield(e.secret(), e.accusedUnit(), e.accused(), null, null);
            case Event.AccusedNamed e -> new Shield(secret, e.unit(), e.accused(), permittedAt, answeredAt);
            case Event.Permitted _ -> new Shield(secret, accusedUnit, accused, at, answeredAt);
            case Event.AnsweredForUnit _ -> new Shield(secret, accusedUnit, accused, permittedAt, at);
            // what was answered before does not answer what is worked on anew
            case Event.SentBack _, Event.Reopened _, Event.ReturnGranted _ ->
                new Shield(secret, accusedUnit, accused, permittedAt, null);
            default -> this;
        };
    }

    static Decision name(Command.NameAccused c, Party by) {
        if (!by.takesAppeals()) return no(A21, "platform-names-accused");
        return c.unit() == null && c.accused().isBlank()
                ? no(A21, "accused-missing")
                : done(new Event.AccusedNamed(c.unit(), c.accused()));
    }

    static Decision permit(Command.Permit c, Party by, Instant now, Rules rules) {
        if (!by.takesAppeals()) return no(A21, "platform-records-permission");
        if (!rules.shield().any() || rules.shield().permittedAt() != null) return no(A21, "nothing-closed");
        if (c.permittedAt().isAfter(now)) return no(A21, "permission-in-future");
        return c.how().isBlank() ? no(A21, "permission-how") : done(new Event.Permitted(c.permittedAt(), c.how()));
    }

    /** The answer to the appellant, while the unit must not know who that is. */
    static Decision answerForUnit(Command.Contact c, Party by, Instant now) {
        if (!by.takesAppeals()) return no(A21, "identity-closed");
        if (c.contactedAt().isAfter(now)) return no(A21, "contact-in-future");
        return done(new Event.AnsweredForUnit(c.contactedAt(), c.how(), c.said()));
    }
}
