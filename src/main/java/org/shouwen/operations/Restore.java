package org.shouwen.operations;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.shouwen.embedded.CannotStart;
import org.shouwen.embedded.EmbeddedPostgres;
import org.shouwen.embedded.Recovery;
import org.shouwen.keys.Keys;
import org.shouwen.retention.ErasureLog;

/**
 * Lays a backup into an empty home. Everything is laid and recovered under {@code .restoring} in it first and moved into
 * place at the end: a restore that breaks off leaves an empty home behind.
 */
final class Restore {
    private static final String DRAFT = ".restoring";
    private static final Set<String> OWN_OF_DISK = Set.of("lost+found", DRAFT);

    /**
     * What is asked for beyond the backup itself.
     *
     * @param keys the folder of the keys, where they are not in the backup
     * @param archive the folder of the archived log
     * @param until the moment to restore to; null: the backup's own
     * @param newest everything that was archived
     * @param erasures further lists of erasures
     */
    record Wish(
            @Nullable Path keys,
            @Nullable Path archive,
            @Nullable Instant until,
            boolean newest,
            List<Path> erasures) {
        static final Wish AS_IT_WAS = new Wish(null, null, null, false, List.of());

        Recovery.Until recovery() throws BackupRefused {
            if (until == null && !newest) return new Recovery.Until.EndOfBackup();
            if (archive == null) {
                throw new BackupRefused(
                        "恢复到某一时刻需要归档日志：请用 --archive=目录 指明。",
                        "A restore to a moment needs the archived log: name it with --archive=FOLDER.");
            }
            return until == null ? new Recovery.Until.Newest(archive) : new Recovery.Until.Moment(archive, until);
        }
    }

    /** @param counts rows by table in the restored database; empty where it is the city's own */
    record Restored(Path backup, Manifest manifest, Map<String, Long> counts) {
        /** Tables whose rows are not as many as they were at the backup. */
        List<String> miscounted() {
            return manifest.counts().entrySet().stream()
                    .filter(e -> !e.getValue().admits(counts.get(e.getKey())))
                    .map(e -> "%s: %s, %d–%d"
                            .formatted(
                                    e.getKey(),
                                    counts.get(e.getKey()),
                                    e.getValue().before(),
                                    e.getValue().after()))
                    .toList();
        }
    }

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

