package org.shouwen.blobs;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A port for bytes under names that all nodes of a city share: a folder that each of them mounts, or a bucket. There is
 * one where {@code SHOUWEN_STORE} names it, and none where one machine keeps everything. What was written is there for
 * every node at once. Every implementation passes {@code SharedObjectsContract}.
 *
 * <p>All methods throw {@link StoreUnavailable} when the place does not answer in time or refuses.
 */
public interface SharedObjects {
    /**
     * Writes bytes under a name, whole or not at all; again is no error, the last one stands.
     *
     * @param name ASCII letters, digits, {@code . _ - /}; no part of it is empty or a dot alone
     * @param at kept beside the bytes, for {@link #writtenAt}
     */
    void put(String name, byte[] bytes, Instant at);

    /** @throws java.util.NoSuchElementException when nothing has this name */
    byte[] get(String name);

    /** The moment given with the last {@link #put}, in milliseconds; empty when nothing has this name. */
    Optional<Instant> writtenAt(String name);

    /** All names that begin so, in their order. */
    List<String> names(String prefix);

    /** Destroys what has this name; what is not there is no error. */
    void remove(String name);
}
