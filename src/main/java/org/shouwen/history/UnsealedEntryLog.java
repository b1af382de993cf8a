package org.shouwen.history;

import com.github.f4b6a3.uuid.UuidCreator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Notes outside the database which entries were committed and are not sealed yet: a line {@code subject seq seal}
 * each. So even the newest entry cannot be taken away unseen. The notes are not forced to disk, a crash may lose the
 * last of them; they only ever say what must be there. Where nodes share a store, each brings its notes there every second,
 * and all of them are held against the journal by each.
 */
@Component
class UnsealedEntryLog {
    private static final Logger LOG = LoggerFactory.getLogger(UnsealedEntryLog.class);

    /** A file of this size is closed and another begun, so that what reads one needs little memory: some 30,000 lines. */
    static final long MOST = 4L << 20;

    private final Path folder;
    private final EntryTally tally;
    private final SharedNotes shared;

    UnsealedEntryLog(@Value("${shouwen.home:.shouwen}") Path home, EntryTally tally, SharedNotes shared) {
        this.tally = tally;
        this.shared = shared;
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
        closeGrown();
    }

    /** What has been noted is noted: a file that can't be closed grows on, and the next note tries again. */
    private void closeGrown() {
        try {
            if (Files.size(current()) > MOST) close();
        } catch (IOException | UncheckedIOException e) {
            LOG.warn("The notes of entries can't be closed, they grow on: {}", current(), e);
        }
    }

    /**
     * Notes that lie in one place.
     *
     * @param lines reads them
     * @param destroy for when a sealing has covered what they name
     * @param putAside into a folder of that name beside, for what is of after the moment to which a database was restored
     */
    record Notes(Supplier<List<String>> lines, Runnable destroy, Consumer<String> putAside) {}

    /** Called before a sealing: what is noted so far will be covered by it, later notes go elsewhere. */
    List<Notes> turn() {
        if (shared.wanted())
            return shared.names().stream()
                    .map(name -> new Notes(
                            () -> shared.lines(name),
                            () -> shared.remove(name),
                            folder -> shared.putAside(name, folder)))
                    .toList();
        close();
        return files().stream() // also those of a run that failed
                .map(file -> new Notes(() -> lines(file), () -> delete(file), aside -> putAside(file, aside)))
                .toList();
    }

    /** Brings this node's notes to the others; what a store that does not answer did not take stays and is brought later. */
    void share() {
        if (!shared.wanted()) return;
        if (!Files.exists(current()) && files().isEmpty()) return;
        close();
        for (Path file : files()) {
            try {
                shared.bring(Files.readAllBytes(file));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            delete(file);
        }
    }

    private synchronized void close() {
        Path closed = folder.resolve("witness-%s.log".formatted(UuidCreator.getTimeOrderedEpoch()));
        try {
            Files.createDirectories(folder);
            if (Files.exists(current())) Files.move(current(), closed);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void putAside(Path closed, String aside) {
        try {
            Path to = folder.resolve(aside).resolve(closed.getFileName());
            Files.createDirectories(to.getParent());
            Files.move(closed, to);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void delete(Path closed) {
        try {
            Files.deleteIfExists(closed);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * All notes not covered by a seal yet, in pieces that are read one after the other, for there may be more than fit in
     * memory. This node's come first, since they may be brought to the others meanwhile, and are read at once where they may be.
     */
    List<Supplier<List<String>>> noted() {
        List<Supplier<List<String>>> noted = own();
        for (String name : shared.names()) noted.add(() -> shared.lines(name));
        return noted;
    }

    private synchronized List<Supplier<List<String>>> own() {
        List<Supplier<List<String>>> noted = new ArrayList<>();
        for (Path file : files()) noted.add(shared.wanted() ? read(file) : () -> lines(file));
        if (Files.exists(current())) noted.add(read(current()));
        return noted;
    }

    private static Supplier<List<String>> read(Path file) {
        List<String> lines = lines(file);
        return () -> lines;
    }

    /** Nothing where a sealing has covered them meanwhile. */
    private static List<String> lines(Path file) {
        try {
            return SharedNotes.lines(Files.readAllBytes(file));
        } catch (NoSuchFileException sealedMeanwhile) {
            return List.of();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Closed notes of this node. */
    private synchronized List<Path> files() {
        if (!Files.isDirectory(folder)) return List.of();
        try (var files = Files.newDirectoryStream(folder, "witness-*.log")) {
            List<Path> closed = new ArrayList<>();
            files.forEach(closed::add);
            return closed;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path current() {
        return folder.resolve("witness.log");
    }
}
