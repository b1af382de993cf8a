package org.shouwen.citizens;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.UUID;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * AES-256-GCM, as {@code key version | 12 bytes nonce | ciphertext and tag}. A value is bound to its row and column:
 * moved elsewhere it can't be read.
 */
final class Cipher256 {
    private static final byte KEY_VERSION = 1;
    private static final int NONCE = 12;
    private static final int TAG_BITS = 128;
    private final SecretKeySpec key;
    private final SecureRandom random = new SecureRandom();

    Cipher256(byte[] key) {
        this.key = new SecretKeySpec(key, "AES");
    }

    byte @Nullable [] encrypt(UUID row, String column, String value) {
        if (value.isEmpty()) return null;
        byte[] nonce = new byte[NONCE];
        random.nextBytes(nonce);
        byte[] sealed = run(Cipher.ENCRYPT_MODE, nonce, row, column, value.getBytes(StandardCharsets.UTF_8));
        return ByteBuffer.allocate(1 + NONCE + sealed.length)
                .put(KEY_VERSION)
                .put(nonce)
                .put(sealed)
                .array();
    }

    /** @throws IllegalStateException when the value was changed, moved, or written under another key */
    String decrypt(UUID row, String column, byte @Nullable [] kept) {
        if (kept == null) return "";
        if (kept[0] != KEY_VERSION) throw new IllegalStateException("identity under unknown key version " + kept[0]);
        byte[] nonce = java.util.Arrays.copyOfRange(kept, 1, 1 + NONCE);
        byte[] sealed = java.util.Arrays.copyOfRange(kept, 1 + NONCE, kept.length);
        return new String(run(Cipher.DECRYPT_MODE, nonce, row, column, sealed), StandardCharsets.UTF_8);
    }

    private byte[] run(int mode, byte[] nonce, UUID row, String column, byte[] input) {
        try {
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
            cipher.updateAAD((row + ":" + column).getBytes(StandardCharsets.US_ASCII));
            return cipher.doFinal(input);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("identity of %s can't be read".formatted(row), e);
        }
    }
}
