package org.shouwen.notification;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouwen.directory.UnitId;

/**
 * Something that people of a unit are told about an order. Says nothing of the matter and nobody's name.
 *
 * @param unit whose desk and leaders are told
 * @param section whose people are told as well, where nobody in particular has the order; null: none
 * @param officer who has the order, by the directory's entry; null: nobody in particular
 * @param due the limit that it speaks of; null where it speaks of none
 */
public record StaffNotice(
        UnitId unit,
        @Nullable UUID section,
        @Nullable UUID officer,
        Kind kind,
        String order,
        Instant at,
        @Nullable Instant due) {

    /** What a person can have carried outside the page, each for itself. */
    public enum Group {
        NEW,
        REMINDERS,
        LIMITS
    }

    public enum Kind {
        /** The platform has dispatched an order to the unit; the limit to receive it. */
        NEW_ORDER(Group.NEW),
        /** The unit's desk has given an order to a section or an officer. */
        ASSIGNED(Group.NEW),
        /** The unit assists and owes a part; the limit for it. */
        PART_ASKED(Group.NEW),
        /** The platform wants the report done again (ruling 8). */
        SENT_BACK(Group.NEW),
        REOPENED(Group.NEW),
        /** The platform has taken the order back or given it to another unit. */
        TAKEN_AWAY(Group.NEW),
        /** The platform has decided on an extension, a return or the class of limit. */
        DECIDED(Group.NEW),
        /** The appellant asks again (ruling 10). */
        REMINDED(Group.REMINDERS),
        /** Whoever leads waits for the part. */
        PART_REMINDED(Group.REMINDERS),
        /** Not received, and the limit ends today. */
        RECEIPT_ENDS(Group.LIMITS),
        /** Not reported, and the limit ends on the next working day. */
        HANDLING_ENDS(Group.LIMITS),
        /** A limit has passed: since when. */
        OVERDUE(Group.LIMITS);

        private final Group group;

        Kind(Group group) {
            this.group = group;
        }

        public Group group() {
            return group;
        }
    }
}
