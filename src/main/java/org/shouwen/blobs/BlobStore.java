package org.shouwen.blobs;

import java.time.Duration;
import java.util.function.Predicate;

/**
 * A port for bytes that are too large for rows. A blob is named by its SHA-256 (64 lower-case hex digits), so equal
 * bytes are stored once. Every implementation passes {@code BlobStoreContract}. All methods may be called from several
 * threads and nodes at once.
 */
public interface BlobStore {
    /**
     * Stores bytes, whole or not at all. Storing the same bytes again makes the blob as new as at the first time.
     *
     * @return the SHA-256 under which they are found
     * @throws java.io.UncheckedIOException when they could not be stored
     */
    String put(byte[] bytes);

    /**
     * Returns the bytes that were put.
     *
     * @throws java.util.NoSuchElementException when no blob has this name
     * @throws IllegalStateException when the stored bytes are no longer the ones that were put
     * @throws java.io.UncheckedIOException when they could not be read
     */
    byte[] get(String sha256);

    /** Destroys a blob; one that is not there is no error. */
    void remove(String sha256);

    /**
     * Destroys the blobs that were put last before {@code age} ago and that nothing refers to, and whatever a process
     * that broke down left unfinished. A blob that is put while this runs stays.
     *
     * @param referred whether something refers to the blob of this SHA-256
     */
    void sweep(Duration age, Predicate<String> referred);
}
