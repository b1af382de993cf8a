package org.shouwen.keys;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Secret keys of 32 bytes by name. They lie outside the database: in the environment ({@code SHOUWEN_KEY_HISTORY},
 * base64) or in {@code SHOUWEN_HOME/keys/history.key}, made on first use and readable by the owner only. Whoever
 * copies the database alone can neither read an identity nor forge the history.
 */
@Component
public final class Keys {
    private static final int BYTES = 32;
    private final Path folder;
    private final Map<String, byte[]> known = new ConcurrentHashMap<>();

    Keys(@Value("${shouwen.home:.shouwen}") Path home) {
        this.folder = home.resolve("keys");
    }

    /**
     * @param name lower-case letters and dashes
     * @throws UncheckedIOException when the key can be neither read nor made
     */
    public byte[] key(String name) {
        return known.computeIfAbsent(name, this::load).clone();
    }

    private byte[] load(String name) {
        String variable = "SHOUWEN_KEY_" + name.toUpperCase(Locale.ROOT).replace('-', '_');
        String fromEnvironment = System.getenv(variable);
        try {
            String text = fromEnvironment != null ? fromEnvironment : fromFile(folder.resolve(name + ".key"));
            byte[] key = Base64.getDecoder().decode(text.strip());
            if (key.length != BYTES) throw new IOException("key " + name + " must have 32 bytes in base64");
            return key;
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "the key '%s' can't be read: put it back into %s or %s".formatted(name, folder, variable), e);
        }
    }

    private String fromFile(Path file) throws IOException {
        if (!Files.exists(file)) {
            Files.createDirectories(folder);
            byte[] fresh = new byte[BYTES];
            new SecureRandom().nextBytes(fresh);
            Path draft = Files.createTempFile(
                    folder,
                    "new",
                    ".key",
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.writeString(draft, Base64.getEncoder().encodeToString(fresh) + "\n", StandardOpenOption.SYNC);
            try {
                Files.createLink(file, draft); // fails where another process was faster: then its key is the key
            } catch (java.nio.file.FileAlreadyExistsException e) {
                // read below
            }
            Files.delete(draft);
        }
        return Files.readString(file);
    }
}
