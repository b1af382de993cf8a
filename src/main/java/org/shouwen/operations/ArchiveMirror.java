package org.shouwen.operations;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.shouwen.embedded.WalArchive;
import org.shouwen.jobs.OwnThreadJob;
import org.shouwen.retention.ErasureLog;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Brings what lies beside the database to where its log is archived: attachments, seals and erasures. A recovery to a
 * point in time finds them there. Of the attachments' folders only those are looked through that changed.
 */
@Component
class ArchiveMirror implements OwnThreadJob {
    private final Path home;

    /** Of what was brought: a folder's time of change in nanoseconds, a list's length. A restored home begins anew. */
    private final Map<Path, Long> seen = new HashMap<>();

    ArchiveMirror(@Value("${shouwen.home:.shouwen}") Path home) {
        this.home = home;
    }

    @Override
    public String name() {
        return "archive-mirror";
    }

    @Override
    public Duration every() {
        return Duration.ofMinutes(1);
    }

    @Override
    public void run() {
        Optional<Path> archive = WalArchive.of(home);
        if (archive.isEmpty()) return;
        try {
            erasures(home.resolve(ErasureLog.FILE), archive.get().resolve(ErasureLog.FILE));
            seals(home.resolve("seals/seals.log"), archive.get().resolve("seals/seals.log"));
            attachments(home.resolve("papers"), archive.get().resolve("papers"));
        } catch (IOException e) {
            throw new UncheckedIOException(e); // tried again with the next run
        }
    }

    /** Whole or not at all: who reads the copy never sees half of it. */
    private static void file(Path from, Path to) throws IOException {
        if (!Files.exists(from) || (Files.exists(to) && Files.size(to) == Files.size(from))) return;
        Files.createDirectories(to.getParent());
        Path draft = to.resolveSibling(to.getFileName() + BackupFolder.PART);
        Files.copy(from, draft, StandardCopyOption.REPLACE_EXISTING);
        Files.move(draft, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    /** The home's list only grows, so that its length says whether there is more. */
    private void erasures(Path from, Path to) throws IOException {
        if (!Files.exists(from)) return;
        long length = Files.size(from);
        if (Objects.equals(seen.get(from), length)) return;
        ErasureLists.add(from, to);
        seen.put(from, length);
    }

    /** Seals that the home does not go on from are of before a restore: they are put beside, named by how many bytes they have. */
    private void seals(Path from, Path to) throws IOException {
        if (!Files.exists(from)) return;
        if (!seen.containsKey(from) && Files.exists(to)) {
            long differs = Files.mismatch(from, to);
            if (differs != -1 && differs < Files.size(to))
                Files.move(
                        to,
                        to.resolveSibling("seals-before-restore-" + Files.size(to) + ".log"),
                        StandardCopyOption.REPLACE_EXISTING);
        }
        file(from, to);
        seen.put(from, Files.size(from));
    }

    private void attachments(Path from, Path to) throws IOException {
        if (!Files.isDirectory(from)) return;
        try (Stream<Path> folders = Files.list(from)) {
            for (Path folder : folders.filter(Files::isDirectory).toList()) {
                long changed = Files.getLastModifiedTime(folder).to(TimeUnit.NANOSECONDS);
                if (Objects.equals(seen.get(folder), changed)) continue;
                bring(folder, to.resolve(folder.getFileName()));
                seen.put(folder, changed);
            }
        }
    }

    private static void bring(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.list(from)) {
            for (Path f : files.toList())
                if (f.getFileName().toString().matches("[0-9a-f]{64}")) {
                    try {
                        Path there = to.resolve(f.getFileName());
                        file(f, there);
                        // kept anew after it was destroyed: it counts as new where its bytes still lie
                        FileTime put = Files.getLastModifiedTime(f);
                        if (put.compareTo(Files.getLastModifiedTime(there)) > 0) Files.setLastModifiedTime(there, put);
                    } catch (NoSuchFileException destroyedMeanwhile) {
                        Files.deleteIfExists(to.resolve(f.getFileName() + BackupFolder.PART));
                    }
                }
        }
    }
}
