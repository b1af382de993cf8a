package org.shouwen.operations;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.shouwen.cli.OfflineCommand;
import org.shouwen.embedded.EmbeddedPostgres;
import org.shouwen.embedded.Recovery;

/**
 * {@code upgrade --check}: rehearses what the first start of this build would do, on a copy in a second place, while the
 * earlier version runs. The real home and its database are only read. {@code --at} names an empty folder for the copy;
 * {@code --database} a copy of the city's own PostgreSQL that its own tool made, with the same user and password.
 */
public final class UpgradeCommand implements OfflineCommand {
    private static final String USAGE = "./shouwen upgrade --check [--at=FOLDER] [--database=JDBC-URL]";

    @Override
    public String name() {
        return "upgrade";
    }

    @Override
    public String arguments() {
        return "--check [--at=FOLDER] [--database=JDBC-URL]";
    }

    @Override
    public int run(List<String> arguments, PrintStream out, PrintStream progress) {
        try {
            Words words = Words.of(arguments, 0, Set.of("check", "at", "database"), USAGE);
            if (!words.has("check"))
                throw new BackupRefused(
                        "升级在启动时自动进行；先用 --check 演练。用法：" + USAGE,
                        "A start upgrades by itself; --check rehearses it before. Usage: " + USAGE);
            return check(words, out);
        } catch (IOException | UncheckedIOException e) {
            return FileFault.said(e, arguments, progress);
        }
    }

    private static int check(Words words, PrintStream out) throws IOException {
        Path home = BackupCommand.home();
        String url = BackupCommand.environment("SHOUWEN_DB_URL", "");
        if (url.isEmpty() && !Files.exists(home.resolve("postgres/data/PG_VERSION")))
            throw new BackupRefused("这里没有可升级的数据：" + home, "There is nothing to upgrade here: " + home);
        TemporaryPlace.clearLeft(TemporaryPlace.temporary(), out);
        try (TemporaryPlace place = empty(words.path("at"))) {
            SecondPlace second = new SecondPlace(place.home());
            Rehearsal rehearsal = new Rehearsal(second, out);
            try {
                if (url.isEmpty()) {
                    copied(second, home, out);
                    return rehearsal.embedded();
                }
                OwnDatabase copy = BackupCommand.own(url).copy(words.text("database"));
                second.shared("seals/");
                second.beside(home);
                return rehearsal.own(copy);
            } catch (IOException e) {
                throw BackupRefused.because(e, place.home());
            }
        }
    }

    private static void copied(SecondPlace second, Path home, PrintStream out) throws IOException {
        long needed = 64L << 20;
        for (Path file : Backup.regular(home.resolve("postgres/data"))) needed += Backup.size(file);
        long there = second.home().toFile().getUsableSpace();
        if (there < needed)
            throw new BackupRefused(
                    "%s 空间不足：约需 %d MB，可用 %d MB。请用 --at=目录 另指定。".formatted(second.home(), needed >> 20, there >> 20),
                    "Not enough room in %s: about %d MB are needed, %d MB are free. Name another folder with --at."
                            .formatted(second.home(), needed >> 20, there >> 20));
        long began = System.nanoTime();
        try (EmbeddedPostgres database = EmbeddedPostgres.start(home, Map.of())) {
            second.copy(home, database);
        }
        Recovery.run(second.home(), new Recovery.Until.EndOfBackup()).close();
        out.printf(
                "演练升级：数据已复制到 %1$s，用时 %2$.1f 秒 rehearsing on a copy in %1$s, made in %2$.1f s%n",
                second.home(), (System.nanoTime() - began) / 1e9);
    }

    private static TemporaryPlace empty(@Nullable Path named) throws IOException {
        TemporaryPlace place = named == null
                ? TemporaryPlace.make(TemporaryPlace.temporary(), "upgrade")
                : TemporaryPlace.named(named.toAbsolutePath().normalize());
        Path at = Files.createDirectories(place.home());
        try (Stream<Path> there = Files.list(at)) {
            if (there.findAny().isPresent())
                throw new BackupRefused("%s 不是空目录，请指定空目录。".formatted(at), at + " is not empty. Name an empty folder.");
        }
        place.filled();
        return place;
    }
}
