package org.shouwen.appeal;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouwen.accounts.CurrentUser;
import org.shouwen.history.StoredFormat;

/**
 * Something that an appellant said after the appeal, which waits until a named person has read it: one of the desk, and
 * one of the unit that works on it (ruling 40). The words are the appeal's own.
 *
 * @param id of an addition: the addition's
 * @param desk null while it is new to the platform
 * @param unit null while it is new to the unit
 */
record Remark(
        UUID id,
        UUID appeal,
        Kind kind,
        Instant at,
        @Nullable Reading desk,
        @Nullable Reading unit) {
    /** Kind of its subject in the history. */
    static final String KIND = "remark";

    static final StoredFormat<Remark> FORMAT = StoredFormat.of(Remark.class);

    enum Kind {
        ADDITION,
        RATING
    }

    /** Who has read it, and when. */
    record Reading(UUID account, String name, Instant at) {}

    /** @return null when nobody of this person's side has read it */
    @Nullable
    Reading by(CurrentUser reader) {
        return reader.unit() == null ? desk : unit;
    }

    /** The first who reads it stays. */
    Remark read(CurrentUser by, Instant at) {
        if (by(by) != null) return this;
        Reading reading = new Reading(by.account(), by.name(), at);
        return by.unit() == null
                ? new Remark(id, appeal, kind, this.at, reading, unit)
                : new Remark(id, appeal, kind, this.at, desk, reading);
    }
}
