package org.shouwen.operations;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.shouwen.embedded.CannotStart;
import org.shouwen.embedded.EmbeddedPostgres;
import org.shouwen.embedded.Recovery;
import org.shouwen.keys.Keys;

/**
 * Lays a backup into an empty home. Everything is laid and recovered under {@code .restoring} in it first and moved into
 * place at the end: a restore that breaks off leaves an empty home behind.
 */
final class Restore {
    static final String DRAFT = ".restoring";
    /** What is there before anything is restored: a disk's own folder, and what the start script keeps to start sooner. */
    private static final Set<String> OWN_OF_DISK = Set.of("lost+found", "cache", DRAFT);

    private final Path backup;
    private final Path home;
    private final Path draft;

    Restore(Path from, Path home) throws IOException {
        Path named = from.toAbsolutePath().normalize();
        this.backup = Files.exists(named.resolve(Manifest.FILE))
                ? named
                : BackupFolder.newest(named).orElse(named);
        this.home = home.toAbsolutePath().normalize();
        this.draft = this.home.resolve(DRAFT);
    }

    /** What would be restored; nothing is written yet. */
    Manifest manifest(RestoreWish wish) throws IOException {
        return Manifest.read(backup, keys(wish));
    }

    RestoredHome run(RestoreWish wish, Instant now) throws IOException {
        refuseUnlessEmpty();
        Recovery.Until until = wish.recovery();
        Manifest manifest = manifest(wish);
        boolean later = !(until instanceof Recovery.Until.EndOfBackup);
        if (later && manifest.database() == Manifest.Database.OWN) {
            throw new BackupRefused(
                    "这份备份不含数据库：恢复到某一时刻由数据库自己的工具完成，见“备份与恢复”一页。",
                    "This backup holds no database: its own tool restores it to a moment, see the page on backups.");
        }
        askForRoom();
        try {
            BackupFolder.delete(draft);
            Files.createDirectories(draft);
            LaidHome laid = new LaidHome(backup, draft);
            laid.lay();
            laid.layKeys(wish);
            if (wish.archive() != null && later) laid.fromArchive(wish.archive());
            laid.erasures(wish);
            Map<String, Long> counts = manifest.database() == Manifest.Database.OWN ? Map.of() : recovered(wish, until);
            Files.writeString(
                    draft.resolve(AfterRestore.MARK),
                    AfterRestore.mark(backup.getFileName().toString(), manifest.taken(), wish.until(), now));
            move();
            return new RestoredHome(backup, manifest, counts);
        } catch (IOException e) {
            BackupFolder.delete(draft);
            throw BackupRefused.because(e, home);
        } catch (CannotStart e) {
            String log = tail(draft.resolve("postgres/postgres.log"));
            BackupFolder.delete(draft);
            throw new BackupRefused(
                    "数据库没有恢复到所要的时刻，目录仍为空：" + log,
                    "The database did not reach the moment asked for; the folder is still empty: " + log,
                    e);
        }
    }

    /** Nothing that lives or holds data is ever written over. */
    private void refuseUnlessEmpty() throws IOException {
        if (!Files.exists(home)) {
            Files.createDirectories(home.getParent());
            Files.createDirectory(
                    home, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
            return;
        }
        try (Stream<Path> there = Files.list(home)) {
            List<String> names = there.map(p -> p.getFileName().toString())
                    .filter(n -> !OWN_OF_DISK.contains(n))
                    .toList();
            if (names.isEmpty()) return;
            String what = String.join(", ", names.subList(0, Math.min(5, names.size())));
            throw new BackupRefused(
                    "%s 不是空目录（有 %s）：不会覆盖已有或正在运行的数据。请指定空目录。".formatted(home, what),
                    "%s is not empty (it has %s): data that lies or lives there is never written over. Name an empty folder."
                            .formatted(home, what));
        }
    }

    private Keys keys(RestoreWish wish) throws IOException {
        Path folder = wish.keys() == null ? backup.resolve("keys") : wish.keys();
        if (KeyCopies.files(folder).isEmpty()
                && System.getenv("SHOUWEN_KEY_HISTORY") == null
                && System.getenv("SHOUWEN_KEYS_COMMAND") == null) {
            throw new BackupRefused(
                    "没有密钥：请用 --keys=目录 指明密钥副本。" + KeyCopies.MEANING_ZH,
                    "There are no keys: name their copy with --keys=FOLDER. " + KeyCopies.MEANING_EN);
        }
        return Keys.of(above(folder));
    }

    /** Keys are read from a folder named keys; a copy may lie under any name. */
    private static Path above(Path folder) throws IOException {
        Path beside = Files.createTempDirectory("shouwen-keys");
        beside.toFile().deleteOnExit();
        Path link = Files.createSymbolicLink(beside.resolve("keys"), folder.toAbsolutePath());
        link.toFile().deleteOnExit();
        return beside;
    }

    private void askForRoom() throws IOException {
        long needed = 0;
        for (Path f : Backup.regular(backup)) needed += Files.size(f);
        long there = home.toFile().getUsableSpace();
        if (there < needed) {
            throw new BackupRefused(
                    "%s 空间不足：约需 %d MB，可用 %d MB。".formatted(home, needed >> 20, there >> 20),
                    "Not enough room in %s: about %d MB are needed, %d MB are free."
                            .formatted(home, needed >> 20, there >> 20));
        }
    }

    private Map<String, Long> recovered(RestoreWish wish, Recovery.Until until) throws IOException {
        String settings = BackupCommand.environment("SHOUWEN_ARCHIVE", "");
        if (wish.archive() != null) Recovery.knowing(draft, wish.archive());
        else if (!settings.isEmpty() && Files.isReadable(Path.of(settings, "wal")))
            Recovery.knowing(draft, Path.of(settings));
        try (EmbeddedPostgres database = Recovery.run(draft, until)) {
            return RowCounts.of(database).rows();
        }
    }

    private void move() throws IOException {
        Files.deleteIfExists(draft.resolve("postgres/postgres.log"));
        // broken off between two of these, the home is refused or does what follows from a restore, and serves nobody
        // before
        try (Stream<Path> parts = Files.list(draft)) {
            for (Path part :
                    parts.sorted(Comparator.comparingInt(Restore::order)).toList())
                Files.move(part, home.resolve(part.getFileName()));
        }
        Files.delete(draft);
    }

    /** In which order the parts are moved. */
    static int order(Path part) {
        return switch (part.getFileName().toString()) {
            case AfterRestore.MARK -> 0;
            case "postgres" -> 2;
            default -> 1;
        };
    }

    private static String tail(Path log) throws IOException {
        if (!Files.exists(log)) return "";
        List<String> lines = Files.readAllLines(log).stream()
                .filter(l -> l.contains("FATAL")
                        || l.contains("invalid")
                        || l.contains("unrecognized")
                        || l.contains("last completed"))
                .toList();
        return String.join(" ", lines.subList(Math.max(0, lines.size() - 4), lines.size()));
    }
}
