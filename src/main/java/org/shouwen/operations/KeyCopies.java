package org.shouwen.operations;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Copies of the keys: a backup without them is worthless, and one that holds them is everything. */
final class KeyCopies {
    /** What is said before a key can be lost. */
    static final String MEANING_ZH = "密钥丢失后，诉求人的姓名和电话将永远无法读出，历史也无法续写；任何人都没有办法恢复。";

    static final String MEANING_EN =
            "Without the keys no name and number of an appellant can ever be read again, and the history can not be"
                    + " continued; nobody can get them back.";

    /** Where the keys of a backup are. */
    enum Where {
        /** In the backup itself. */
        INSIDE,
        /** In a folder of their own that whoever made the backup named. */
        APART,
        /** In the environment or with a program; no files. */
        ELSEWHERE
    }

    private KeyCopies() {}

    static List<Path> files(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) return List.of();
        try (Stream<Path> all = Files.list(folder)) {
            return all.filter(f -> f.getFileName().toString().endsWith(".key"))
                    .filter(f -> !f.getFileName().toString().startsWith("new"))
                    .sorted()
                    .toList();
        }
    }

    /**
     * Decides where the keys of a backup are to be.
     *
     * @param apart the folder named by {@code --keys}
     * @throws BackupRefused when nothing was said, or the folder lies within the backups
     */
    static Where decide(Path home, Path place, boolean inside, @Nullable Path apart) throws IOException {
        if (files(home.resolve("keys")).isEmpty()) return Where.ELSEWHERE;
        if (inside) return Where.INSIDE;
        if (apart == null) {
            throw new BackupRefused(
                    MEANING_ZH + "\n请说明密钥放在哪里：--keys=另一处目录（复制到那里，与数据库分开保管，推荐），" + "或 --keys-inside（放进备份：谁拿到备份就拿到一切）。",
                    MEANING_EN + "\nSay where the keys go: --keys=FOLDER copies them there, apart from the database"
                            + " (better), or --keys-inside puts them into the backup (whoever has it has everything).");
        }
        if (apart.startsWith(place) || apart.startsWith(home)) {
            throw new BackupRefused(
                    "--keys 的目录应在备份目录和数据目录之外：%s".formatted(apart),
                    "The folder of --keys must lie outside the backups and the home: " + apart);
        }
        return Where.APART;
    }

    /**
     * Copies what is not there yet. A key of the same name with other bytes is never written over.
     *
     * @return how many keys lie there
     */
    static int copy(Path home, Path to) throws IOException {
        List<Path> keys = files(home.resolve("keys"));
        Files.createDirectories(to, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        for (Path key : keys) {
            Path there = to.resolve(key.getFileName());
            if (!Files.exists(there)) {
                Path draft = to.resolve(key.getFileName() + BackupFolder.PART);
                Files.copy(key, draft, StandardCopyOption.COPY_ATTRIBUTES, StandardCopyOption.REPLACE_EXISTING);
                Forced.file(draft);
                Files.move(draft, there, StandardCopyOption.ATOMIC_MOVE);
            } else if (!Arrays.equals(Files.readAllBytes(key), Files.readAllBytes(there))) {
                throw new BackupRefused(
                        "%s 已有另一个同名密钥（可能属于另一套系统），未覆盖：请另指定目录。".formatted(there),
                        "%s is another key of this name, perhaps of another system, and was not written over: name another folder."
                                .formatted(there));
            }
        }
        Forced.folder(to);
        return keys.size();
    }
}
