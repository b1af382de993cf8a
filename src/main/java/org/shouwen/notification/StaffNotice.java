package org.shouwen.notification;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouwen.directory.UnitId;

/**
 * Something that people of a unit are told about an order, or about what they keep up to date; of the platform, those who
 * keep the knowledge base. Says nothing of the matter and nobody's name.
 *
 * @param unit whose desk and leaders are told; null: the platform's people
 * @param section whose people are told as well, where nobody in particular has the order; null: none
 * @param officer who has the order, by the directory's entry; null: nobody in particular
 * @param order number of the order; empty where it speaks of none
 * @param due the limit that it speaks of; null where it speaks of none
 */
public record StaffNotice(
        @Nullable UnitId unit,
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
        /** The order is under supervision; until when the unit answers (Art. 16). */
        SUPERVISED(Group.REMINDERS),
        /** Not received, and the limit ends today. */
        RECEIPT_ENDS(Group.LIMITS),
        /** Not reported, and the limit ends on the next working day. */
        HANDLING_ENDS(Group.LIMITS),
        /** A limit has passed: since when. */
        OVERDUE(Group.LIMITS),
        /** An article was said to be wrong or missing; the last day to deal with it. */
        FLAW_REPORTED(Group.NEW, false),
        /** Articles have to be looked at again within a week. */
        REVIEW_ENDS(Group.LIMITS, false),
        REVIEW_LATE(Group.LIMITS, false),
        /** Articles cease to hold within a week. */
        VALIDITY_ENDS(Group.LIMITS, false),
        FLAW_LATE(Group.LIMITS, false),
        /** The unit has not said that its knowledge and directory are up to date. */
        UPKEEP_LATE(Group.LIMITS, false),
        /** The time of an outage ran out, and the unit has not said that it is over or lasts longer. */
        OUTAGE_LAPSED(Group.LIMITS, false);

        private final Group group;
        private final boolean ofOrder;

        Kind(Group group) {
            this(group, true);
        }

        Kind(Group group, boolean ofOrder) {
            this.group = group;
            this.ofOrder = ofOrder;
        }

        /** Whether it speaks of an order; else of the knowledge base. */
        public boolean ofOrder() {
            return ofOrder;
        }

        public Group group() {
            return group;
        }
    }
}
