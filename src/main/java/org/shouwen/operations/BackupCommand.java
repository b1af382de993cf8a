package org.shouwen.operations;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.shouwen.blobs.NamedStore;
import org.shouwen.blobs.SharedObjects;
import org.shouwen.cli.OfflineCommand;
import org.shouwen.embedded.EmbeddedPostgres;
import org.shouwen.embedded.WalArchive;

/** {@code backup DIR}: a copy of everything, of one moment, while the product runs. */
public final class BackupCommand implements OfflineCommand {
    private static final String USAGE = "./shouwen backup DIR --keys=FOLDER | --keys-inside [--keep=NUMBER]";

    @Override
    public String name() {
        return "backup";
    }

    @Override
    public String arguments() {
        return "DIR --keys=FOLDER | --keys-inside [--keep=NUMBER]";
    }

    @Override
    public int run(List<String> arguments, PrintStream out, PrintStream progress) {
        try {
            return back(arguments, out);
        } catch (IOException | UncheckedIOException e) {
            return FileFault.said(e, arguments, progress);
        }
    }

    private static int back(List<String> arguments, PrintStream out) throws IOException {
        Words words = Words.of(arguments, 1, Set.of("keys", "keys-inside", "keep"), USAGE);
        Path home = home();
        String url = environment("SHOUWEN_DB_URL", "");
        if (url.isEmpty() && !Files.exists(home.resolve("postgres/data/PG_VERSION")))
            throw new BackupRefused("这里没有可备份的数据：" + home, "There is nothing to back up here: " + home);
        Path place = Path.of(words.named().getFirst()).toAbsolutePath().normalize();
        TemporaryPlace.clearLeft(TemporaryPlace.temporary(), out);
        SharedObjects shared = shared();
        Backup backup = new Backup(home, place, words.has("keys-inside"), words.path("keys"), shared);
        try (FileHold _ = BackupPlace.take(place)) {
            BackupPlace.warnOfOneDisk(home, place, out);
            Instant now = InstantSource.system().instant();
            Path made = url.isEmpty() ? embedded(backup, home, now) : backup.beside(own(url), now);
            Manifest manifest = Manifest.read(made, org.shouwen.keys.Keys.of(home));
            BackupStates.note(
                    home,
                    shared,
                    now,
                    before -> new BackupState(
                            now.toString(), place.toString(), manifest.keys().name(), before.drilled()),
                    out);
            tell(made, manifest, shared != null, words.path("keys"), out);
            if (backup.renewed() > 0)
                out.printf(
                        "上一份备份中有 %1$d 个附件已损坏，已重新复制；请检查备份磁盘。"
                                + " %1$d attachments of the backup before had rotted and were copied anew: see to the disk of the backups.%n",
                        backup.renewed());
            int keep = keep(words);
            if (keep > 0)
                BackupPlace.keepOnly(home, place, keep, WalArchive.of(home).orElse(null))
                        .forEach(gone -> out.printf("已删去旧备份 removed: %s%n", gone));
            return 0;
        }
    }

    private static void tell(Path made, Manifest manifest, boolean store, @Nullable Path keys, PrintStream out) {
        out.printf("已备份 backed up: %s%n", made);
        if (manifest.database() == Manifest.Database.OWN)
            out.printf("数据库由其自己的工具备份；恢复点 the database's own tool backs it up; restore point: %s%n", manifest.start());
        if (store) out.printf("共享存储也已复制 the shared store was copied: %s%n", made.resolve(StoreCopy.FOLDER));
        if (keys != null) out.printf("密钥副本 keys: %s（%s）%n", keys, "请与备份分开保管 keep them apart from the backups");
    }

    private static int keep(Words words) throws BackupRefused {
        String keep = words.text("keep");
        if (keep == null) return 0;
        if (!keep.matches("[1-9]\\d{0,3}")) throw new BackupRefused("用法：" + USAGE, "Usage: " + USAGE);
        return Integer.parseInt(keep);
    }

    private static Path embedded(Backup backup, Path home, Instant now) throws IOException {
        try (EmbeddedPostgres database = EmbeddedPostgres.start(home, Map.of())) {
            return backup.of(database, now);
        }
    }

    static OwnDatabase own(String url) {
        return new OwnDatabase(url, environment("SHOUWEN_DB_USER", "shouwen"), environment("SHOUWEN_DB_PASSWORD", ""));
    }

    static @Nullable SharedObjects shared() {
        return NamedStore.of(name -> environment(name, "")).orElse(null);
    }

    static Path home() {
        return Path.of(environment("SHOUWEN_HOME", ".shouwen")).toAbsolutePath().normalize();
    }

    static String environment(String name, String otherwise) {
        String value = System.getenv(name);
        return value == null || value.isBlank() ? otherwise : value;
    }
}
