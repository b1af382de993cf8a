package org.shouwen.directory;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouwen.history.Actor;

/**
 * What is still open with a unit or an officer, answered by whoever owns it: nothing is switched off while something
 * hangs on it. Called within the transaction of the change.
 */
public interface HangsOn {
    /**
     * Something that is open.
     *
     * @param what names it: message key {@code directory.hangs.WHAT}, and the field under which it is refused
     * @param first numbers or names of the first of them
     */
    record Hanging(String what, long count, List<String> first) {
        /** How many are named. */
        public static final int NAMED = 5;

        public Hanging {
            first = List.copyOf(first);
        }

        /** Of all there are. */
        public static Hanging of(String what, List<String> all) {
            return new Hanging(what, all.size(), all.stream().limit(NAMED).toList());
        }
    }

    List<Hanging> onUnit(UnitId unit);

    default List<Hanging> onOfficer(UUID officer) {
        return List.of();
    }

    default List<Hanging> onSection(UUID section) {
        return List.of();
    }

    /** Moves what can be moved to the unit that takes over; the rest stays, and is refused. */
    default void handOver(UnitId from, UnitId to, Actor by) {}

    /** @param to an officer of the same unit; null: back to the unit's desk */
    default void handOver(UUID officer, @Nullable UUID to, Actor by) {}
}