    Restored run(Wish wish, Instant now) throws IOException {
        refuseUnlessEmpty();
        Recovery.Until until = wish.recovery();
        Keys keys = keys(wish);
        Manifest manifest = Manifest.read(backup, keys);
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
            lay();
            layKeys(wish);
            if (wish.archive() != null) fromArchive(wish.archive(), later);
            erasures(wish);
            Map<String, Long> counts = manifest.database() == Manifest.Database.OWN ? Map.of() : recovered(until);
            Files.writeString(
                    draft.resolve(AfterRestore.MARK),
                    AfterRestore.mark(backup.getFileName().toString(), manifest.taken(), wish.until(), now));
            move();
            return new Restored(backup, manifest, counts);
        } catch (IOException e) {
            BackupFolder.delete(draft);
            throw BackupRefused.because(e, home.toString());
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
            Files.createDirectories(home);
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

    private Keys keys(Wish wish) throws IOException {
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
        long there = Files.getFileStore(home).getUsableSpace();
        if (there < needed) {
            throw new BackupRefused(
                    "%s 空间不足：约需 %d MB，可用 %d MB。".formatted(home, needed >> 20, there >> 20),
                    "Not enough room in %s: about %d MB are needed, %d MB are free."
                            .formatted(home, needed >> 20, there >> 20));
        }
    }

    /** Each file must be what it was when it was copied. */
    private void lay() throws IOException {
        Path data = draft.resolve("postgres/data");
        if (Files.isDirectory(backup.resolve("postgres/data"))) {
            try (Stream<Path> folders = Files.walk(backup.resolve("postgres/data"))) {
                for (Path f : folders.filter(Files::isDirectory).toList())
                    Files.createDirectories(
                            data.resolve(backup.resolve("postgres/data").relativize(f)),
                            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
            }
        }
        try (BufferedReader list = Files.newBufferedReader(backup.resolve(BackupFolder.FILES))) {
            for (String line = list.readLine(); line != null; line = list.readLine())
                layFile(line.substring(66), line.substring(0, 64));
        }
    }

    private void layFile(String relative, String sha256) throws IOException {
        Path to = draft.resolve(relative).normalize();
        if (!to.startsWith(draft)) throw new IOException("outside: " + relative);
        Files.createDirectories(to.getParent());
        MessageDigest digest = BackupFolder.sha256();
        try (InputStream in = new DigestInputStream(Files.newInputStream(backup.resolve(relative)), digest);
                OutputStream out = Files.newOutputStream(to)) {
            in.transferTo(out);
        }
        Files.setPosixFilePermissions(to, PosixFilePermissions.fromString("rw-------"));
        if (!HexFormat.of().formatHex(digest.digest()).equals(sha256)) {
            throw new BackupRefused(
                    "备份中的文件已损坏：%s。请用另一份备份。".formatted(relative),
                    "A file of the backup is damaged: %s. Take another backup.".formatted(relative));
        }
    }

    private void layKeys(Wish wish) throws IOException {
        if (wish.keys() == null) return;
        Files.createDirectories(draft.resolve("keys"));
        for (Path key : KeyCopies.files(wish.keys())) {
            Path to = draft.resolve("keys").resolve(key.getFileName());
            Files.copy(key, to, StandardCopyOption.REPLACE_EXISTING);
            Files.setPosixFilePermissions(to, PosixFilePermissions.fromString("rw-------"));
        }
    }

    /** What was mirrored beside the log: attachments and seals that are younger than the backup. */
    private void fromArchive(Path archive, boolean later) throws IOException {
        if (!later) return;
        for (Path f : Backup.regular(archive.resolve("papers"))) {
            Path to = draft.resolve(archive.relativize(f).toString());
            Files.createDirectories(to.getParent());
            if (!Files.exists(to) && f.getFileName().toString().matches("[0-9a-f]{64}")) Files.copy(f, to);
        }
        Files.createDirectories(draft.resolve("seals"));
        for (Path f : Backup.regular(draft.resolve("seals")))
            if (f.getFileName().toString().startsWith("witness")) Files.delete(f); // of another moment
        Path seals = archive.resolve("seals/seals.log");
        if (Files.exists(seals))
            Files.copy(seals, draft.resolve("seals/seals.log"), StandardCopyOption.REPLACE_EXISTING);
    }

    /** Whoever was forgotten since the backup stands in lists that are younger than it. */
    private void erasures(Wish wish) throws IOException {
        Set<String> lines = new LinkedHashSet<>();
        Path own = draft.resolve(ErasureLog.FILE);
        if (Files.exists(own)) lines.addAll(Files.readAllLines(own));
        if (wish.archive() != null && Files.exists(wish.archive().resolve(ErasureLog.FILE)))
            lines.addAll(Files.readAllLines(wish.archive().resolve(ErasureLog.FILE)));
        for (Path more : wish.erasures()) lines.addAll(Files.readAllLines(more));
        Files.createDirectories(own.getParent());
        Files.write(own, lines);
    }

    private Map<String, Long> recovered(Recovery.Until until) throws IOException {
        try (EmbeddedPostgres database = Recovery.run(draft, until)) {
            return RowCounts.of(database).rows();
        }
    }

    private void move() throws IOException {
        Files.deleteIfExists(draft.resolve("postgres/postgres.log"));
        try (Stream<Path> parts = Files.list(draft)) {
            for (Path part : parts.toList()) Files.move(part, home.resolve(part.getFileName()));
        }
        Files.delete(draft);
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
