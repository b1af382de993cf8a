package org.shouwen.papers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** The bytes, in a folder under their hash: the same paper twice takes the room of one. */
@Component
class Store {
    private final Path folder;

    Store(@Value("${shouwen.home:.shouwen}") Path home) {
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
            if (Files.exists(file)) return;
            Files.createDirectories(file.getParent());
            Path draft = Files.createTempFile(file.getParent(), "new", ".part");
            Files.write(draft, bytes);
            Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
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
