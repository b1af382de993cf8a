package org.shouwen.operations;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.stream.Stream;
import org.shouwen.retention.ErasureLog;

/** The files of a home as they are laid from a backup, the archive and the folder of the keys. */
final class LaidHome {
    private final Path backup;
    private final Path draft;

    LaidHome(Path backup, Path draft) {
        this.backup = backup;
        this.draft = draft;
    }

    /** Each file must be what it was when it was copied. */
    void lay() throws IOException {
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

    void layKeys(RestoreWish wish) throws IOException {
        if (wish.keys() == null) return;
        Files.createDirectories(draft.resolve("keys"));
        for (Path key : KeyCopies.files(wish.keys())) {
            Path to = draft.resolve("keys").resolve(key.getFileName());
            Files.copy(key, to, StandardCopyOption.REPLACE_EXISTING);
            Files.setPosixFilePermissions(to, PosixFilePermissions.fromString("rw-------"));
        }
    }

    /** What was mirrored beside the log: attachments and seals that are younger than the backup. */
    void fromArchive(Path archive) throws IOException {
        for (Path f : Backup.regular(archive.resolve("papers"))) {
            Path to = draft.resolve(archive.relativize(f).toString());
            Files.createDirectories(to.getParent());
            if (!Files.exists(to) && f.getFileName().toString().matches("[0-9a-f]{64}")) Files.copy(f, to);
        }
        Files.createDirectories(draft.resolve("seals"));
        Path seals = archive.resolve("seals/seals.log");
        if (Files.exists(seals))
            Files.copy(seals, draft.resolve("seals/seals.log"), StandardCopyOption.REPLACE_EXISTING);
    }

    /** Whoever was forgotten since the backup stands in lists that are younger than it. */
    void erasures(RestoreWish wish) throws IOException {
        Path own = draft.resolve(ErasureLog.FILE);
        if (wish.archive() != null) ErasureLists.add(wish.archive().resolve(ErasureLog.FILE), own);
        for (Path more : wish.erasures()) {
            if (!Files.exists(more)) throw new NoSuchFileException(more.toString());
            ErasureLists.add(more, own);
        }
    }
}
