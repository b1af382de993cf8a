package org.shouwen.operations;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A backup that is being made: under {@code <name>.part} until it is whole, so that what broke off is never taken for
 * one. Each file's SHA-256 stands in {@code files.sha256}, in the form of {@code sha256sum}.
 */
final class BackupFolder implements AutoCloseable {
    static final String FILES = "files.sha256";
    static final String PART = ".part";

    private final Path draft;
    private final Path whole;
    private final EarlierBackup before;
    private final Writer list;
    private long bytes;

    BackupFolder(Path place, String name) throws IOException {
        this.before = new EarlierBackup(newest(place).orElse(null), name);
        this.whole = place.resolve(name);
        this.draft = place.resolve(name + PART);
        Files.createDirectories(draft);
        this.list = Files.newBufferedWriter(draft.resolve(FILES), StandardOpenOption.CREATE_NEW);
    }

    /** The newest whole backup in a place: names are moments. */
    static Optional<Path> newest(Path place) throws IOException {
        return whole(place).max(Comparator.comparing(p -> p.getFileName().toString()));
    }

    static Stream<Path> whole(Path place) throws IOException {
        if (!Files.isDirectory(place)) return Stream.empty();
        try (Stream<Path> all = Files.list(place)) {
            return all
                    .filter(p -> p.getFileName().toString().matches("\\d{8}-\\d{6}")
                            && Files.exists(p.resolve(Manifest.FILE)))
                    .toList()
                    .stream();
        }
    }

    Path path(String relative) {
        return draft.resolve(relative);
    }

    long bytes() {
        return bytes;
    }

    /** Copies a file that may change or grow meanwhile; its digest is of what was copied. */
    void copy(Path from, Path to) throws IOException {
        MessageDigest sha256 = sha256();
        Files.createDirectories(to.getParent());
        try (InputStream in = new DigestInputStream(Files.newInputStream(from), sha256);
                OutputStream out = Files.newOutputStream(to)) {
            bytes += in.transferTo(out);
        }
        Forced.file(to);
        note(to, HexFormat.of().formatHex(sha256.digest()));
    }

    /**
     * Copies a file whose name is its digest. Where the last backup has it, both share it: a name that is a digest is
     * never written to.
     */
    void copyNamed(Path from, String relative) throws IOException {
        if (has(relative)) return;
        Path to = draft.resolve(relative);
        try {
            if (!linked(relative, Files.size(from))) copy(from, to);
        } catch (NoSuchFileException destroyedMeanwhile) {
            Files.deleteIfExists(to);
        }
    }

    boolean has(String relative) {
        return Files.exists(draft.resolve(relative));
    }

    /** Shares a file whose name is its digest with the last backup; false where that has it not, or they can not share. */
    boolean linked(String relative) throws IOException {
        return linked(relative, -1);
    }

    private boolean linked(String relative, long size) throws IOException {
        Path to = draft.resolve(relative);
        if (!before.share(relative, size, to)) return false;
        note(to, to.getFileName().toString());
        return true;
    }

    /** Attachments of the last backup that had rotted there and were copied anew. */
    int renewed() {
        return before.rotten();
    }

    /** Keeps bytes that lie in no folder. */
    void copy(byte[] from, String relative) throws IOException {
        Path to = draft.resolve(relative);
        Files.createDirectories(to.getParent());
        Files.write(to, from);
        Forced.file(to);
        bytes += from.length;
        note(to, HexFormat.of().formatHex(sha256().digest(from)));
    }

    private void note(Path to, String sha256) throws IOException {
        list.write(sha256 + "  " + draft.relativize(to) + "\n");
    }

    /** The digest of the list; nothing can be added after this. */
    String closeList() throws IOException {
        list.close();
        Forced.file(draft.resolve(FILES));
        return digest(draft.resolve(FILES));
    }

    void write(String relative, String text) throws IOException {
        Files.writeString(
                draft.resolve(relative),
                text,
                StandardCharsets.UTF_8,
                StandardOpenOption.CREATE,
                StandardOpenOption.SYNC);
    }

    /** From now on it is a backup, also after a power cut: all that lies in it is on the disk before it gets its name. */
    Path finish() throws IOException {
        Forced.folders(draft);
        Files.move(draft, whole, StandardCopyOption.ATOMIC_MOVE);
        Forced.folder(whole.toAbsolutePath().getParent());
        return whole;
    }

    /** Takes away what did not become whole. */
    @Override
    public void close() throws IOException {
        try {
            list.close(); // on a full disk the rest of the list can not be written either
        } finally {
            delete(draft);
        }
    }

    static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) return;
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) Files.deleteIfExists(file);
        }
    }

    static String digest(Path file) throws IOException {
        MessageDigest sha256 = sha256();
        try (InputStream in = new DigestInputStream(Files.newInputStream(file), sha256)) {
            in.transferTo(OutputStream.nullOutputStream());
        }
        return HexFormat.of().formatHex(sha256.digest());
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
