package org.shouwen.operations;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.shouwen.cli.OfflineCommand;

/** {@code restore DIR HOME}: lays a backup into an empty home, as it was or as it was at a moment. */
public final class RestoreCommand implements OfflineCommand {
    private static final String USAGE =
            "./shouwen restore DIR HOME [--keys=FOLDER] [--archive=FOLDER [--until=TIME | --until=newest]] [--erasures=FILE]";

    @Override
    public String name() {
        return "restore";
    }

    @Override
    public String arguments() {
        return "DIR HOME [--keys=FOLDER] [--archive=FOLDER] [--until=TIME] [--erasures=FILE]";
    }

    @Override
    public int run(List<String> arguments, PrintStream out, PrintStream progress) {
        try {
            Words words = Words.of(arguments, 2, Set.of("keys", "archive", "until", "erasures"), USAGE);
            Path home = Path.of(words.named().getLast());
            RestoredHome restored = new Restore(Path.of(words.named().getFirst()), home)
                    .run(wish(words), InstantSource.system().instant());
            tell(restored, home, out);
            return 0;
        } catch (IOException | UncheckedIOException e) {
            return FileFault.said(e, arguments, progress);
        }
    }

    static RestoreWish wish(Words words) throws BackupRefused {
        String until = words.text("until");
        boolean newest = "newest".equals(until);
        Path erasures = words.path("erasures");
        return new RestoreWish(
                words.path("keys"),
                words.path("archive"),
                until == null || newest ? null : moment(until),
                newest,
                erasures == null ? List.of() : List.of(erasures));
    }

    /** {@code 2026-11-28T10:15} or {@code 2026-11-28 10:15:30} of Shanghai, or with an offset. */
    static Instant moment(@Nullable String text) throws BackupRefused {
        String given = String.valueOf(text).strip().replace(' ', 'T');
        try {
            return given.matches(".*(Z|[+-]\\d\\d:?\\d\\d)")
                    ? OffsetDateTime.parse(given).toInstant()
                    : LocalDateTime.parse(given).atZone(Backup.ZONE).toInstant();
        } catch (DateTimeException e) {
            throw new BackupRefused(
                    "--until 的时间看不懂：%s（例如 2026-11-28T10:15，北京时间）。".formatted(given),
                    "The time of --until is not understood: %s (2026-11-28T10:15, say, of Shanghai).".formatted(given),
                    e);
        }
    }

    private static void tell(RestoredHome restored, Path home, PrintStream out) {
        out.printf("已恢复 restored: %s → %s%n", restored.backup(), home);
        if (restored.manifest().database() == Manifest.Database.OWN) {
            out.printf(
                    "请先把数据库恢复到恢复点 %1$s，再启动 restore the database to its restore point %1$s, then start%n",
                    restored.manifest().start());
        }
        out.println("启动时会再次遗忘已遗忘的人 the first start forgets again whom it had forgotten");
        out.printf("启动前请核对 check before use: SHOUWEN_HOME=%s ./shouwen verify%n", home);
    }
}
