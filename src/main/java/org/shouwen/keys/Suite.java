package org.shouwen.keys;

import java.security.GeneralSecurityException;
import java.security.Provider;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.spec.SecretKeySpec;
import org.bouncycastle.jce.provider.BouncyCastleProvider;

/** The algorithms that values are kept with; a city's inspection may ask for the national ones. */
public enum Suite {
    /** AES-256-GCM, HMAC-SHA256. */
    INTERNATIONAL("AES", "AES/GCM/NoPadding", 32, "HmacSHA256"),
    /** 国密: SM4-GCM (GB/T 32907), HMAC-SM3 (GB/T 32905). */
    SM("SM4", "SM4/GCM/NoPadding", 16, "HmacSM3");

    private static final class National {
        static final Provider PROVIDER = new BouncyCastleProvider();
    }

    private final String algorithm;
    private final String transformation;
    private final int bytes;
    private final String mac;

    Suite(String algorithm, String transformation, int bytes, String mac) {
        this.algorithm = algorithm;
        this.transformation = transformation;
        this.bytes = bytes;
        this.mac = mac;
    }

    Cipher cipher() throws GeneralSecurityException {
        return this == SM ? Cipher.getInstance(transformation, National.PROVIDER) : Cipher.getInstance(transformation);
    }

    SecretKeySpec key(byte[] key) {
        // half of the key would do for SM4, but one key must not serve two ciphers
        byte[] own = this == SM ? new Hmac(key).of("sm4") : key;
        return new SecretKeySpec(Arrays.copyOf(own, bytes), algorithm);
    }

    /** Keyed digests by which a value is found again without being readable. */
    public Hmac hmac(byte[] key) {
        return this == SM ? new Hmac(key, mac, National.PROVIDER) : new Hmac(key);
    }
}
