package org.shouwen.channels.wechat;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.shouwen.problems.WrongSetting;

/**
 * Safe mode (安全模式): AES-256-CBC under the account's key, its first 16 bytes as the vector; 16 random bytes, four of length,
 * the text, the account's id, filled up to 32. Signatures are SHA-1 over the sorted parts, as the platform prescribes.
 */
final class WechatCrypto {
    private static final int BLOCK = 32;
    private static final int HEAD = 20;

    private final String token;
    private final byte[] key;
    private final String appId;
    private final SecureRandom random = new SecureRandom();

    /** @throws WrongSetting when the key is not 43 characters of Base64 */
    WechatCrypto(String token, String aesKey, String appId) {
        this.token = token;
        this.key = key(aesKey);
        this.appId = appId;
    }

    private static byte[] key(String aesKey) {
        if (!aesKey.matches("[A-Za-z0-9+/]{43}"))
            throw new WrongSetting(
                    "SHOUWEN_WECHAT_AES_KEY 应为公众平台上的 43 位字符。",
                    "SHOUWEN_WECHAT_AES_KEY must be the 43 letters and digits that the platform shows.");
        return Base64.getDecoder().decode(aesKey + "=");
    }

    /** Something that the platform did not make with this account's secrets. */
    static final class Forged extends Exception {
        private static final long serialVersionUID = 1;
    }

    boolean signed(String signature, String... parts) {
        return MessageDigest.isEqual(
                signature(parts).getBytes(StandardCharsets.US_ASCII), signature.getBytes(StandardCharsets.UTF_8));
    }

    String signature(String... parts) {
        String sorted =
                Stream.concat(Stream.of(token), Arrays.stream(parts)).sorted().collect(Collectors.joining());
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-1").digest(sorted.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java has SHA-1", e);
        }
    }

    String decrypted(String base64) throws Forged {
        try {
            byte[] all = cipher(Cipher.DECRYPT_MODE).doFinal(Base64.getDecoder().decode(base64));
            int fill = all.length == 0 ? 0 : all[all.length - 1];
            if (fill < 1 || fill > BLOCK || all.length - fill < HEAD) throw new Forged();
            int length = ByteBuffer.wrap(all, 16, 4).getInt();
            int end = all.length - fill;
            if (length < 0 || length > end - HEAD) throw new Forged();
            byte[] of = Arrays.copyOfRange(all, HEAD + length, end);
            if (!MessageDigest.isEqual(of, appId.getBytes(StandardCharsets.UTF_8))) throw new Forged();
            return new String(all, HEAD, length, StandardCharsets.UTF_8);
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw new Forged();
        }
    }

    String encrypted(String text) {
        byte[] words = text.getBytes(StandardCharsets.UTF_8);
        byte[] id = appId.getBytes(StandardCharsets.UTF_8);
        int length = HEAD + words.length + id.length;
        int fill = BLOCK - length % BLOCK;
        byte[] start = new byte[16];
        random.nextBytes(start);
        byte[] end = new byte[fill];
        Arrays.fill(end, (byte) fill);
        byte[] all = ByteBuffer.allocate(length + fill)
                .put(start)
                .putInt(words.length)
                .put(words)
                .put(id)
                .put(end)
                .array();
        try {
            return Base64.getEncoder()
                    .encodeToString(cipher(Cipher.ENCRYPT_MODE).doFinal(all));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private Cipher cipher(int mode) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/CBC/NoPadding");
        cipher.init(mode, new SecretKeySpec(key, "AES"), new IvParameterSpec(key, 0, 16));
        return cipher;
    }
}
