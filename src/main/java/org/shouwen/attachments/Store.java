package org.shouwen.attachments;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** The bytes, in a folder under their hash: the same paper twice takes the room of one. */
@Component
class Store {
    /** What is about to be destroyed. */
    static final String ASIDE = ".gone";

    private final Path folder;
    private final InstantSource clock;

    Store(@Value("${shouwen.home:.shouwen}") Path home, InstantSource clock) {
        this.clock = clock;
        this.folder = home.resolve("papers");
    }

    static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Written whole or not at all. */
    void put(String sha256, byte[] bytes) {
        Path file = file(sha256);
        try {
            if (touched(file)) return;
            Files.createDirectories(file.getParent());
            Path draft = Files.createTempFile(file.getParent(), "new", ".part");
            Files.write(draft, bytes);
            Files.setLastModifiedTime(draft, FileTime.from(clock.instant()));
            Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether it is there; it counts as new from now on. */
    private boolean touched(Path file) throws IOException {
        try {
            Files.setLastModifiedTime(file, FileTime.from(clock.instant()));
            return true;
        } catch (NoSuchFileException e) {
            return false;
        }
    }

    /** Files that nobody has handed in anew for so long, also halves of them. */
    List<Path> lyingFor(Duration age) {
        if (!Files.isDirectory(folder)) return List.of();
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).filter(f -> lies(f, age)).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private boolean lies(Path file, Duration age) {
        try {
            return Files.getLastModifiedTime(file)
                    .toInstant()
                    .isBefore(clock.instant().minus(age));
        } catch (IOException e) {
            return false; // taken away meanwhile
        }
    }

    /** Unless somebody hands in the same at this very moment. */
    void removeLying(Path file, Duration age) throws IOException {
        Path aside = file.resolveSibling(file.getFileName() + ASIDE);
        Files.move(file, aside, StandardCopyOption.ATOMIC_MOVE);
        if (lies(aside, age)) Files.delete(aside);
        else Files.move(aside, file, StandardCopyOption.ATOMIC_MOVE);
    }

    /** What a breakdown left aside although a row names it. */
    void putBack(Path file) throws IOException {
        String name = String.valueOf(file.getFileName());
        if (name.endsWith(ASIDE)) Files.move(file, file.resolveSibling(name.replace(ASIDE, "")));
    }

    void remove(String sha256) {
        try {
            Files.deleteIfExists(file(sha256));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @throws IllegalStateException when the bytes are not the ones that were handed in */
    byte[] get(String sha256) {
        try {
            byte[] bytes = Files.readAllBytes(file(sha256));
            if (!sha256(bytes).equals(sha256)) throw new IllegalStateException("a paper was changed: " + sha256);
            return bytes;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path file(String sha256) {
        return folder.resolve(sha256.substring(0, 2)).resolve(sha256);
    }
}
