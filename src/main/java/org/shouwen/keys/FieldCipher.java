package org.shouwen.keys;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * Single values, authenticated and encrypted, as {@code header | 12 bytes nonce | ciphertext and tag}; the header tells
 * the suite and the key's version, so that old values are read while new ones are written under another. A value is
 * bound to its row and column: moved elsewhere it can't be read.
 */
public final class FieldCipher {
    private static final int NONCE = 12;
    private static final int TAG_BITS = 128;
    private static final int SM = 0x80;

    private final String name;
    private final KeyVersions versions;
    private final Map<Byte, SecretKeySpec> keys = new ConcurrentHashMap<>();
    private final SecureRandom random = new SecureRandom();

    /** @param name of the key, such as {@code identity} */
    public FieldCipher(String name, KeyVersions versions) {
        this.name = name;
        this.versions = versions;
    }

    public byte @Nullable [] encrypt(UUID row, String column, String value) {
        if (value.isEmpty()) return null;
        byte[] nonce = new byte[NONCE];
        random.nextBytes(nonce);
        byte header = header();
        byte[] sealed = run(Cipher.ENCRYPT_MODE, header, nonce, row, column, value.getBytes(StandardCharsets.UTF_8));
        return ByteBuffer.allocate(1 + NONCE + sealed.length)
                .put(header)
                .put(nonce)
                .put(sealed)
                .array();
    }

    /** @throws IllegalStateException when the value was changed, moved, or its key is not here */
    public String decrypt(UUID row, String column, byte @Nullable [] kept) {
        if (kept == null) return "";
        byte[] nonce = Arrays.copyOfRange(kept, 1, 1 + NONCE);
        byte[] sealed = Arrays.copyOfRange(kept, 1 + NONCE, kept.length);
        return new String(run(Cipher.DECRYPT_MODE, kept[0], nonce, row, column, sealed), StandardCharsets.UTF_8);
    }

    /** Whether a value stands under the suite and the key that are written with now. */
    public boolean isCurrent(byte @Nullable [] kept) {
        return kept == null || kept[0] == header();
    }

    private byte header() {
        return (byte) (versions.current(name) | (versions.suite() == Suite.SM ? SM : 0));
    }

    private byte[] run(int mode, byte header, byte[] nonce, UUID row, String column, byte[] input) {
        Suite suite = (header & SM) == 0 ? Suite.INTERNATIONAL : Suite.SM;
        try {
            Cipher cipher = suite.cipher();
            cipher.init(mode, key(header, suite), new GCMParameterSpec(TAG_BITS, nonce));
            cipher.updateAAD((row + ":" + column).getBytes(StandardCharsets.US_ASCII));
            return cipher.doFinal(input);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("%s of %s can't be read".formatted(name, row), e);
        }
    }

    private SecretKeySpec key(byte header, Suite suite) {
        return keys.computeIfAbsent(header, _ -> suite.key(versions.key(name, header & 0x7F)));
    }
}
