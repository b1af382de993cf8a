package org.shouwen.upgrade;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/** The migrations of the released versions, each with the SHA-256 of its bytes. */
final class Migrations {
    static final String FOLDER = "/db/migration/";

    private Migrations() {}

    /** Digest by file, such as {@code intake/V901__intake.sql}. */
    static Map<String, String> pinned() {
        Map<String, String> pinned = new TreeMap<>();
        new String(read("/upgrade/migrations.sha256"), StandardCharsets.UTF_8)
                .lines()
                .forEach(line -> pinned.put(line.substring(66), line.substring(0, 64)));
        return pinned;
    }

    static byte[] bytes(String name) {
        return read(FOLDER + name);
    }

    static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] read(String resource) {
        try (InputStream in = Objects.requireNonNull(Migrations.class.getResourceAsStream(resource), resource)) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
