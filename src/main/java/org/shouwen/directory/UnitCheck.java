package org.shouwen.directory;

import org.jspecify.annotations.Nullable;
import org.shouwen.problems.BadInput;
import org.shouwen.problems.Text;

/** What a unit must be like to stand in the directory. */
final class UnitCheck {
    private UnitCheck() {}

    /** It stands under a unit that is there, and not under itself. */
    private static @Nullable UnitId parent(Unit u, Directory directory) {
        UnitId parent = u.parent();
        if (parent == null || parent.code().isBlank()) return null;
        if (directory.unit(parent).isEmpty()) throw new BadInput("parent", "problems.field.unknown", parent.code());
        if (parent.equals(u.id()) || directory.above(parent).contains(u.id()))
            throw new BadInput("parent", "directory.bad.parent");
        return parent;
    }

    /** The unit as it would be stored. @throws BadInput as when it is created or changed */
    static Unit checked(Unit u, Directory directory) {
        if (!u.id().code().matches("[a-z0-9][a-z0-9-]{0,39}")) throw new BadInput("code", "directory.bad.unit-code");
        return new Unit(
                u.id(),
                Text.required("name", u.name(), 60),
                u.kind(),
                Text.required("head", u.head(), 40),
                Text.required("leaderInCharge", u.leaderInCharge(), 40),
                Text.required("desk", u.desk(), 60),
                Text.optional("phone", u.phone(), 40),
                u.active(),
                parent(u, directory),
                u.version());
    }
}
