package org.shouwen.bench;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.HexFormat;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** WeChat's side of safe mode (安全模式), as thin as it can be. */
final class WechatEnvelope {
    static final String SECRET = "bench-secret";
    static final String APP = "wxbench";
    static final String KEY = "abcdefghijklmnopqrstuvwxyz0123456789ABCDEFG";

    private WechatEnvelope() {}

    /** AES-256-CBC of 16 bytes, the length, the text and the account, in Base64. */
    static String sealed(String text) {
        byte[] words = text.getBytes(StandardCharsets.UTF_8);
        byte[] app = APP.getBytes(StandardCharsets.UTF_8);
        int length = 20 + words.length + app.length;
        int fill = 32 - length % 32;
        ByteBuffer plain = ByteBuffer.allocate(length + fill);
        plain.position(16);
        plain.putInt(words.length).put(words).put(app);
        while (plain.hasRemaining()) plain.put((byte) fill);
        try {
            byte[] key = Base64.getDecoder().decode(KEY + "=");
            Cipher cipher = Cipher.getInstance("AES/CBC/NoPadding");
            cipher.init(Cipher.ENCRYPT_MODE, new SecretKeySpec(key, "AES"), new IvParameterSpec(key, 0, 16));
            return Base64.getEncoder().encodeToString(cipher.doFinal(plain.array()));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Hex of SHA-1 over the sorted parts and the secret. */
    static String signature(String... parts) {
        String sorted = Stream.concat(Stream.of(SECRET), Stream.of(parts)).sorted().collect(Collectors.joining());
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-1").digest(sorted.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
