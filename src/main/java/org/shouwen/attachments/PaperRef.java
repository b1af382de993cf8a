package org.shouwen.attachments;

import java.util.UUID;

/**
 * A paper that an event speaks of. Its hash is in the history, so that a changed file shows.
 *
 * @param label what it is there for, such as {@code duty-ruling}; empty for an ordinary attachment
 * @param type media type as found in the content, never as claimed
 * @param size in bytes
 * @param sha256 in hex
 */
public record PaperRef(UUID id, String label, String name, String type, long size, String sha256) {}
