package org.shouwen.channels.sms;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Whether a call comes from the city's gateway: it shows the secret that both know, as {@code Authorization: Bearer} or a
 * parameter {@code token}, or a signature with it. Off while no secret is set.
 */
@Component
public class GatewayGuard {
    private final String secret;

    GatewayGuard(@Value("${shouwen.sms.inbound-token:}") String secret) {
        this.secret = secret.strip();
    }

    /**
     * @param token as it was sent
     * @param signature hex of HMAC-SHA256 of the body under the secret
     */
    public boolean lets(@Nullable String token, @Nullable String signature, byte[] body) {
        if (secret.isEmpty()) return false;
        if (token != null && same(token, secret)) return true;
        return signature != null && same(signature.toLowerCase(java.util.Locale.ROOT), mac(body));
    }

    private static boolean same(String a, String b) {
        return MessageDigest.isEqual(a.getBytes(StandardCharsets.UTF_8), b.getBytes(StandardCharsets.UTF_8));
    }

    private String mac(byte[] body) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal(body));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java has HmacSHA256", e);
        }
    }
}
