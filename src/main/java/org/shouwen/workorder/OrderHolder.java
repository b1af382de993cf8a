package org.shouwen.workorder;

import java.util.Optional;
import java.util.StringJoiner;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouwen.accounts.CurrentUser;
import org.shouwen.directory.Directory;
import org.shouwen.directory.Officer;
import org.shouwen.directory.Section;
import org.shouwen.directory.Unit;
import org.shouwen.directory.UnitId;
import org.shouwen.regulation.Basis;
import org.shouwen.regulation.Clause;

/** Section and person who have an order 责任科室、责任人 (Art. 4), in words; names of the directory as they stand now. */
@Basis(Clause.A4)
public final class OrderHolder {
    private OrderHolder() {}

    /** Section and person, such as "供热科 王强"; empty when the unit has given it to nobody. */
    public static String words(@Nullable UUID section, @Nullable UUID officer, Directory directory) {
        StringJoiner words = new StringJoiner(" ");
        Optional<Officer> person = officer == null ? Optional.empty() : directory.officer(officer);
        UUID in = section != null ? section : person.map(Officer::section).orElse(null);
        if (in != null) directory.section(in).map(Section::name).ifPresent(words::add);
        person.map(Officer::name).ifPresent(words::add);
        return words.toString();
    }

    /** Section and person of an order's lead unit; empty when nobody has it or it was not dispatched. */
    public static String words(@Nullable Assignment duty, Directory directory) {
        return duty == null ? "" : words(duty.section(), duty.officer(), directory);
    }

    /** Whom of the unit somebody else asks: who has the order, and the unit's desk with its telephone. */
    public static String askWhom(Assignment duty, Directory directory) {
        StringJoiner ask = new StringJoiner("；");
        String holder = words(duty, directory);
        if (!holder.isEmpty()) ask.add(holder);
        desk(duty.lead(), directory).ifPresent(ask::add);
        return ask.toString();
    }

    private static Optional<String> desk(UnitId unit, Directory directory) {
        return directory.unit(unit).map((Unit u) -> (u.desk() + " " + u.phone()).strip());
    }

    /** The section that a person of a unit belongs to; null when they have none. */
    public static @Nullable UUID section(CurrentUser person, Directory directory) {
        UUID officer = person.officer();
        return officer == null
                ? null
                : directory.officer(officer).map(Officer::section).orElse(null);
    }
}
