package org.shouwen.operations;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.shouwen.cli.OfflineCommand;

/**
 * {@code backup drill DIR}: restores the newest backup to a second place, starts it there as a command (so that nobody is
 * served and no message leaves), proves it by {@code verify} and by counting, and takes the second place away. Of a city's
 * own PostgreSQL {@code --database} names the copy that its own tool restored to the backup's restore point.
 */
public final class DrillCommand implements OfflineCommand {
    private static final String ARGUMENTS = "DIR [--keys=FOLDER] [--at=FOLDER] [--database=JDBC-URL]";

    @Override
    public String name() {
        return "backup drill";
    }

    @Override
    public String arguments() {
        return ARGUMENTS;
    }

    @Override
    public int run(List<String> arguments, PrintStream out, PrintStream progress) {
        InstantSource clock = InstantSource.system();
        try {
            Words words =
                    Words.of(arguments, 1, Set.of("keys", "at", "database"), "./shouwen backup drill " + ARGUMENTS);
            return drill(Path.of(words.named().getFirst()), words, clock, out);
        } catch (IOException | UncheckedIOException e) {
            return FileFault.said(e, arguments, progress);
        }
    }

    private static int drill(Path from, Words words, InstantSource clock, PrintStream out) throws IOException {
        RestoreWish wish = RestoreCommand.wish(words);
        Path named = words.path("at");
        OwnDatabase copy = copy(new Restore(from, from).manifest(wish), words.text("database"));
        TemporaryPlace.clearLeft(TemporaryPlace.temporary(), out);
        try (TemporaryPlace second = named == null
                ? TemporaryPlace.make(TemporaryPlace.temporary(), "drill")
                : TemporaryPlace.named(named.toAbsolutePath().normalize())) {
            Path at = second.home();
            Instant began = clock.instant();
            RestoredHome laid = new Restore(from, at).run(wish, began);
            second.filled();
            RestoredHome restored =
                    copy == null ? laid : laid.counted(copy.counts().rows());
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
            int verified = new SecondPlace(at).verify(copy == null ? Map.of() : copy.environment(), out);
            boolean good = verified == 0 && wrong.isEmpty();
            if (good) note(clock.instant(), out);
            out.println(good ? "演练通过 the drill is passed" : "演练未通过 the drill is NOT passed");
            return good ? 0 : 1;
        }
    }

    /** @return null where the database is in the backup itself */
    private static @Nullable OwnDatabase copy(Manifest manifest, @Nullable String named) throws IOException {
        if (manifest.database() == Manifest.Database.EMBEDDED) return null;
        String real = BackupCommand.environment("SHOUWEN_DB_URL", "");
        if (real.isEmpty())
            throw new BackupRefused(
                    "没有设置 SHOUWEN_DB_URL：请带上系统的设置运行，以免在正在使用的数据库上演练。",
                    "SHOUWEN_DB_URL is not set: run this with the product's settings, so that it never tries the database in use.");
        OwnDatabase copy = BackupCommand.own(real).copy(named);
        if (manifest.counts().isEmpty())
            throw new BackupRefused(
                    "这份备份没有记下各表行数（由较早的版本制作），无从核对：请重新备份后再演练。",
                    "This backup holds no counts to compare with (an earlier version made it): back up anew, then drill.");
        return copy;
    }

    private static void note(Instant now, PrintStream out) throws IOException {
        BackupStates.note(
                BackupCommand.home(),
                BackupCommand.shared(),
                now,
                s -> new BackupState(s.backedUp(), s.place(), s.keys(), now.toString()),
                out);
    }
}
