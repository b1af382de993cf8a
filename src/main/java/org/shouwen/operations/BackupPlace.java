package org.shouwen.operations;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.shouwen.keys.Keys;

/** The folder in which backups lie, each under its moment. */
final class BackupPlace {
    /** Whoever has this file makes a backup there. */
    private static final String LOCK = "backup.lock";

    /** Room that is asked for beyond what lies there now: the log of the copy, and what grows meanwhile. */
    private static final long SPARE = 64L << 20;

    /** By so much the clocks of the home's machine and of the archive's may differ. */
    private static final Duration CLOCKS = Duration.ofHours(1);

    private BackupPlace() {}

    /**
     * Takes the place for one backup: a second one would clear away what the first is writing.
     *
     * @return null where the disk knows no locks
     * @throws BackupRefused when another backup is being made there
     */
    static @Nullable FileHold take(Path place) throws IOException {
        Files.createDirectories(place);
        Optional<FileHold> hold;
        try {
            hold = FileHold.take(place.resolve(LOCK));
        } catch (FileSystemException e) {
            throw e; // may not be written there, or is full
        } catch (IOException noLocksThere) {
            return null;
        }
        return hold.orElseThrow(() -> new BackupRefused(
                "另一个备份正在写入 %s：请等它完成。".formatted(place),
                "Another backup is being made in %s: wait until it is done.".formatted(place)));
    }

    /** Says it where one fault would take the data and their backups alike. Other names of one disk have its number too. */
    static void warnOfOneDisk(Path home, Path place, PrintStream out) throws IOException {
        if (Files.exists(home) && disk(home).equals(disk(place)))
            out.printf(
                    "注意：%1$s 与数据在同一块磁盘上，磁盘损坏会两者皆失，请指定另一块磁盘。"
                            + " Warning: %1$s lies on the same disk as the data, name one on another: a broken disk takes both.%n",
                    place);
    }

    private static Object disk(Path folder) throws IOException {
        try {
            return Files.getAttribute(folder, "unix:dev");
        } catch (UnsupportedOperationException | IllegalArgumentException notOfUnix) {
            return Files.getFileStore(folder);
        }
    }

    /** What a backup that was killed has left is no backup and takes room. */
    static void clearBrokenOff(Path place) throws IOException {
        List<Path> left = new ArrayList<>();
        try (Stream<Path> all = Files.list(place)) {
            all.filter(p -> p.getFileName().toString().matches("\\d{8}-\\d{6}\\.part"))
                    .forEach(left::add);
        }
        for (Path part : left) BackupFolder.delete(part);
    }

    /** Takes away the oldest backups beyond a number, and from the archive what no backup that stays needs. */
    static List<String> keepOnly(Path home, Path place, int most, @Nullable Path archive) throws IOException {
        List<Path> all = BackupFolder.whole(place).sorted().toList();
        List<String> gone = new ArrayList<>();
        for (Path old : all.subList(0, Math.max(0, all.size() - most))) {
            // first under a name that is no backup's, so that a kill leaves nothing that looks whole
            Path part = old.resolveSibling(old.getFileName() + BackupFolder.PART);
            BackupFolder.delete(Files.move(old, part, StandardCopyOption.ATOMIC_MOVE));
            gone.add(old.getFileName().toString());
        }
        if (archive != null && all.size() > gone.size()) {
            Path oldest = all.get(gone.size());
            Manifest manifest = Manifest.read(oldest, Keys.of(oldest));
            clearLog(archive.resolve("wal"), manifest.segment());
            clearDestroyed(home, archive, Instant.parse(manifest.taken()));
        }
        return gone;
    }

    private static void clearLog(Path wal, String needed) throws IOException {
        if (needed.isEmpty()) return;
        for (Path f : Backup.regular(wal)) {
            String name = f.getFileName().toString();
            if (name.matches("[0-9A-F]{24}(\\.[0-9A-F]{8}\\.backup)?\\.gz")
                    && name.substring(8, 24).compareTo(needed.substring(8)) < 0) Files.delete(f);
        }
    }

    /**
     * Attachments that the home has no more leave the archive too (Art. 21), once they came there before the oldest backup:
     * at the moment of that backup they lay in it or were destroyed already, so that no restore looks for them here.
     */
    private static void clearDestroyed(Path home, Path archive, Instant oldest) throws IOException {
        for (Path f : Backup.regular(archive.resolve("papers"))) {
            boolean before = Files.getLastModifiedTime(f).toInstant().isBefore(oldest.minus(CLOCKS));
            if (before && !Files.exists(home.resolve(archive.relativize(f).toString()))) Files.delete(f);
        }
    }

    /** @throws BackupRefused where there is no room for what lies in a home, and no backup before with which it could be shared */
    static void askForRoom(Path home, Path place) throws IOException {
        long needed = SPARE;
        for (String name : List.of("postgres/data", "seals", "papers"))
            for (Path file : Backup.regular(home.resolve(name))) needed += Backup.size(file);
        long there = place.toFile().getUsableSpace();
        if (there < needed && BackupFolder.newest(place).isEmpty()) {
            throw new BackupRefused(
                    "备份目录空间不足：约需 %d MB，可用 %d MB。未开始备份。".formatted(needed >> 20, there >> 20),
                    "Not enough room for the backup: about %d MB are needed, %d MB are free. Nothing was begun."
                            .formatted(needed >> 20, there >> 20));
        }
    }
}
