package org.shouwen.operations;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.shouwen.embedded.Recovery;

/**
 * Where a whole city is laid for a while, its keys with it: a folder that was named, else a temporary one of its owner
 * alone. It is taken away at the end; what a command that was killed left there, the next one clears.
 */
final class TemporaryPlace implements AutoCloseable {
    private static final Pattern NAME = Pattern.compile("shouwen-(drill|upgrade)-\\d+");
    private static final String LOCK = "lock";
    private static final String HOME = "home";

    private final Path folder;
    private final Path home;
    private final @Nullable FileHold hold;
    private boolean own;

    private TemporaryPlace(Path folder, Path home, @Nullable FileHold hold) {
        this.folder = folder;
        this.home = home;
        this.hold = hold;
        this.own = hold != null;
    }

    /** The machine's folder for what is temporary. */
    static Path temporary() {
        return Path.of(System.getProperty("java.io.tmpdir"));
    }

    /** It is left as it is until {@link #filled}: it may hold what is somebody's. */
    static TemporaryPlace named(Path folder) {
        return new TemporaryPlace(folder, folder, null);
    }

    /** @param what {@code drill} or {@code upgrade} */
    static TemporaryPlace make(Path temporary, String what) throws IOException {
        while (true) {
            Path folder = Files.createTempDirectory(temporary, "shouwen-" + what + "-"); // rwx------
            Optional<FileHold> hold = FileHold.take(folder.resolve(LOCK));
            if (hold.isPresent()) return new TemporaryPlace(folder, folder.resolve(HOME), hold.get());
            // whoever clears took it for left in the moment between the two
        }
    }

    /** Where the city is laid; it is not there yet where it is a temporary one. */
    Path home() {
        return home;
    }

    /** From now on what lies in it is the command's own. */
    void filled() {
        own = true;
    }

    /** Takes away what killed commands of this user left, and ends a database that still runs in it. */
    static void clearLeft(Path temporary, PrintStream out) throws IOException {
        if (!Files.isDirectory(temporary)) return;
        List<Path> folders;
        try (Stream<Path> all = Files.list(temporary)) {
            folders = all.filter(f -> NAME.matcher(f.getFileName().toString()).matches())
                    .toList();
        }
        for (Path folder : folders) {
            try {
                if (ours(folder)) clear(folder, out);
            } catch (IOException e) {
                out.printf("没能清除中断的演练 what a broken-off rehearsal left could not be removed: %s (%s)%n", folder, e);
            }
        }
    }

    private static boolean ours(Path folder) throws IOException {
        return Files.isRegularFile(folder.resolve(LOCK), LinkOption.NOFOLLOW_LINKS)
                && Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)
                && Files.getOwner(folder, LinkOption.NOFOLLOW_LINKS).getName().equals(System.getProperty("user.name"));
    }

    private static void clear(Path folder, PrintStream out) throws IOException {
        Optional<FileHold> hold = FileHold.take(folder.resolve(LOCK));
        if (hold.isEmpty()) return; // its command is at work
        try (FileHold _ = hold.get()) {
            for (Path home : List.of(folder.resolve(HOME), folder.resolve(HOME).resolve(Restore.DRAFT)))
                Recovery.abandon(home);
            BackupFolder.delete(folder);
            out.printf("已清除中断的演练 removed what a broken-off rehearsal left: %s%n", folder);
        }
    }

    @Override
    public void close() throws IOException {
        try {
            if (own) BackupFolder.delete(folder);
        } finally {
            if (hold != null) hold.close();
        }
    }
}
