package org.shouwen.history;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.HexFormat;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Notes outside the database which entries were committed and are not sealed yet: a line {@code subject seq seal}
 * each. So even the newest entry cannot be taken away unseen. The notes are not forced to disk, a crash may lose the
 * last of them; they only ever say what must be there.
 */
@Component
class UnsealedEntryLog {
    private final Path folder;
    private final EntryTally tally;

    UnsealedEntryLog(@Value("${shouwen.home:.shouwen}") Path home, EntryTally tally) {
        this.tally = tally;
        this.folder = home.resolve("seals");
    }

    void afterCommit(List<Entry> entries, List<Chain> chains) {
        StringBuilder lines = new StringBuilder(entries.size() * 120);
        for (int i = 0; i < entries.size(); i++) {
            lines.append(entries.get(i).subject().id())
                    .append(' ')
                    .append(chains.get(i).seq())
                    .append(' ')
                    .append(HexFormat.of().formatHex(chains.get(i).head()))
                    .append('\n');
        }
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                tally.add(entries);
                write(lines);
            }
        });
    }

    private synchronized void write(CharSequence lines) {
        try {
            Files.createDirectories(folder);
            Files.writeString(
                    current(), lines, StandardCharsets.US_ASCII, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException("history is kept, but its witness can't be written: " + current(), e);
        }
    }

    /**
     * Called before a sealing: what is noted so far will be covered by it, later notes go to a fresh file.
     *
     * @return the notes that may go once the sealing has covered them
     */
    synchronized Path turn(long sealNo) {
        Path closed = folder.resolve("witness-%d.log".formatted(sealNo));
        try {
            Files.createDirectories(folder);
            if (Files.exists(current())) Files.move(current(), closed, StandardCopyOption.REPLACE_EXISTING);
            return closed;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** All notes not covered by a seal yet. */
    synchronized List<String> notes() {
        if (!Files.isDirectory(folder)) return List.of();
        try (var files = Files.newDirectoryStream(folder, "witness*.log")) {
            List<String> notes = new java.util.ArrayList<>();
            for (Path file : files) notes.addAll(Files.readAllLines(file, StandardCharsets.US_ASCII));
            return notes;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path current() {
        return folder.resolve("witness.log");
    }
}
