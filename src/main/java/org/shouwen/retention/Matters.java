package org.shouwen.retention;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The appeals, as far as terms ask about them; answered by the module that keeps them. */
public interface Matters {
    /** @param id of the appeal */
    record Matter(UUID id, String number, UUID appellant) {}

    /**
     * Appeals that were decided, and reviewed where that was asked for, before a moment, and whose persons are not
     * forgotten, in the order of ids.
     *
     * @param after id of the last one before
     */
    List<Matter> decidedBefore(Instant moment, UUID after, int most);

    /** The appeal, when it was decided before a moment. */
    Optional<Matter> decidedBefore(Instant moment, String number);

    /** The appeal of an id whose person is not forgotten. */
    Optional<Matter> remembered(UUID id);

    /** Appeals received at a moment or later and before another, in the order of ids. */
    List<Matter> received(Instant from, Instant before, UUID after, int most);

    /** Locks the appeal until the transaction ends. */
    void lock(String number);

    /**
     * Erases what the appeal itself has, and seals that it was erased.
     *
     * @param destroyed the number of files that the others have destroyed
     */
    void forget(EndedMatter matter, int destroyed);
}
