package org.shouwen.history;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.List;
import org.shouwen.jobs.Job;
import org.shouwen.keys.Keys;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Seals the stretch of the journal since the last sealing: a digest over its entries, chained and keyed, kept in the
 * database and as a line of {@code SHOUWEN_HOME/seals/seals.log}. Taking away or adding entries of a sealed stretch
 * shows, even to someone who can write every table.
 */
@Component
class Sealing implements Job {
    record Sealed(long no, long through, long entries, byte[] digest, byte[] seal) {
        String line() {
            return "%d %d %d %s".formatted(no, through, entries, HexFormat.of().formatHex(seal));
        }
    }

    private final SealStore store;
    private final UnsealedEntryLog witness;
    private final Seal seal;
    private final TransactionTemplate transaction;
    private final InstantSource clock;
    private final Path file;

    Sealing(
            SealStore store,
            UnsealedEntryLog witness,
            Keys keys,
            TransactionTemplate transaction,
            InstantSource clock,
            @Value("${shouwen.home:.shouwen}") Path home) {
        this.store = store;
        this.witness = witness;
        this.seal = new Seal(keys.key("history"));
        this.transaction = transaction;
        this.clock = clock;
        this.file = home.resolve("seals").resolve("seals.log");
    }

    @Override
    public String name() {
        return "history-sealing";
    }

    @Override
    public Duration every() {
        return Duration.ofMinutes(1);
    }

    @Override
    public void run() {
        Path notes = witness.turn(clock.millis());
        Long through = transaction.execute(_ -> store.settledThrough());
        transaction.executeWithoutResult(_ -> seal(through == null ? 0 : through));
        try {
            Files.deleteIfExists(notes);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private void seal(long through) {
        Sealed last = store.last();
        if (through <= last.through()) return;
        SealStore.Stretch stretch = store.stretch(last.through(), through);
        Sealed next = new Sealed(
                last.no() + 1,
                through,
                stretch.entries(),
                stretch.digest(),
                seal.of(last.seal(), through, stretch.digest()));
        Instant now = clock.instant();
        store.insert(next, now);
        write(next.line());
    }

    /** The line is on disk before the seal is committed; a line too many is harmless, one too few is not. */
    private void write(String line) {
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(
                    file,
                    line + "\n",
                    StandardCharsets.US_ASCII,
                    StandardOpenOption.CREATE,
                    StandardOpenOption.APPEND,
                    StandardOpenOption.SYNC);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    List<String> lines() {
        try {
            return Files.exists(file) ? Files.readAllLines(file, StandardCharsets.US_ASCII) : List.of();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
