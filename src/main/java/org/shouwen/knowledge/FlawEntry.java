package org.shouwen.knowledge;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouwen.blobs.Sha256;
import org.shouwen.directory.UnitId;

/**
 * A report as the journal keeps it: a digest stands for its words, so that they can be deleted after their term (Art. 21).
 *
 * @param words empty; what was written before there was a digest has the words themselves, masked
 * @param answer likewise
 * @param digest SHA-256 of words and answer as hexadecimal digits; null in what was written before
 */
record FlawEntry(
        UUID id,
        Flaw.Kind kind,
        @Nullable UUID article,
        @Nullable UnitId unit,
        String words,
        Instant at,
        LocalDate due,
        @Nullable Instant settled,
        String settledBy,
        String answer,
        @Nullable UUID reporter,
        @Nullable String digest) {
    static FlawEntry of(Flaw f) {
        return of(f, "", "", digest(f));
    }

    /** Whether the row is what was written here. */
    boolean says(Flaw row) {
        return equals(digest == null ? of(row, row.words(), row.answer(), null) : of(row));
    }

    private static FlawEntry of(Flaw f, String words, String answer, @Nullable String digest) {
        return new FlawEntry(
                f.id(),
                f.kind(),
                f.article(),
                f.unit(),
                words,
                f.at(),
                f.due(),
                f.settled(),
                f.settledBy(),
                answer,
                f.reporter(),
                digest);
    }

    private static String digest(Flaw f) {
        return Sha256.of((f.words() + "\u0000" + f.answer()).getBytes(StandardCharsets.UTF_8));
    }
}
