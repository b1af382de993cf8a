package org.shouwen.operations;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.shouwen.blobs.SharedObjects;
import org.shouwen.blobs.StoreUnavailable;
import org.shouwen.cli.OfflineCommand;
import org.shouwen.embedded.CannotStart;
import org.shouwen.embedded.HomeLock;

/**
 * {@code restored}: a city's own database was restored to a moment by its own tool while homes and store stayed as they are.
 * Notes of entries that were not sealed are put aside (they may be of after the moment), and the mark is left with which
 * the next start does what {@link AfterRestore} does.
 */
public final class RestoredCommand implements OfflineCommand {
    private static final String USAGE = "./shouwen restored [--until=TIME]";

    @Override
    public String name() {
        return "restored";
    }

    @Override
    public String arguments() {
        return "[--until=TIME]";
    }

    @Override
    public int run(List<String> arguments, PrintStream out, PrintStream progress) {
        Path home = BackupCommand.home();
        try {
            Words words = Words.of(arguments, 0, Set.of("until"), USAGE);
            Instant until = words.has("until") ? RestoreCommand.moment(words.text("until")) : null;
            if (BackupCommand.environment("SHOUWEN_DB_URL", "").isEmpty())
                throw new BackupRefused(
                        "没有设置 SHOUWEN_DB_URL：请带上系统的设置运行；自带数据库的备份由 restore 恢复。",
                        "SHOUWEN_DB_URL is not set: run this with the product's settings; a home with its own database is restored by restore.");
            if (!Files.isDirectory(home)) throw new BackupRefused("没有这个数据目录：" + home, "No such home: " + home);
            try (HomeLock _ = HomeLock.take(home, 0)) {
                int notes = noted(
                        home,
                        BackupCommand.shared(),
                        until,
                        InstantSource.system().instant());
                out.printf("已登记：数据库已恢复；移开未封存的留痕 noted that the database was restored; notes put aside: %d%n", notes);
                out.println("下次启动时会先再次遗忘已遗忘的人，然后才开放 the next start forgets again whom it had forgotten, then serves");
                return 0;
            }
        } catch (CannotStart e) {
            progress.println(e.getMessage());
            return 2;
        } catch (StoreUnavailable e) {
            progress.printf(
                    "共享存储没有回应，再执行一次会接着做 the store does not answer, the same command goes on: %s%n", e.getMessage());
            return 2;
        } catch (IOException | UncheckedIOException e) {
            return FileFault.said(e, arguments, progress);
        }
    }

    /** @return how many files of notes were put aside; they prove that there was more, and are never destroyed */
    private static int noted(Path home, @Nullable SharedObjects shared, @Nullable Instant until, Instant now)
            throws IOException {
        String aside = "seals/" + AfterRestore.notesAside(now) + "/";
        int notes = 0;
        for (Path note : Backup.regular(home.resolve("seals"))) {
            String name = note.getFileName().toString();
            if (!name.startsWith("witness")) continue;
            Path to = home.resolve(aside + name.replace("witness", "notes"));
            Files.createDirectories(to.getParent());
            Files.move(note, to);
            notes++;
        }
        if (shared != null)
            for (String name : shared.names(StoreCopy.NOTES)) {
                try {
                    shared.put(aside + name.substring(StoreCopy.NOTES.length()), shared.get(name), now);
                    shared.remove(name);
                    notes++;
                } catch (NoSuchElementException byAnotherNode) {
                    // it is aside
                }
            }
        Files.writeString(home.resolve(AfterRestore.MARK), AfterRestore.mark("own database", "", until, now));
        return notes;
    }
}
