package org.shouwen.keys;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.Provider;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/** HMAC under one key, with SHA-256 unless another is asked for: equal texts meet, and nobody without the key can try all texts. */
public final class Hmac {
    private static final String ALGORITHM = "HmacSHA256";
    private final SecretKeySpec key;
    private final @Nullable Provider provider;

    public Hmac(byte[] key) {
        this.key = new SecretKeySpec(key, ALGORITHM);
        this.provider = null;
    }

    Hmac(byte[] key, String algorithm, Provider provider) {
        this.key = new SecretKeySpec(key, algorithm);
        this.provider = provider;
    }

    public byte[] of(String text) {
        return mac().doFinal(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Of several parts, each with its length, so that none run together; a missing part is not an empty one. */
    public byte[] ofParts(@Nullable String... parts) {
        Mac mac = mac();
        for (String part : parts) {
            byte[] bytes = part == null ? new byte[0] : part.getBytes(StandardCharsets.UTF_8);
            mac.update(((part == null ? -1 : bytes.length) + ":").getBytes(StandardCharsets.US_ASCII));
            mac.update(bytes);
        }
        return mac.doFinal();
    }

    private Mac mac() {
        try {
            Mac mac = provider == null
                    ? Mac.getInstance(key.getAlgorithm())
                    : Mac.getInstance(key.getAlgorithm(), provider);
            mac.init(key);
            return mac;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
