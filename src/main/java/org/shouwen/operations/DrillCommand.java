package org.shouwen.operations;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.shouwen.cli.OfflineCommand;

/**
 * {@code backup drill DIR}: restores the newest backup to a second place, starts it there as a command (so that nobody is
 * served and no message leaves), proves it by {@code verify} and by counting, and takes the second place away.
 */
public final class DrillCommand implements OfflineCommand {
    private static final String USAGE = "./shouwen backup drill DIR [--keys=FOLDER] [--at=FOLDER]";

    @Override
    public String name() {
        return "backup drill";
    }

    @Override
    public String arguments() {
        return "DIR [--keys=FOLDER] [--at=FOLDER]";
    }

    @Override
    public int run(List<String> arguments, PrintStream out, PrintStream progress) throws IOException {
        InstantSource clock = InstantSource.system();
        try {
            Words words = Words.of(arguments, 1, Set.of("keys", "at"), USAGE);
            Path named = words.path("at");
            Path at = named == null
                    ? Files.createTempDirectory("shouwen-drill")
                    : named.toAbsolutePath().normalize();
            return drill(Path.of(words.named().getFirst()), at, RestoreCommand.wish(words), clock, out);
        } catch (BackupRefused e) {
            progress.println(e.getMessage());
            return 2;
        }
    }

    private static int drill(Path from, Path at, RestoreWish wish, InstantSource clock, PrintStream out)
            throws IOException {
        Instant began = clock.instant();
        RestoredHome restored = new Restore(from, at).run(wish, began);
        try {
            long seconds = Duration.between(began, clock.instant()).toSeconds();
            out.printf("演练：已恢复到 %s，用时 %d 秒 restored to a second place in %d s%n", at, seconds, seconds);
            List<String> wrong = restored.miscounted();
            out.printf(
                    "清点 counted: %d 张表 tables, %d 行 rows, %d 处不符 differ%n",
                    restored.counts().size(),
                    restored.counts().values().stream()
                            .mapToLong(Long::longValue)
                            .sum(),
                    wrong.size());
            wrong.forEach(out::println);
            int verified = restored.manifest().database() == Manifest.Database.OWN
                    ? 0
                    : new SecondPlace(at).verify(Map.of(), out);
            boolean good = verified == 0 && wrong.isEmpty();
            if (good) {
                Path home = BackupCommand.home();
                BackupState s = BackupState.of(home);
                if (Files.isDirectory(home))
                    new BackupState(
                                    s.backedUp(),
                                    s.place(),
                                    s.keys(),
                                    clock.instant().toString())
                            .note(home);
            }
            out.println(good ? "演练通过 the drill is passed" : "演练未通过 the drill is NOT passed");
            return good ? 0 : 1;
        } finally {
            BackupFolder.delete(at);
        }
    }
}
