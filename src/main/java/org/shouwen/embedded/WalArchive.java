package org.shouwen.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The folder into which the embedded database archives its log (WAL), for recovery to a point in time. Which one it is
 * stands in {@code postgres/archive}, so that a start by a command archives as the server's own start does. Segments are
 * packed by gzip and named {@code wal/<segment>.gz}; at most a minute of acknowledged work is not archived yet.
 */
public final class WalArchive {
    private static final Pattern PLAIN = Pattern.compile("[\\p{L}\\p{N}/._-]+");
    private static final String LONGEST_SECONDS = "60";

    private WalArchive() {}

    /**
     * Notes the folder for every later start; an empty text ends the archiving.
     *
     * @throws CannotStart when the folder can not be written, its name can not stand in a shell's line, or it holds another
     *     restore's log of the same number
     */
    public static void use(Path home, String folder) {
        Path base = home.toAbsolutePath().normalize().resolve("postgres");
        Path note = note(base);
        try {
            if (folder.isBlank()) {
                Files.deleteIfExists(note);
                return;
            }
            Path archive = Path.of(folder).toAbsolutePath().normalize();
            if (!PLAIN.matcher(archive.toString()).matches()) {
                throw new CannotStart(
                        "归档目录 %s 的名称只能含文字、数字和 / . _ -。".formatted(archive),
                        "The archive's folder %s may have letters, digits and / . _ - only.".formatted(archive));
            }
            Files.createDirectories(archive.resolve("wal"));
            if (!Files.isWritable(archive.resolve("wal"))) throw CannotStart.notOurs(archive);
            Timelines.keep(base.resolve("data"), archive.resolve("wal"));
            Files.createDirectories(base);
            Path draft = Files.writeString(note.resolveSibling("archive.new"), archive + "\n");
            Files.move(draft, note, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw CannotStart.because(base, e);
        }
    }

    /** The folder in use; empty when nothing is archived. */
    public static Optional<Path> of(Path home) {
        return read(home.toAbsolutePath().normalize().resolve("postgres"));
    }

    private static Optional<Path> read(Path base) {
        try {
            Path note = note(base);
            return Files.exists(note)
                    ? Optional.of(Path.of(Files.readString(note).strip()))
                    : Optional.empty();
        } catch (IOException e) {
            throw CannotStart.because(base, e);
        }
    }

    private static Path note(Path base) {
        return base.resolve("archive");
    }

    static Map<String, String> settings(Path base) {
        return read(base)
                .map(a -> Map.of(
                        "archive_mode",
                        "on",
                        "archive_command",
                        keep(a.resolve("wal")),
                        "archive_timeout",
                        LONGEST_SECONDS))
                .orElse(Map.of());
    }

    /** Never writes over a segment; one that lies there already with the same bytes was kept before a crash. */
    private static String keep(Path wal) {
        return ("if [ -f %1$s/%%f.gz ]; then gzip -dc %1$s/%%f.gz | cmp -s - %%p; else gzip -1 < %%p >"
                        + " %1$s/%%f.part && sync %1$s/%%f.part && mv %1$s/%%f.part %1$s/%%f.gz; fi")
                .formatted(wal);
    }

    /** What gets an archived segment back during recovery. */
    static String fetch(Path archive) {
        return "gzip -dc < %s/%%f.gz > %%p".formatted(archive.resolve("wal"));
    }
}
