package org.shouwen.channels.events;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Another system that is told of events.
 *
 * @param types which events it wants, such as {@code work_order.*}
 * @param batch how many at most in one request
 * @param paused by a person
 * @param secret generation of the key with which it is signed
 */
public record Receiver(
        UUID id,
        String name,
        String address,
        List<String> types,
        int batch,
        boolean paused,
        int secret,
        Instant addedAt) {
    public Receiver {
        types = List.copyOf(types);
    }

    /**
     * How far it has been told.
     *
     * @param at the last entry of the journal it has
     * @param nextTry null: at once
     * @param stopped since when it is told nothing, because it failed too long; a person resumes it
     */
    public record Cursor(
            long at,
            int failures,
            String lastError,
            @Nullable Instant failedAt,
            @Nullable Instant toldAt,
            @Nullable Instant nextTry,
            @Nullable Instant stopped) {}

    /**
     * As the page shows it.
     *
     * @param waits entries of the journal behind its place, of all types
     */
    public record Shown(Receiver receiver, Cursor cursor, long waits) {
        public String state() {
            if (receiver.paused()) return "paused";
            if (cursor.stopped() != null) return "stopped";
            return cursor.failures() > 0 ? "failing" : "told";
        }
    }
}
